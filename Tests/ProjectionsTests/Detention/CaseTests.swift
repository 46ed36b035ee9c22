import Testing

/// Decisions end and change the sentences of their own case, and no others.
@Suite struct CaseTests {
  private static let harbour =
    "sentence 2016-11-28 form=imprisonment term=P5Y counted_from=2016-05-17 case=harbour"
  private static let open = "charge 2016-12-01 stage=brought case=bridge"

  @Test(arguments: others) func `a decision in another case leaves a sentence as it is`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let others = [
    Scenario(
      "Reduced in another case",
      [harbour, "appeal 2017-02-01 outcome=reduced case=bridge term=P3Y"],
      on: "2017-02-02",
      "liberty imprisoned; end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "Quashed in another case",
      [harbour, "appeal 2017-02-01 outcome=quashed case=bridge"],
      on: "2017-02-02",
      "liberty imprisoned; end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "Sent back in another case",
      [harbour, "appeal 2017-02-01 outcome=remitted case=bridge"],
      on: "2017-02-02",
      "liberty imprisoned; end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "Quashed in one case while remanded in another",
      [
        "sentence 2016-03-01 form=suspended term=P5Y case=harbour",
        "remand 2017-01-10 until=2017-03-10 case=bridge",
        "appeal 2017-02-01 outcome=quashed of=e1",
      ],
      on: "2017-02-02",
      "liberty pretrial_detention; end 2017-03-10..2017-03-10"
    ),
    Scenario(
      "An amnesty in another case leaves a suspended sentence in force",
      [
        "sentence 2016-03-01 form=suspended term=P5Y case=harbour",
        "arrest 2017-01-10 case=bridge", "clemency 2017-01-12 form=amnesty case=bridge",
        "release 2017-01-13 basis=amnesty case=bridge",
      ],
      on: "2017-02-02",
      "liberty conditional"
    ),
    Scenario(
      "An amnesty in another case leaves a sentence that waits",
      [
        "bail 2016-05-19", harbour, "clemency 2017-01-12 form=amnesty case=bridge",
        "arrest 2017-02-01",
      ],
      on: "2017-02-02",
      "liberty imprisoned; end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "An appeal of a sentence that was retracted leaves another as it is",
      [
        "sentence 2016-10-28 form=fine case=harbour", harbour,
        "appeal 2017-02-01 outcome=reduced of=e1 term=P3Y", "retraction of=e1 reason=wrong",
      ],
      on: "2017-02-02",
      "liberty imprisoned; end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "A remand upheld on appeal is no final conviction",
      [
        "charge 2016-05-17 stage=brought case=harbour", "remand 2016-05-19 case=harbour",
        "appeal 2016-05-25 outcome=upheld of=e2",
      ],
      on: "2016-05-26",
      "liberty pretrial_detention; process charged"
    ),
    Scenario(
      "A remand quashed on appeal drops no charge, and frees nobody by itself",
      [
        "charge 2016-05-17 stage=brought case=harbour",
        "remand 2016-05-19 until=2016-07-19 case=harbour",
        "appeal 2016-05-25 outcome=quashed of=e2",
      ],
      on: "2016-05-26",
      "liberty pretrial_detention; held true; process charged; end -; "
        + "anomalies release ordered, not confirmed"
    ),
  ]

  @Test(arguments: own) func `a decision in its own case reaches a sentence wherever it stands`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let own = [
    Scenario(
      "A sentence that waits was reduced",
      [
        "bail 2016-05-19", harbour, "appeal 2017-02-01 outcome=reduced of=e2 term=P3Y",
        "arrest 2017-03-01",
      ],
      on: "2017-03-02",
      "liberty imprisoned; end 2019-05-17..2019-05-17"
    ),
    Scenario(
      "An appeal of the verdict reaches the sentence of its case",
      [
        "remand 2016-05-19 case=harbour", "verdict 2016-11-28 outcome=convicted case=harbour",
        harbour, "appeal 2017-02-01 outcome=reduced of=e2 term=P3Y",
      ],
      on: "2017-03-02",
      "liberty imprisoned; end 2019-05-17..2019-05-17"
    ),
    Scenario(
      "A second appeal that names no case reaches the only final one",
      [
        harbour, "appeal 2017-02-01 outcome=upheld of=e1",
        "appeal 2017-06-01 outcome=reduced term=P3Y",
      ],
      on: "2017-06-02",
      "end 2019-05-17..2019-05-17; process final"
    ),
    Scenario(
      "The appeal names another account of the sentence",
      [
        harbour,
        "sentence 2016-11-28 form=imprisonment term=P6Y counted_from=2016-05-17 "
          + "account_of=e1 certainty=confirmed",
        "appeal 2017-02-01 outcome=reduced of=e1 term=P3Y",
      ],
      on: "2017-02-02",
      "end 2019-05-17..2019-05-17"
    ),
    Scenario(
      "An acquittal leaves no sentence that waits",
      [
        "bail 2016-05-19", harbour, "verdict 2017-01-15 outcome=acquitted case=harbour",
        "arrest 2017-02-01",
      ],
      on: "2017-02-02",
      "liberty police_custody; end -"
    ),
    Scenario(
      "Acquitted of a suspended sentence and released: at liberty",
      [
        "sentence 2016-03-01 form=suspended term=P5Y case=harbour",
        "arrest 2017-01-10 case=harbour", "verdict 2017-01-12 outcome=acquitted case=harbour",
        "release 2017-01-13",
      ],
      on: "2017-02-02",
      "liberty at_liberty"
    ),
    Scenario(
      "A suspended sentence made shorter on appeal has run when the person is released",
      [
        "sentence 2016-03-01 form=suspended term=P3Y case=harbour",
        "appeal 2016-05-01 outcome=reduced of=e1 term=P6M", "arrest 2017-01-10",
        "release 2017-01-13",
      ],
      on: "2017-02-02",
      "liberty at_liberty"
    ),
    Scenario(
      "Two suspended sentences, the shorter one has run",
      [
        "sentence 2016-03-01 form=suspended term=P3Y case=harbour",
        "sentence 2016-04-01 form=restriction term=P6M case=bridge", "arrest 2017-01-10",
        "release 2017-01-13",
      ],
      on: "2017-02-02",
      "liberty conditional"
    ),
    Scenario(
      "Prison replaced by a suspended sentence: no end, and a release is missing",
      [harbour, #"sentence 2017-02-01 form=suspended term=P2Y case=harbour replaces:=["e1"]"#],
      on: "2017-02-02",
      "liberty imprisoned; end -; anomalies release ordered, not confirmed"
    ),
    Scenario(
      "A sentence that waited was replaced by a suspended one: an arrest imprisons nobody",
      [
        "bail 2016-05-19", harbour,
        #"sentence 2017-02-01 form=suspended term=P2Y case=harbour replaces:=["e2"]"#,
        "arrest 2017-03-01",
      ],
      on: "2017-03-02",
      "liberty police_custody; end -"
    ),
    Scenario(
      "A claimed end says nothing once the term was changed",
      [harbour + " claimed_end=2021-05-17", "appeal 2017-02-01 outcome=reduced of=e1 term=P3Y"],
      on: "2017-02-02",
      "end 2019-05-17..2019-05-17"
    ),
    Scenario(
      "One of two sentences quashed: the other holds",
      [
        harbour,
        "sentence 2016-12-28 form=imprisonment term=P2Y counted_from=2016-05-17 case=bridge",
        "appeal 2017-02-01 outcome=quashed of=e1",
      ],
      on: "2017-02-02",
      "liberty imprisoned; end 2018-05-17..2018-05-17; "
        + "anomalies terms that overlap without replaces"
    ),
    Scenario(
      "The longer of two sentences reduced",
      [
        harbour,
        "sentence 2016-12-28 form=imprisonment term=P2Y counted_from=2016-05-17 case=bridge",
        "appeal 2017-02-01 outcome=reduced of=e1 term=P1Y",
      ],
      on: "2017-02-02",
      "end 2018-05-17..2018-05-17; anomalies terms that overlap without replaces"
    ),
    Scenario(
      "A term of years beside one for life has no end",
      [
        "sentence 2016-10-28 form=life case=bridge", harbour,
      ],
      on: "2060-01-01",
      "liberty imprisoned; end -; current true; anomalies terms that overlap without replaces"
    ),
    Scenario(
      "A second term that began after the first had run does not overlap",
      [
        "sentence 2010-11-28 form=imprisonment term=P1Y counted_from=2010-11-28 case=bridge",
        harbour,
      ],
      on: "2016-12-01",
      "liberty imprisoned; end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "A suspended sentence revoked gives its term",
      [
        "sentence 2016-03-01 form=suspended term=P3Y case=harbour", "arrest 2016-11-20",
        "clemency 2016-11-28 form=suspension_revoked case=harbour",
      ],
      on: "2016-12-01",
      "liberty imprisoned; end 2019-11-20..2019-11-28 estimated"
    ),
    Scenario(
      "Said to be imprisoned, with a sentence that waited: not later than that day",
      [
        "bail 2016-05-19", "sentence 2016-11-28 form=imprisonment term=P1Y",
        "status 2017-02-10 liberty=in_custody",
      ],
      on: "2017-02-11",
      "liberty imprisoned; since [..2017-02-10]; held_since [..2017-02-10]; "
        + "end 2017-11-28..2018-02-10 estimated; basis e2 + e3"
    ),
    Scenario(
      "Said to be imprisoned after the death, with a sentence that waited",
      [
        "bail 2016-05-19", "sentence 2016-11-28 form=imprisonment term=P1Y", "death 2017-01-10",
        "status 2017-02-10 liberty=in_custody",
      ],
      on: "2017-02-11",
      "liberty deceased; end -; basis e3; "
        + "anomalies custody not confirmed + liberty changed after death"
    ),
    Scenario(
      "A sentence moves nobody dead, and one that says they were led away is an anomaly",
      [
        "death 2016-05-19", "sentence 2016-06-01 form=imprisonment term=P1Y",
        "sentence 2016-06-01 form=imprisonment term=P1Y taken_into_custody:=true",
      ],
      on: "2016-06-02",
      "liberty deceased; anomalies liberty changed after death"
    ),
  ]

  @Test(arguments: remands) func `an order of custody tells its end, or none`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let remands = [
    Scenario(
      "A remand for a term: from the arrest or from the order",
      ["arrest 2016-05-17", "remand 2016-05-19 term=P2M"],
      on: "2016-06-01",
      "end 2016-07-17..2016-07-19 estimated"
    ),
    Scenario(
      "A remand extended for a term: from the order or from the end that it puts off",
      [
        "arrest 2016-05-17", "remand 2016-05-19 until=2016-07-17",
        "remand 2016-07-14 stage=extended term=P2M",
      ],
      on: "2016-08-01",
      "since 2016-05-19; end 2016-09-14..2016-09-17 estimated; current true"
    ),
    Scenario(
      "A remand extended to an end that nobody states outlives the former one",
      [
        "arrest 2016-05-17", "remand 2016-05-19 until=2016-07-17",
        "remand 2016-07-14 stage=extended",
      ],
      on: "2016-09-14",
      "liberty pretrial_detention; end -; current true"
    ),
    Scenario(
      "House arrest for a term: from the order",
      ["arrest 2016-05-17", "house-arrest 2016-05-19 term=P2M"],
      on: "2016-06-01",
      "end 2016-07-19..2016-07-19 estimated"
    ),
    Scenario(
      "The court's place is not the prison's",
      [
        "arrest 2016-05-17", "transfer 2016-05-18 to=xy/jail", "remand 2016-05-19 place=xy/town",
        "sentence 2016-11-28 form=imprisonment place=xy/capital",
      ],
      on: "2016-12-01",
      "place xy/jail"
    ),
    Scenario(
      "Remanded while in the clinic, then discharged: held",
      [
        "arrest 2016-05-17", "remand 2016-05-19 until=2016-07-19",
        "commitment 2016-06-10 form=examination",
        "remand 2016-07-15 stage=extended until=2016-09-15", "release 2016-07-20 basis=discharged",
      ],
      on: "2016-07-21",
      "liberty pretrial_detention; held true; held_since 2016-05-17; end 2016-09-15..2016-09-15"
    ),
    Scenario(
      "Whoever serves a life sentence in a clinic is not known to be there for ever",
      ["sentence 2016-05-17 form=life", "commitment 2016-06-17"],
      on: "2017-06-18",
      "liberty psychiatric_detention; current false"
    ),
  ]
}
