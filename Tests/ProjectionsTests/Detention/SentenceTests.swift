import Testing

/// What a sentence does to liberty, and what papers do not do.
@Suite struct SentenceTests {
  private static let colony =
    #"place id=xy/colony form=facility names:=[{"text":"Colony"}]"#
  private static let town = #"place id=xy/northport form=city names:=[{"text":"Northport"}]"#
  private static let prison = "sentence 2016-11-28 form=imprisonment term=P5Y"

  @Test(arguments: prisonTerms) func `a sentence to prison imprisons who is held or unknown`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let prisonTerms =
    [
      Scenario(
        "From pre-trial detention",
        ["arrest 2016-05-17", "remand 2016-05-19", prison],
        on: "2016-12-01",
        "liberty imprisoned; since 2016-11-28; held_since 2016-05-17; basis e3; "
          + "end 2021-05-17..2021-11-28 estimated; process convicted"
      ),
      Scenario(
        "From nothing known",
        [prison],
        on: "2016-12-01",
        "liberty imprisoned; held true; since 2016-11-28"
      ),
      Scenario(
        "From custody on no stated basis",
        ["status 2016-10-01 liberty=in_custody", prison],
        on: "2016-12-01",
        "liberty imprisoned; since 2016-11-28; held_since [..2016-10-01]"
      ),
      Scenario(
        "A sentence for life",
        ["arrest 2016-05-17", "sentence 2016-11-28 form=life"],
        on: "2016-12-01",
        "liberty imprisoned; end -"
      ),
      Scenario(
        "A sentence to death",
        ["arrest 2016-05-17", "sentence 2016-11-28 form=death"],
        on: "2016-12-01",
        "liberty imprisoned; end -"
      ),
      Scenario(
        "Taken from the courtroom although on bail",
        ["bail 2016-05-19", prison + " taken_into_custody:=true"],
        on: "2016-12-01",
        "liberty imprisoned; held_since 2016-11-28"
      ),
      Scenario(
        "In absentia where nothing is known",
        [prison + " in_absentia:=true"],
        on: "2016-12-01",
        "liberty unknown; held false; end -; anomalies custody not confirmed"
      ),
      Scenario(
        "In absentia although recorded as held",
        ["arrest 2016-11-27", prison + " in_absentia:=true"],
        on: "2016-11-28",
        "liberty police_custody; anomalies custody not confirmed"
      ),
      Scenario(
        "In absentia, and yet taken into custody",
        [prison + " in_absentia:=true taken_into_custody:=true"],
        on: "2016-12-01",
        "liberty imprisoned"
      ),
      Scenario(
        "A sentence whose form is not stated changes nothing while held",
        ["arrest 2016-11-27", "sentence 2016-11-28 form=unspecified"],
        on: "2016-11-29",
        "liberty police_custody; process convicted"
      ),
      Scenario(
        "A sentence whose form is not stated changes nothing while on bail",
        ["bail 2016-11-27", "sentence 2016-11-28 form=unspecified"],
        on: "2016-11-29",
        "liberty bail"
      ),
      Scenario(
        "A suspension revoked while held is imprisonment",
        ["arrest 2016-11-27", "clemency 2016-11-28 form=suspension_revoked term=P1Y"],
        on: "2016-11-29",
        "liberty imprisoned; since 2016-11-28; held_since 2016-11-27"
      ),
      Scenario(
        "A suspension revoked while free does not imprison by itself",
        [
          "sentence 2016-03-01 form=suspended term=P3Y",
          "clemency 2016-11-28 form=suspension_revoked",
        ],
        on: "2016-11-29",
        "liberty conditional; anomalies custody not confirmed"
      ),
      Scenario(
        "A suspension revoked, then an arrest",
        [
          "sentence 2016-03-01 form=suspended term=P3Y",
          "clemency 2016-11-28 form=suspension_revoked", "arrest 2016-12-05",
        ],
        on: "2016-12-06",
        "liberty imprisoned; held_since 2016-12-05"
      ),
    ]
    + [
      ("at liberty", "release 2016-05-19", "at_liberty"), ("on bail", "bail 2016-05-19", "bail"),
      ("under house arrest", "house-arrest 2016-11-01", "house_arrest"),
      ("abroad", "departure 2016-05-19 form=left", "abroad"),
      ("in hiding", "departure 2016-05-19 form=escaped", "in_hiding"),
      ("disappeared", "disappearance 2016-05-19 stage=disappeared", "disappeared"),
      ("on parole", "release 2016-05-19 basis=parole", "conditional"),
      ("in an open facility", "sentence 2016-05-19 form=open_facility term=P2Y", "open_facility"),
    ].map { name, before, state in
      Scenario(
        "Somebody \(name) stays so until custody is confirmed",
        [before, prison],
        on: "2016-12-01",
        "liberty \(state); held false; anomalies custody not confirmed"
      )
    }

  @Test(arguments: pending) func `what confirms a sentence to prison leads to imprisonment`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let pending = [
    Scenario(
      "An arrest after the sentence",
      ["bail 2016-05-19", prison, "arrest 2017-02-03"],
      on: "2017-02-04",
      "liberty imprisoned; since 2017-02-03; held_since 2017-02-03; "
        + "end 2022-02-03..2022-02-03 estimated"
    ),
    Scenario(
      "A remand after the sentence",
      ["bail 2016-05-19", prison, "remand 2017-02-03"],
      on: "2017-02-04",
      "liberty imprisoned; since 2017-02-03"
    ),
    Scenario(
      "A transfer to a facility",
      [colony, "bail 2016-05-19", prison, "transfer 2017-02-03 to=xy/colony"],
      on: "2017-02-04",
      "liberty imprisoned; since 2017-02-03; held_since 2017-02-03; place xy/colony"
    ),
    Scenario(
      "A transfer to a town confirms no custody",
      [town, "bail 2016-05-19", prison, "transfer 2017-02-03 to=xy/northport"],
      on: "2017-02-04",
      "liberty bail; anomalies custody not confirmed"
    ),
    Scenario(
      "A transfer to a place of which nothing is registered confirms no custody",
      ["bail 2016-05-19", prison, "transfer 2017-02-03 to=xy/somewhere"],
      on: "2017-02-04",
      "liberty bail; anomalies custody not confirmed"
    ),
    Scenario(
      "A transfer to a facility of somebody who was never sentenced to prison",
      [colony, "bail 2016-05-19", "transfer 2017-02-03 to=xy/colony"],
      on: "2017-02-04",
      "liberty bail"
    ),
    Scenario(
      "Extradited after a sentence in absentia",
      [prison + " in_absentia:=true", "departure 2017-02-03 form=extradited to=xy"],
      on: "2017-02-04",
      "liberty imprisoned; place xy; since 2017-02-03"
    ),
    Scenario(
      "Counted from a stated day, whenever custody began",
      [
        "bail 2016-05-19", prison + " counted_from=2016-11-28", "arrest 2017-02-03",
      ],
      on: "2017-02-04",
      "liberty imprisoned; end 2021-11-28..2021-11-28"
    ),
    Scenario(
      "A sentence that was quashed imprisons nobody any more",
      ["bail 2016-05-19", prison, "appeal 2017-01-15 outcome=quashed of=e2", "arrest 2017-02-03"],
      on: "2017-02-04",
      "liberty police_custody; end -"
    ),
    Scenario(
      "A sentence under an amnesty imprisons nobody any more",
      ["bail 2016-05-19", prison, "clemency 2017-01-15 form=amnesty", "arrest 2017-02-03"],
      on: "2017-02-04",
      "liberty police_custody; end -"
    ),
    Scenario(
      "A sentence that was served imprisons nobody again",
      [
        "arrest 2016-05-17", prison, "release 2017-01-15", "arrest 2017-02-03",
      ],
      on: "2017-02-04",
      "liberty police_custody; held_since 2017-02-03; end -"
    ),
    Scenario(
      "A sentence that was retracted imprisons nobody",
      ["bail 2016-05-19", prison, "arrest 2017-02-03", "retraction of=e2 reason=wrong"],
      on: "2017-02-04",
      "liberty police_custody; end -"
    ),
  ]

  @Test(arguments: mild) func `a mild sentence moves only who is free`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let mild =
    ["suspended", "restriction", "corrective_labour", "community_service", "open_facility"]
    .flatMap { form in
      let state = form == "open_facility" ? "open_facility" : "conditional"
      let sentence = "sentence 2016-11-28 form=\(form) term=P1Y"
      return [
        Scenario(
          "\(form) where nothing is known",
          [sentence],
          on: "2016-12-01",
          "liberty \(state); held false; since 2016-11-28; process convicted"
        ),
        Scenario(
          "\(form) while on bail",
          ["bail 2016-05-19", sentence],
          on: "2016-12-01",
          "liberty \(state)"
        ),
        Scenario(
          "\(form) while under house arrest",
          ["house-arrest 2016-10-19", sentence],
          on: "2016-12-01",
          "liberty \(state)"
        ),
        Scenario(
          "\(form) while held frees nobody",
          ["remand 2016-11-19", sentence],
          on: "2016-12-01",
          "liberty pretrial_detention; held true; since 2016-11-19; "
            + "anomalies release ordered, not confirmed"
        ),
        Scenario(
          "\(form) while held, then a release to what the sentence names",
          ["remand 2016-11-19", sentence, "release 2016-12-02"],
          on: "2016-12-03",
          "liberty \(state); since 2016-12-02; held_since -"
        ),
      ]
    } + [
      Scenario(
        "A release on the last day of the suspended term",
        [
          "sentence 2016-03-01 form=suspended term=P1Y", "arrest 2017-02-20",
          "release 2017-02-28",
        ],
        on: "2017-03-05",
        "liberty conditional; since 2017-02-28"
      ),
      Scenario(
        "A release after the suspended term has run",
        [
          "sentence 2016-03-01 form=suspended term=P1Y", "arrest 2017-02-20",
          "release 2017-03-02",
        ],
        on: "2017-03-05",
        "liberty at_liberty; since 2017-03-02"
      ),
      Scenario(
        "A release after the suspended sentence was quashed",
        [
          "sentence 2016-03-01 form=suspended term=P3Y", "arrest 2017-02-20",
          "appeal 2017-02-25 outcome=quashed of=e1", "release 2017-03-02",
        ],
        on: "2017-03-05",
        "liberty at_liberty"
      ),
      Scenario(
        "A fine changes nothing while free",
        ["bail 2016-05-19", "sentence 2016-11-28 form=fine"],
        on: "2016-12-01",
        "liberty bail; process convicted"
      ),
    ]

  @Test(arguments: papers) func `papers do not move people`(scenario: Scenario) throws {
    try scenario.check()
  }

  static let papers =
    [
      "sentence 2016-11-28 form=fine", "verdict 2016-11-28 outcome=acquitted",
      "verdict 2016-11-28 outcome=dismissed", "charge 2016-11-28 stage=dropped",
      "appeal 2016-11-28 outcome=quashed", "clemency 2016-11-28 form=amnesty",
      "clemency 2016-11-28 form=pardon", "clemency 2016-11-28 form=early_release_granted",
    ].flatMap { paper in
      [
        Scenario(
          "\(paper) while held leaves the state, and says what is missing",
          ["remand 2016-11-19", paper],
          on: "2016-12-01",
          "liberty pretrial_detention; held true; since 2016-11-19; held_since 2016-11-19; "
            + "anomalies release ordered, not confirmed"
        ),
        Scenario(
          "\(paper), then the release",
          ["remand 2016-11-19", paper, "release 2016-11-29"],
          on: "2016-12-01",
          "liberty at_liberty; held false"
        ),
        Scenario(
          "\(paper) while another case holds the person",
          [
            "charge 2016-01-10 stage=brought case=harbour",
            "remand 2016-11-19 case=bridge", paper + " case=harbour",
          ],
          on: "2016-12-01",
          "liberty pretrial_detention; held true"
        ),
        Scenario(
          "\(paper) while at liberty",
          ["release 2016-05-19", paper],
          on: "2016-12-01",
          "liberty at_liberty"
        ),
      ]
    } + [
      Scenario(
        "A judgment sent back for a new trial frees nobody, and orders no release",
        ["remand 2016-05-19", prison, "appeal 2016-12-20 outcome=remitted of=e2"],
        on: "2016-12-21",
        "liberty imprisoned; end -; process on_trial"
      ),
      Scenario(
        "A commutation orders no release",
        ["remand 2016-11-19", prison, "clemency 2016-12-20 form=commutation term=P1Y"],
        on: "2016-12-21",
        "liberty imprisoned"
      ),
      Scenario(
        "A release ordered and not confirmed stays so for years",
        ["remand 2016-11-19", prison, "clemency 2016-12-20 form=pardon"],
        on: "2018-12-21",
        "liberty imprisoned; held true; "
          + "anomalies release ordered, not confirmed"
      ),
    ]
}
