import Events
import Projections
import Testing

/// States end by events, but evidence ages.
@Suite struct CurrencyTests {
  /// What is recorded, the state, and the last day on which its evidence is young enough.
  static let ages: [(drafts: [String], state: String, lastDay: String, dayAfter: String)] = [
    (["arrest 2016-05-17"], "police_custody", "2016-05-20", "2016-05-21"),
    (["arrest 2016-05"], "police_custody", "2016-06-03", "2016-06-04"),
    (
      ["arrest 2016-05-17", "health 2016-05-19 form=condition"], "police_custody", "2016-05-22",
      "2016-05-23"
    ),
    (
      ["arrest 2016-05-17", "ill-treatment 2016-05-19 form=beating"], "police_custody",
      "2016-05-22", "2016-05-23"
    ),
    (
      ["arrest 2016-05-17", "transfer 2016-05-19 to=xy"], "police_custody", "2016-05-22",
      "2016-05-23"
    ),
    (
      ["arrest 2016-05-17", "charge 2016-05-19 stage=brought"], "police_custody", "2016-05-20",
      "2016-05-21"
    ),
    (
      ["arrest 2016-05-17", "trial 2016-05-19 stage=opened"], "police_custody", "2016-05-20",
      "2016-05-21"
    ),
    (
      ["administrative-arrest 2016-05-17 term=P15D"], "administrative_arrest", "2016-06-01",
      "2016-06-02"
    ),
    (
      ["administrative-arrest 2016-05 term=P15D"], "administrative_arrest", "2016-06-15",
      "2016-06-16"
    ),
    (["administrative-arrest 2016-05-17"], "administrative_arrest", "2016-06-16", "2016-06-17"),
    (["remand 2016-05-17 until=2016-06-10"], "pretrial_detention", "2016-06-10", "2016-06-11"),
    (["remand 2016-05-17 until=2016-06"], "pretrial_detention", "2016-06-30", "2016-07-01"),
    (["remand 2016-05-17 term=P1M"], "pretrial_detention", "2016-06-17", "2016-06-18"),
    (["remand 2016-05-17"], "pretrial_detention", "2016-07-17", "2016-07-18"),
    (["remand 2016-12-31"], "pretrial_detention", "2017-02-28", "2017-03-01"),
    (["house-arrest 2016-05-17 until=2016-06-10"], "house_arrest", "2016-06-10", "2016-06-11"),
    (["house-arrest 2016-05-17"], "house_arrest", "2016-07-17", "2016-07-18"),
    (
      ["sentence 2016-11-28 form=imprisonment term=P2Y counted_from=2016-05-17"], "imprisoned",
      "2018-05-17", "2018-05-18"
    ),
    (
      ["arrest 2016-05-17", "sentence 2016-11-28 form=imprisonment term=P2Y"], "imprisoned",
      "2018-11-28", "2018-11-29"
    ),
    (["sentence 2016-11-28 form=imprisonment"], "imprisoned", "2017-11-28", "2017-11-29"),
    (["sentence 2016-11-28 form=death"], "imprisoned", "2017-11-28", "2017-11-29"),
    (["internment 2016-05-17"], "interned", "2017-05-17", "2017-05-18"),
    (["status 2016-05-17 liberty=in_custody"], "in_custody", "2017-05-17", "2017-05-18"),
    (["commitment 2016-05-17"], "psychiatric_detention", "2017-05-17", "2017-05-18"),
    (["bail 2016-02-29"], "bail", "2017-02-28", "2017-03-01"),
    (["release 2016-05-17 basis=parole"], "conditional", "2017-05-17", "2017-05-18"),
    (
      ["sentence 2016-05-17 form=open_facility term=P5Y"], "open_facility", "2017-05-17",
      "2017-05-18"
    ),
    (
      ["disappearance 2016-05-17 stage=disappeared"], "disappeared", "2017-05-17", "2017-05-18"
    ),
    (["departure 2016-05-17 form=escaped"], "in_hiding", "2017-05-17", "2017-05-18"),
  ]

  @Test(arguments: ages) func `evidence is young enough to the last day, and not the day after`(
    drafts: [String],
    state: String,
    lastDay: String,
    dayAfter: String
  ) throws {
    let story = try Story(drafts)
    let last = try story.status(on: lastDay)
    #expect(last.liberty.rawValue == state)
    #expect(last.isCurrent && last.isCertain)
    let after = try story.status(on: dayAfter)
    #expect(after.liberty.rawValue == state)
    #expect(!after.isCurrent && !after.isCertain)
    #expect(after.isHeld == last.isHeld)
    #expect(after.possibly == [])
  }

  @Test(arguments: [
    "release 2016-05-17", "departure 2016-05-17 form=left", "death 2016-05-17",
    "sentence 2016-05-17 form=life",
  ]) func `liberty, exile, death and life sentences never go stale`(
    draft: String
  ) throws {
    let status = try Story([draft]).status(on: "2096-05-17")
    #expect(status.isCurrent && status.isCertain)
  }

  @Test(arguments: passed) func `a term that passed without a release is said, and frees nobody`(
    scenario: Scenario
  ) throws { try scenario.check() }

  private static let term =
    "sentence 2016-11-28 form=imprisonment term=P2Y counted_from=2016-05-17"

  static let passed = [
    Scenario(
      "Six days after the end",
      [term],
      on: "2018-05-23",
      "liberty imprisoned; held true; current false; end 2018-05-17..2018-05-17"
    ),
    Scenario(
      "Seven days after the end",
      [term],
      on: "2018-05-24",
      "liberty imprisoned; held true; current false; certain false; "
        + "anomalies term passed, no release recorded"
    ),
    Scenario(
      "Years after the end",
      [term],
      on: "2028-05-24",
      "liberty imprisoned; held true; current false; "
        + "anomalies term passed, no release recorded"
    ),
    Scenario(
      "Released in between",
      [term, "release 2018-05-20"],
      on: "2018-05-24",
      "liberty at_liberty; current true; end -"
    ),
    Scenario(
      "A remand that passed",
      ["remand 2016-05-17 until=2016-06-10"],
      on: "2016-06-17",
      "liberty pretrial_detention; current false; anomalies term passed, no release recorded"
    ),
    Scenario(
      "A remand that passed six days ago",
      ["remand 2016-05-17 until=2016-06-10"],
      on: "2016-06-16",
      "liberty pretrial_detention; current false"
    ),
    Scenario(
      "House arrest that passed",
      ["house-arrest 2016-05-17 until=2016-06-10"],
      on: "2016-06-17",
      "liberty house_arrest; current false; anomalies term passed, no release recorded"
    ),
    Scenario(
      "Administrative arrest that passed",
      ["administrative-arrest 2016-05-17 term=P15D"],
      on: "2016-06-08",
      "liberty administrative_arrest; current false; "
        + "anomalies term passed, no release recorded"
    ),
    Scenario(
      "The latest day of an estimated end counts",
      ["arrest 2016-05-17", "sentence 2016-11-28 form=imprisonment term=P2Y"],
      on: "2018-12-04",
      "end 2018-05-17..2018-11-28 estimated; current false"
    ),
    Scenario(
      "Seven days after the latest day of an estimated end",
      ["arrest 2016-05-17", "sentence 2016-11-28 form=imprisonment term=P2Y"],
      on: "2018-12-05",
      "current false; anomalies term passed, no release recorded"
    ),
    Scenario(
      "Evidence newer than the end is current for a year",
      [term, "status 2018-06-10 liberty=imprisoned"],
      on: "2019-06-10",
      "liberty imprisoned; current true; last_evidence 2018-06-10; "
        + "anomalies term passed, no release recorded"
    ),
    Scenario(
      "Evidence newer than the end is not current for more than a year",
      [term, "status 2018-06-10 liberty=imprisoned"],
      on: "2019-06-11",
      "liberty imprisoned; current false; anomalies term passed, no release recorded"
    ),
    Scenario(
      "Ill-treatment after the end is evidence too",
      [term, "ill-treatment 2018-06-10 form=solitary"],
      on: "2019-06-10",
      "liberty imprisoned; current true; anomalies term passed, no release recorded"
    ),
    Scenario(
      "Evidence before the end does not outlast it",
      [
        "administrative-arrest 2016-05-17 term=P15D", "health 2016-05-30 form=condition",
      ],
      on: "2016-06-02",
      "current false; last_evidence 2016-05-30"
    ),
    Scenario(
      "Evidence that is only possible is none",
      ["arrest 2016-05-17", "health 2016-05 form=condition"],
      on: "2016-05-25",
      "liberty police_custody; current false; last_evidence 2016-05-17"
    ),
    Scenario(
      "Evidence counts by its latest day",
      ["arrest 2016-05-17", "health 2016-05 form=condition"],
      on: "2016-06-03",
      "liberty police_custody; current true; last_evidence 2016-05-31"
    ),
    Scenario(
      "What came before a state is no evidence for it",
      ["release 2016", #"arrest 2016-09-01 after:=["e1"]"#],
      on: "2016-12-31",
      "liberty police_custody; current false; last_evidence 2016-09-01"
    ),
    Scenario(
      "Evidence about somebody else is none",
      ["arrest 2016-05-17", #"health 2016-05-20 form=condition persons:=["boris"]"#],
      on: "2016-05-21",
      "current false; last_evidence 2016-05-17"
    ),
  ]
}
