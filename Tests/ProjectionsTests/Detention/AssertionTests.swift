import Testing

/// What a source asserts without a dated act.
@Suite struct AssertionTests {
  @Test(arguments: assertions) func `an assertion confirms, replaces or contradicts`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let assertions = [
    Scenario(
      "The same state: since stays, basis and evidence grow",
      [
        #"arrest 2016-05-17 sources:=[{"source":"monitor"}]"#,
        #"status 2016-05-19 liberty=police_custody sources:=[{"source":"letter"}]"#,
      ],
      on: "2016-05-20",
      "liberty police_custody; since 2016-05-17; held_since 2016-05-17; basis e1 + e2; "
        + "sources letter + monitor; last_evidence 2016-05-19"
    ),
    Scenario(
      "The weakest certainty of the basis",
      [
        "arrest 2016-05-17 certainty=confirmed",
        "status 2016-05-19 liberty=police_custody certainty=believed",
      ],
      on: "2016-05-20",
      "certainty believed"
    ),
    Scenario(
      "A less exact state confirms the more exact one",
      [
        "remand 2016-05-19", "sentence 2016-11-28 form=imprisonment",
        "status 2017-06-01 liberty=in_custody",
      ],
      on: "2018-06-01",
      "liberty imprisoned; since 2016-11-28; basis e2 + e3; last_evidence 2017-06-01; "
        + "current true; certain true"
    ),
    Scenario(
      "A more exact state replaces in_custody, and since stays",
      [
        "disappearance 2016-05-01 stage=located found=in_custody",
        "status 2016-06-01 liberty=pretrial_detention",
      ],
      on: "2016-06-02",
      "liberty pretrial_detention; since 2016-05-01; held_since 2016-05-01; "
        + "last_evidence 2016-06-01"
    ),
    Scenario(
      "A more exact state after one that was only asserted",
      ["status 2016-05-01 liberty=in_custody", "status 2016-06-01 liberty=imprisoned"],
      on: "2016-06-02",
      "liberty imprisoned; since [..2016-05-01]; held_since [..2016-05-01]"
    ),
    Scenario(
      "Another held state contradicts, in the same custody",
      ["arrest 2016-05-17", "remand 2016-05-19", "status 2016-06-01 liberty=imprisoned"],
      on: "2016-06-02",
      "liberty imprisoned; since [..2016-06-01]; held_since 2016-05-17; "
        + "anomalies asserted differs from derived"
    ),
    Scenario(
      "An assertion that somebody is free ends the custody",
      ["arrest 2016-05-17", "status 2016-06-01 liberty=at_liberty"],
      on: "2016-06-02",
      "liberty at_liberty; held false; since [..2016-06-01]; held_since -; "
        + "anomalies asserted differs from derived"
    ),
    Scenario(
      "A contradicting assertion changes nothing before its date",
      ["arrest 2016-05-17", "status 2016-05-19 liberty=at_liberty"],
      on: "2016-05-18",
      "liberty police_custody; since 2016-05-17"
    ),
    Scenario(
      "An assertion that somebody free is held",
      ["release 2016-05-17", "status 2016-06-01 liberty=imprisoned"],
      on: "2016-06-02",
      "liberty imprisoned; since [..2016-06-01]; held_since [..2016-06-01]; "
        + "anomalies asserted differs from derived"
    ),
    Scenario(
      "An assertion alone: not later than its date",
      ["status 2016-06-01 liberty=imprisoned"],
      on: "2016-06-02",
      "liberty imprisoned; held true; since [..2016-06-01]; held_since [..2016-06-01]; "
        + "last_evidence 2016-06-01; certain true"
    ),
    Scenario(
      "An assertion of a month loses its qualifier in since",
      ["status 2016-06~ liberty=imprisoned"],
      on: "2016-07-02",
      "liberty imprisoned; since [..2016-06]; held_since [..2016-06]; last_evidence 2016-06-30"
    ),
    Scenario(
      "An assertion of a span: not later than its last day",
      ["status 2016-06-01/2016-07 liberty=imprisoned"],
      on: "2016-08-02",
      "liberty imprisoned; since [..2016-07-31]"
    ),
    Scenario(
      "An assertion dated one of two days: not later than the second",
      ["status [2016-06-01,2016-06-09] liberty=imprisoned"],
      on: "2016-08-02",
      "liberty imprisoned; since [..2016-06-09]"
    ),
    Scenario(
      "A state that is not stated has no effect",
      ["arrest 2016-05-17", "status 2016-05-18 liberty=unspecified"],
      on: "2016-05-18",
      "liberty police_custody; since 2016-05-17; basis e1"
    ),
    Scenario(
      "An assertion of a process leaves liberty",
      ["arrest 2016-05-17", "status 2016-05-18 process=charged"],
      on: "2016-05-18",
      "liberty police_custody; process charged; basis e1"
    ),
    Scenario(
      "With since, it fills the days on which nothing was known",
      ["status 2016-06-01 liberty=imprisoned since=2015-03-10"],
      on: "2015-12-01",
      "liberty imprisoned; held true; since 2015-03-10; held_since 2015-03-10"
    ),
    Scenario(
      "With since, on the first of those days",
      ["status 2016-06-01 liberty=imprisoned since=2015-03-10"],
      on: "2015-03-10",
      "liberty imprisoned; since 2015-03-10"
    ),
    Scenario(
      "With since, nothing before it",
      ["status 2016-06-01 liberty=imprisoned since=2015-03-10"],
      on: "2015-03-09",
      "liberty unknown; since -"
    ),
    Scenario(
      "With a partial since, possible until its last day",
      ["status 2016-06-01 liberty=imprisoned since=2015-03"],
      on: "2015-03-15",
      "liberty unknown; certain false; possibly imprisoned"
    ),
    Scenario(
      "With since, after its date",
      ["status 2016-06-01 liberty=imprisoned since=2015-03"],
      on: "2016-06-01",
      "liberty imprisoned; since 2015-03; held_since 2015-03; last_evidence 2016-06-01; "
        + "basis e1"
    ),
    Scenario(
      "With since, it changes nothing on days on which something else was known",
      [
        "release 2016-02-01",
        "status 2016-06-01 liberty=pretrial_detention since=2016-03-01",
      ],
      on: "2016-04-01",
      "liberty at_liberty; since 2016-02-01"
    ),
    Scenario(
      "With since, it contradicts only from its date on",
      [
        "release 2016-02-01",
        "status 2016-06-01 liberty=pretrial_detention since=2016-03-01",
      ],
      on: "2016-06-01",
      "liberty pretrial_detention; held true; anomalies asserted differs from derived"
    ),
    Scenario(
      "With since, days after a later known event stay as they were known",
      [
        "status 2016-06-01 liberty=imprisoned since=2015-03-10", "release 2015-09-01",
      ],
      on: "2015-10-01",
      "liberty at_liberty; since 2015-09-01"
    ),
    Scenario(
      "With since, days before that event are filled",
      [
        "status 2016-06-01 liberty=imprisoned since=2015-03-10", "release 2015-09-01",
      ],
      on: "2015-08-31",
      "liberty imprisoned; since 2015-03-10"
    ),
    Scenario(
      "An assertion comes before a release of the same day",
      ["release 2016-06-01", "status 2016-06-01 liberty=imprisoned"],
      on: "2016-06-02",
      "liberty at_liberty; since 2016-06-01"
    ),
  ]
}
