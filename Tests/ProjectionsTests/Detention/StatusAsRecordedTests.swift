import Testing

/// What the record makes of events before they are folded: accounts, corrections, identities.
@Suite struct StatusAsRecordedTests {
  private static let same = #"identity stage=merged ids:=["anna","anya"] into=anna"#

  @Test(arguments: scenarios) func `a status follows the record as it stands`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let scenarios = [
    Scenario(
      "A retracted release frees nobody",
      ["arrest 2016-05-17", "release 2016-05-18", "retraction of=e2 reason=wrong"],
      on: "2016-05-19",
      "liberty police_custody; since 2016-05-17"
    ),
    Scenario(
      "A retraction that was retracted",
      [
        "arrest 2016-05-17", "release 2016-05-18", "retraction of=e2 reason=wrong",
        "retraction of=e3 reason=right",
      ],
      on: "2016-05-19",
      "liberty at_liberty; since 2016-05-18"
    ),
    Scenario(
      "A retracted arrest leaves nothing known",
      ["arrest 2016-05-17", "retraction of=e1 reason=wrong"],
      on: "2016-05-19",
      "liberty unknown; basis -; last_evidence -"
    ),
    Scenario(
      "A date corrected",
      ["arrest 2016-05-17", #"correction of=e1 set:={"date":"2016-05-18"} reason=typo"#],
      on: "2016-05-19",
      "liberty police_custody; since 2016-05-18; held_since 2016-05-18"
    ),
    Scenario(
      "Asked about the day before the corrected date",
      ["arrest 2016-05-17", #"correction of=e1 set:={"date":"2016-05-18"} reason=typo"#],
      on: "2016-05-17",
      "liberty unknown"
    ),
    Scenario(
      "A correction that was retracted",
      [
        "arrest 2016-05-17", #"correction of=e1 set:={"date":"2016-05-18"} reason=typo"#,
        "retraction of=e2 reason=right",
      ],
      on: "2016-05-19",
      "since 2016-05-17"
    ),
    Scenario(
      "A correction that moves the arrest behind the release",
      [
        "arrest 2016-05-17", "release 2016-05-18",
        #"correction of=e1 set:={"date":"2016-05-19"} reason=typo"#,
      ],
      on: "2016-05-20",
      "liberty police_custody; since 2016-05-19"
    ),
    Scenario(
      "A term corrected",
      [
        "sentence 2016-11-28 form=imprisonment term=P5Y counted_from=2016-05-17",
        #"correction of=e1 set:={"details":{"term":"P6Y"}} reason=typo"#,
      ],
      on: "2016-12-01",
      "end 2022-05-17..2022-05-17"
    ),
    Scenario(
      "A correction that takes the person away",
      [
        #"arrest 2016-05-17 persons:=["anna","boris"]"#,
        #"correction of=e1 set:={"persons":["boris"]} reason=typo"#,
      ],
      on: "2016-05-18",
      "liberty unknown"
    ),
    Scenario(
      "Two ids of one person",
      ["arrest 2016-05-17", #"remand 2016-05-19 persons:=["anya"]"#, same],
      on: "2016-05-20",
      "person anna; liberty pretrial_detention; held_since 2016-05-17"
    ),
    Scenario(
      "Two ids of one person, asked by the other id",
      ["arrest 2016-05-17", #"remand 2016-05-19 persons:=["anya"]"#, same],
      on: "2016-05-20",
      of: "anya",
      "person anna; liberty pretrial_detention; held_since 2016-05-17"
    ),
    Scenario(
      "A merge that was retracted",
      [
        "arrest 2016-05-17", #"remand 2016-05-19 persons:=["anya"]"#, same,
        "retraction of=e3 reason=no",
      ],
      on: "2016-05-20",
      "person anna; liberty police_custody"
    ),
    Scenario(
      "A merge without `into` goes into the first",
      [
        #"arrest 2016-05-17 persons:=["anya"]"#,
        #"identity stage=merged ids:=["anna","anya"]"#,
      ],
      on: "2016-05-18",
      of: "anya",
      "person anna; liberty police_custody"
    ),
    Scenario(
      "Merged transitively",
      [
        #"arrest 2016-05-17 persons:=["ann"]"#, same,
        #"identity stage=merged ids:=["anya","ann"] into=anya"#,
      ],
      on: "2016-05-18",
      "person anna; liberty police_custody"
    ),
    Scenario(
      "An event that names both ids of a person happened once",
      [#"arrest 2016-05-17 persons:=["anna","anya"]"#, same],
      on: "2016-05-18",
      "liberty police_custody; basis e1"
    ),
    Scenario(
      "Two accounts: the surer one is folded",
      ["arrest 2016-05-17", "arrest 2016-05-18 account_of=e1 certainty=confirmed"],
      on: "2016-05-19",
      "since 2016-05-18; basis e2; certainty confirmed"
    ),
    Scenario(
      "Two accounts, equally sure: the first recorded is folded",
      ["arrest 2016-05-17", "arrest 2016-05-18 account_of=e1"],
      on: "2016-05-19",
      "since 2016-05-17; basis e1"
    ),
    Scenario(
      "Two accounts: the preferred one is folded",
      [
        "arrest 2016-05-17 certainty=confirmed", "arrest 2016-05-18 account_of=e1",
        "ranking of=e2 rank=preferred reason=nearer",
      ],
      on: "2016-05-19",
      "since 2016-05-18; basis e2"
    ),
    Scenario(
      "The later ranking counts",
      [
        "arrest 2016-05-17", "arrest 2016-05-18 account_of=e1",
        "ranking of=e2 rank=preferred reason=nearer", "ranking of=e1 rank=preferred reason=no",
      ],
      on: "2016-05-19",
      "since 2016-05-17; basis e1"
    ),
    Scenario(
      "A deprecated event is not folded",
      ["arrest 2016-05-17", "ranking of=e1 rank=deprecated reason=rumour"],
      on: "2016-05-18",
      "liberty unknown"
    ),
    Scenario(
      "The main account deprecated: the other is folded",
      [
        "arrest 2016-05-17", "arrest 2016-05-18 account_of=e1",
        "ranking of=e1 rank=deprecated reason=rumour",
      ],
      on: "2016-05-19",
      "since 2016-05-18; basis e2"
    ),
    Scenario(
      "The accounts of a withdrawn event stand by themselves",
      [
        "arrest 2016-05-17", "arrest 2016-05-18 account_of=e1", "retraction of=e1 reason=no",
      ],
      on: "2016-05-19",
      "since 2016-05-18; basis e2"
    ),
    Scenario(
      "Two accounts that disagree on the kind: only the preferred one is folded",
      [
        "arrest 2016-05-17", "disappearance 2016-05-17 stage=abducted account_of=e1",
      ],
      on: "2016-05-18",
      "liberty police_custody; basis e1"
    ),
    Scenario(
      "A group has no liberty",
      [
        #"person id=anna group:=true names:=[{"text":"Crew"}]"#, "arrest 2016-05-17",
        "release 2016-06",
      ],
      on: "2016-06-10",
      "liberty -; held -; since -; held_since -; end -; basis -; certainty -; place -; "
        + "last_evidence -"
    ),
  ]
}
