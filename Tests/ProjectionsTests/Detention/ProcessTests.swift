import Testing

/// How far a case has come, and which of several is shown.
@Suite struct ProcessTests {
  @Test(arguments: single) func `the latest event of a case decides`(scenario: Scenario) throws {
    try scenario.check()
  }

  /// Events of one case on the days from 1 January 2016 on, and where they lead.
  private static let steps: [(events: [String], process: String)] = [
    (["charge stage=opened"], "investigated"),
    (["charge stage=brought"], "charged"),
    (["charge stage=brought", "charge stage=changed"], "charged"),
    (["charge stage=brought", "charge stage=dropped"], "dropped"),
    (["charge stage=unspecified"], "none"),
    (["trial stage=opened"], "on_trial"),
    (["trial stage=hearing"], "on_trial"),
    (["charge stage=brought", "trial stage=ended"], "charged"),
    (["trial stage=opened", "trial stage=ended"], "on_trial"),
    (["verdict outcome=convicted"], "convicted"),
    (["verdict outcome=convicted final:=true"], "final"),
    (["verdict outcome=acquitted"], "acquitted"),
    (["verdict outcome=acquitted final:=true"], "acquitted"),
    (["trial stage=opened", "verdict outcome=dismissed"], "dropped"),
    (["sentence form=fine"], "convicted"),
    (["sentence form=fine jurisdiction=administrative"], "none"),
    (["charge stage=brought", "sentence form=fine jurisdiction=administrative"], "charged"),
    (["sentence form=fine", "appeal outcome=upheld"], "final"),
    (["sentence form=fine", "appeal outcome=reduced"], "final"),
    (["sentence form=fine", "appeal outcome=increased"], "final"),
    (["sentence form=fine", "appeal outcome=quashed"], "dropped"),
    (["sentence form=fine", "appeal outcome=remitted"], "on_trial"),
    (["sentence form=fine", "clemency form=amnesty"], "amnestied"),
    (["sentence form=fine", "clemency form=pardon"], "amnestied"),
    (["sentence form=fine", "clemency form=early_release_granted"], "convicted"),
    (["sentence form=suspended term=P1Y", "release basis=term_served"], "served"),
    (["charge stage=brought", "release basis=acquitted"], "acquitted"),
    (["charge stage=brought", "release basis=dropped"], "dropped"),
    (["charge stage=brought", "release"], "charged"),
    (["charge stage=brought", "release basis=no_charge"], "charged"),
    (["verdict outcome=convicted", "release basis=pardon"], "amnestied"),
    (["verdict outcome=convicted", "release basis=quashed"], "dropped"),
    (
      ["verdict outcome=convicted", "appeal outcome=remitted", "release basis=quashed"], "on_trial"
    ),
    (["verdict outcome=convicted", "release basis=parole"], "convicted"),
    (["status process=on_trial"], "on_trial"),
    (["arrest"], "none"),
  ]

  static let single = steps.flatMap { events, process in
    [" case=harbour", ""].map { suffix in
      Scenario(
        events.joined(separator: ", ") + (suffix.isEmpty ? ", without a case" : ""),
        events.enumerated().map { index, event in
          let words = event.split(separator: " ", maxSplits: 1)
          let fields = words.count > 1 ? " " + words[1] : ""
          let takesCase = words[0] != "status"
          return "\(words[0]) 2016-01-0\(index + 1)\(fields)" + (takesCase ? suffix : "")
        },
        on: "2016-01-09",
        "process \(process)"
      )
    }
  }

  @Test(arguments: cases) func `of several cases the first in the order is shown`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let cases = [
    Scenario(
      "Final before everything",
      [
        "verdict 2016-01-01 outcome=convicted final:=true case=a",
        "trial 2016-02-01 stage=opened case=b",
      ],
      on: "2016-03-01",
      "process final"
    ),
    Scenario(
      "Convicted before on trial",
      [
        "verdict 2016-01-01 outcome=convicted case=a", "trial 2016-02-01 stage=opened case=b",
      ],
      on: "2016-03-01",
      "process convicted"
    ),
    Scenario(
      "On trial before charged",
      [
        "trial 2016-01-01 stage=opened case=a", "charge 2016-02-01 stage=brought case=b",
      ],
      on: "2016-03-01",
      "process on_trial"
    ),
    Scenario(
      "Charged before investigated",
      [
        "charge 2016-01-01 stage=brought case=a", "charge 2016-02-01 stage=opened case=b",
      ],
      on: "2016-03-01",
      "process charged"
    ),
    Scenario(
      "Investigated before amnestied",
      [
        "charge 2016-01-01 stage=opened case=a", "clemency 2016-02-01 form=amnesty case=b",
      ],
      on: "2016-03-01",
      "process investigated"
    ),
    Scenario(
      "Amnestied before served",
      [
        "clemency 2016-01-01 form=amnesty case=a", "release 2016-02-01 basis=term_served case=b",
      ],
      on: "2016-03-01",
      "process amnestied"
    ),
    Scenario(
      "Served before dropped",
      [
        "release 2016-01-01 basis=term_served case=a", "charge 2016-02-01 stage=dropped case=b",
      ],
      on: "2016-03-01",
      "process served"
    ),
    Scenario(
      "Dropped before acquitted",
      [
        "charge 2016-01-01 stage=dropped case=a", "verdict 2016-02-01 outcome=acquitted case=b",
      ],
      on: "2016-03-01",
      "process dropped"
    ),
    Scenario(
      "Without a case: the only open one",
      [
        "charge 2016-01-01 stage=brought case=a", "verdict 2016-02-01 outcome=acquitted",
      ],
      on: "2016-03-01",
      "process acquitted"
    ),
    Scenario(
      "Without a case, two open: neither",
      [
        "charge 2016-01-01 stage=brought case=a", "charge 2016-01-02 stage=brought case=b",
        "verdict 2016-02-01 outcome=acquitted",
      ],
      on: "2016-03-01",
      "process charged"
    ),
    Scenario(
      "Without a case, one open and one closed: the open one",
      [
        "verdict 2016-01-01 outcome=acquitted case=a", "charge 2016-01-02 stage=brought case=b",
        "verdict 2016-02-01 outcome=convicted", "appeal 2016-02-02 outcome=quashed case=b",
      ],
      on: "2016-03-01",
      "process dropped"
    ),
    Scenario(
      "Without a case, the only one closed: an unnamed one",
      [
        "charge 2016-01-01 stage=brought case=a", "verdict 2016-01-02 outcome=acquitted case=a",
        "charge 2016-02-01 stage=brought", "charge 2016-02-02 stage=dropped case=a",
      ],
      on: "2016-03-01",
      "process charged"
    ),
    Scenario(
      "What `of` names decides the case",
      [
        "verdict 2016-01-01 outcome=convicted case=a",
        "verdict 2016-01-02 outcome=convicted case=b",
        "appeal 2016-02-01 outcome=quashed of=e1", "appeal 2016-02-02 outcome=remitted of=e2",
      ],
      on: "2016-03-01",
      "process on_trial"
    ),
    Scenario(
      "A conviction is open: what follows without a case is about it",
      [
        "verdict 2016-01-01 outcome=convicted case=a", "clemency 2016-02-01 form=pardon",
      ],
      on: "2016-03-01",
      "process amnestied"
    ),
    Scenario(
      "A conviction that is final is not open: the case stays final",
      [
        "verdict 2016-01-01 outcome=convicted final:=true case=a",
        "charge 2016-02-01 stage=dropped",
      ],
      on: "2016-03-01",
      "process final"
    ),
    Scenario(
      "An acquittal upheld is no conviction",
      [
        "verdict 2016-01-01 outcome=acquitted case=a",
        "appeal 2016-02-01 outcome=upheld of=e1",
      ],
      on: "2016-03-01",
      "process acquitted"
    ),
    Scenario(
      "A release under an amnesty",
      [
        "sentence 2016-01-01 form=imprisonment case=a",
        "release 2016-02-01 basis=amnesty case=a",
      ],
      on: "2016-03-01",
      "process amnestied"
    ),
  ]
}
