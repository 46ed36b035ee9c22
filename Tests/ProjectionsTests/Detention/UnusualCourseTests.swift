import Testing

/// Courses of events that are rare, and were told wrong once.
@Suite struct UnusualCourseTests {
  private static let prison =
    #"place id=xy/prison form=facility names:=[{"text":"Northport"}]"#

  @Test(arguments: waiting) func `a sentence that waits is served in the custody that follows`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let waiting = [
    Scenario(
      "Custody that began in a hospital after the sentence counts for both ends",
      [
        prison, "sentence 2015-05-04 form=imprisonment term=P5Y in_absentia:=true",
        "commitment 2016-10-20", "transfer 2017-01-01 to=xy/prison",
      ],
      on: "2020-06-01",
      "liberty imprisoned; end 2021-10-20..2021-10-20 estimated; current true; "
        + "held_since 2016-10-20"
    ),
    Scenario(
      "Custody that began before a sentence in absentia counts for the earliest end only",
      [
        prison, "remand 2013-01-01",
        "sentence 2014-01-01 form=imprisonment term=P5Y in_absentia:=true",
        "transfer 2014-06-01 to=xy/prison",
      ],
      on: "2015-01-01",
      "liberty imprisoned; end 2018-01-01..2019-01-01 estimated"
    ),
    Scenario(
      "Who escaped is taken into a custody that is later than the sentence",
      [
        "remand 2013-01-01", "sentence 2014-01-01 form=imprisonment term=P5Y in_absentia:=true",
        "departure 2014-02-01 form=escaped", "arrest 2015-03-01",
      ],
      on: "2015-04-01",
      "liberty imprisoned; end 2020-03-01..2020-03-01 estimated"
    ),
    Scenario(
      "A source that says imprisoned confirms it for somebody in remand, too",
      [
        "remand 2013-01-01", "sentence 2014-01-01 form=imprisonment term=P5Y in_absentia:=true",
        "status 2015-01-01 liberty=imprisoned",
      ],
      on: "2016-06-01",
      "liberty imprisoned; since [..2015-01-01]; end 2018-01-01..2019-01-01 estimated; "
        + "current true"
    ),
    Scenario(
      "A discharge from a hospital does not end a sentence that waits",
      [
        "sentence 2015-05-04 form=imprisonment term=P5Y in_absentia:=true",
        "commitment 2016-10-20", "release 2017-01-01 basis=discharged", "arrest 2017-03-01",
      ],
      on: "2017-03-02",
      "liberty imprisoned; since 2017-03-01"
    ),
  ]

  @Test(arguments: repeated) func `what repeats a state does not restart it`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let repeated = [
    Scenario(
      "Two commitments",
      ["commitment 2016-01-10 form=examination", "commitment 2016-06-01 form=examination"],
      on: "2016-09-01",
      "liberty psychiatric_detention; since 2016-01-10; held_since 2016-01-10; basis e1 + e2"
    ),
    Scenario(
      "Located twice, nobody says how",
      ["disappearance 2016-01-10 stage=located", "disappearance 2016-06-01 stage=located"],
      on: "2016-09-01",
      "liberty unknown; since 2016-01-10; basis e1 + e2"
    ),
    Scenario(
      "A remand ordered anew after the end of the former",
      ["remand 2016-01-10 until=2016-05-01", "remand 2016-09-01"],
      on: "2016-09-10",
      "liberty pretrial_detention; since 2016-01-10; end -; current true"
    ),
    Scenario(
      "A commitment ordered anew after the end of the former",
      ["commitment 2016-01-10 until=2016-05-01", "commitment 2016-09-01"],
      on: "2016-09-10",
      "liberty psychiatric_detention; since 2016-01-10; end -; current true"
    ),
    Scenario(
      "A remand ordered again before the end of the former",
      ["remand 2016-01-10 until=2016-05-01", "remand 2016-03-01"],
      on: "2016-03-10",
      "liberty pretrial_detention; end 2016-05-01..2016-05-01"
    ),
  ]

  @Test(arguments: filled) func `an assertion fills only days on which nothing else is known`(
    scenario: Scenario
  ) throws { try scenario.check() }

  private static let conditional = [
    "sentence 2016-04-24 form=imprisonment term=P2Y",
    "status 2017-02-07 liberty=conditional since=2016-04-03",
  ]

  static let filled = [
    Scenario(
      "Before anything else is known",
      conditional,
      on: "2016-04-10",
      "liberty conditional; since 2016-04-03"
    ),
    Scenario(
      "Once a sentence leads elsewhere",
      conditional,
      on: "2016-06-01",
      "liberty imprisoned; since 2016-04-24; held true"
    ),
    Scenario(
      "On the day of the assertion, which differs",
      conditional,
      on: "2017-02-07",
      "liberty conditional; since [..2017-02-07]; anomalies asserted differs from derived"
    ),
    Scenario(
      "A beginning within the days of the assertion fills nothing behind it",
      ["sentence 2017-07-12 form=imprisonment", "status 2016 liberty=abroad since=2016-21"],
      on: "2018-03-01",
      "liberty abroad; current true; anomalies custody not confirmed"
    ),
    Scenario(
      "A death that is asserted later blocks nothing before",
      ["arrest 2016-05-01", "status 2017-02-07 liberty=deceased since=2016-04-03"],
      on: "2016-06-01",
      "liberty police_custody; since 2016-05-01"
    ),
    Scenario(
      "A release of somebody of whom only a later source says that they were free",
      ["release 2016-05-01", "status 2017-02-07 liberty=at_liberty since=2016-04-03"],
      on: "2016-06-01",
      "liberty at_liberty"
    ),
  ]

  @Test(arguments: beside) func `a fine beside a term frees nobody`(scenario: Scenario) throws {
    try scenario.check()
  }

  static let beside = [
    Scenario(
      "Imprisonment and a fine",
      [
        "arrest 2016-05-01", "sentence 2016-06-01 form=imprisonment term=P5Y",
        "sentence 2016-06-01 form=fine",
      ],
      on: "2016-07-01",
      "liberty imprisoned"
    ),
    Scenario(
      "Imprisonment and a suspended sentence",
      [
        "arrest 2016-05-01", "sentence 2016-06-01 form=imprisonment term=P5Y",
        "sentence 2016-06-02 form=suspended term=P1Y",
      ],
      on: "2016-07-01",
      "liberty imprisoned"
    ),
    Scenario(
      "A fine alone",
      ["arrest 2016-05-01", "sentence 2016-06-01 form=fine"],
      on: "2016-06-01",
      "liberty police_custody; anomalies release ordered, not confirmed"
    ),
  ]

  @Test(arguments: cases) func `an acquittal ends no sentence of another case`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let cases = [
    Scenario(
      "Acquitted in no case that is named, while two are open",
      [
        "sentence 2016-01-01 form=suspended term=P5Y case=c1",
        "charge 2016-02-01 stage=brought case=c2", "verdict 2016-03-01 outcome=acquitted",
        "arrest 2016-04-01", "release 2016-05-10",
      ],
      on: "2017-01-15",
      "liberty conditional; process convicted"
    ),
    Scenario(
      "Acquitted in one case, sentenced in an unknown one",
      [
        "sentence 2016-01-01 form=suspended term=P5Y",
        "charge 2016-02-01 stage=brought case=c2", "verdict 2016-03-01 outcome=acquitted case=c2",
        "arrest 2016-04-01", "release 2016-05-10",
      ],
      on: "2017-01-15",
      "liberty conditional"
    ),
    Scenario(
      "Acquitted in the only case",
      [
        "sentence 2016-01-01 form=suspended term=P5Y", "verdict 2016-03-01 outcome=acquitted",
        "arrest 2016-04-01", "release 2016-05-10",
      ],
      on: "2017-01-15",
      "liberty at_liberty"
    ),
  ]

  @Test(arguments: places) func `a place is known until somebody is moved`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let places = [
    Scenario(
      "House arrest is not served in the prison before",
      [prison, "arrest 2016-05-01", "transfer 2016-05-10 to=xy/prison", "house-arrest 2016-06-01"],
      on: "2016-06-02",
      "liberty house_arrest; place -"
    ),
    Scenario(
      "Who is rendered nobody knows where is in no prison that is known",
      [
        prison, "arrest 2016-05-01", "transfer 2016-05-10 to=xy/prison",
        "departure 2016-06-01 form=rendered",
      ],
      on: "2016-06-02",
      "liberty in_custody; place -"
    ),
    Scenario(
      "A remand leaves somebody where they were taken to",
      [prison, "arrest 2016-05-01", "transfer 2016-05-10 to=xy/prison", "remand 2016-05-12"],
      on: "2016-05-13",
      "liberty pretrial_detention; place xy/prison"
    ),
  ]
}
