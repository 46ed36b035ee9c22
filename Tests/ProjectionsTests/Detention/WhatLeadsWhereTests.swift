import Testing

/// The table "What leads where": each kind from each state that matters to it.
@Suite struct WhatLeadsWhereTests {
  @Test(arguments: takings) func `takings and orders of custody lead where the table says`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let takings = [
    Scenario(
      "An arrest leads to police custody",
      ["arrest 2016-05-17"],
      on: "2016-05-17",
      "liberty police_custody; held true; since 2016-05-17; held_since 2016-05-17; end -; "
        + "current true; certain true; certainty reported; basis e1; process none"
    ),
    Scenario(
      "Nothing is known before the arrest",
      ["arrest 2016-05-17"],
      on: "2016-05-16",
      "liberty unknown; held false; since -; held_since -; basis -; certainty -"
    ),
    Scenario(
      "A mass arrest takes those it names",
      ["mass-arrest 2016-05-17 persons:=[\"anna\"]"],
      on: "2016-05-18",
      "liberty police_custody; since 2016-05-17"
    ),
    Scenario(
      "A mass arrest that names others leaves a person as they were",
      ["mass-arrest 2016-05-17 persons:=[\"boris\"]"],
      on: "2016-05-18",
      "liberty unknown"
    ),
    Scenario(
      "An arrest ends bail and begins another custody",
      ["arrest 2016-01-10", "bail 2016-01-12", "arrest 2016-05-17"],
      on: "2016-05-18",
      "liberty police_custody; since 2016-05-17; held_since 2016-05-17"
    ),
    Scenario(
      "An arrest while in police custody is noted and does not restart since",
      ["arrest 2016-05-17", "arrest 2016-05-18"],
      on: "2016-05-19",
      "liberty police_custody; since 2016-05-17; basis e1 + e2; last_evidence 2016-05-18; "
        + "anomalies arrest while held"
    ),
    Scenario(
      "An administrative arrest keeps the start of the custody",
      ["arrest 2016-05-15", "administrative-arrest 2016-05-17 term=P15D"],
      on: "2016-05-18",
      "liberty administrative_arrest; since 2016-05-17; held_since 2016-05-15; "
        + "end 2016-06-01..2016-06-01"
    ),
    Scenario(
      "Internment is a state of its own",
      ["internment 2016-05-17"],
      on: "2016-06-01",
      "liberty interned; held true; current true"
    ),
    Scenario(
      "A remand after an arrest is pre-trial detention in the same custody",
      ["arrest 2016-05-17", "remand 2016-05-19 until=2016-07-17"],
      on: "2016-06-01",
      "liberty pretrial_detention; since 2016-05-19; held_since 2016-05-17; "
        + "end 2016-07-17..2016-07-17; basis e2"
    ),
    Scenario(
      "A remand extended keeps since, and moves the end",
      [
        "arrest 2016-05-17", "remand 2016-05-19 until=2016-07-17",
        "remand 2016-07-14 stage=extended until=2016-08-17",
      ],
      on: "2016-08-01",
      "liberty pretrial_detention; since 2016-05-19; held_since 2016-05-17; "
        + "end 2016-08-17..2016-08-17; current true"
    ),
    Scenario(
      "A remand in absentia changes nothing where nothing is known",
      ["remand 2016-05-19 in_absentia:=true"],
      on: "2016-05-20",
      "liberty unknown; held false"
    ),
    Scenario(
      "A remand in absentia changes nothing for somebody abroad",
      ["departure 2016-01-10 form=fled", "remand 2016-05-19 in_absentia:=true"],
      on: "2016-05-20",
      "liberty abroad; since 2016-01-10"
    ),
    Scenario(
      "House arrest is not held, and is no custody",
      ["arrest 2016-05-17", "house-arrest 2016-05-19 until=2016-07-17"],
      on: "2016-06-01",
      "liberty house_arrest; held false; since 2016-05-19; held_since -; "
        + "end 2016-07-17..2016-07-17"
    ),
    Scenario(
      "A commitment is psychiatric detention in its facility",
      ["commitment 2016-05-17 form=court_ordered facility=xy/clinic"],
      on: "2016-06-01",
      "liberty psychiatric_detention; held true; place xy/clinic; held_since 2016-05-17"
    ),
    Scenario(
      "A commitment of a form that nobody stated still is a placement",
      ["commitment 2016-05-17 form=unspecified"],
      on: "2016-06-01",
      "liberty psychiatric_detention"
    ),
    Scenario(
      "An outpatient commitment changes nothing",
      ["bail 2016-01-10", "commitment 2016-05-17 form=outpatient"],
      on: "2016-06-01",
      "liberty bail; since 2016-01-10"
    ),
    Scenario(
      "Bail frees somebody who was held",
      ["arrest 2016-05-17", "bail 2016-05-19"],
      on: "2016-05-19",
      "liberty bail; held false; held_since -; since 2016-05-19"
    ),
    Scenario(
      "Bail of somebody who was never held is bail",
      ["bail 2016-05-19"],
      on: "2016-05-20",
      "liberty bail; basis e1"
    ),
  ]

  @Test(arguments: movements) func `releases and movements lead where the table says`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let movements =
    [
      Scenario(
        "A release frees",
        ["arrest 2016-05-17", "release 2016-05-19"],
        on: "2016-05-19",
        "liberty at_liberty; held false; since 2016-05-19; held_since -; end -; place -"
      ),
      Scenario(
        "A release of somebody of whom nothing was known is no anomaly",
        ["release 2016-05-19"],
        on: "2016-05-19",
        "liberty at_liberty; since 2016-05-19"
      ),
      Scenario(
        "A release from house arrest is no anomaly",
        ["house-arrest 2016-05-17", "release 2016-05-19"],
        on: "2016-05-19",
        "liberty at_liberty"
      ),
      Scenario(
        "A second release does not restart since, and is an anomaly",
        ["release 2016-05-19", "release 2016-06-19"],
        on: "2016-06-20",
        "liberty at_liberty; since 2016-05-19; "
          + "anomalies release from at_liberty, abroad or in_hiding"
      ),
      Scenario(
        "A release of somebody abroad is an anomaly",
        ["departure 2016-01-10 form=left", "release 2016-06-19"],
        on: "2016-06-20",
        "liberty at_liberty; anomalies release from at_liberty, abroad or in_hiding"
      ),
      Scenario(
        "A release of somebody in hiding is an anomaly",
        ["departure 2016-01-10 form=escaped", "release 2016-06-19"],
        on: "2016-06-20",
        "liberty at_liberty; anomalies release from at_liberty, abroad or in_hiding"
      ),
      Scenario(
        "Parole is conditional",
        ["arrest 2016-05-17", "release 2016-05-19 basis=parole"],
        on: "2016-05-20",
        "liberty conditional; held false"
      ),
      Scenario(
        "A medical release is conditional",
        ["arrest 2016-05-17", "release 2016-05-19 basis=medical"],
        on: "2016-05-20",
        "liberty conditional"
      ),
      Scenario(
        "An exchange frees",
        ["arrest 2016-05-17", "release 2016-05-19 basis=exchange"],
        on: "2016-05-20",
        "liberty at_liberty"
      ),
      Scenario(
        "A release whose ground is not stated frees",
        ["arrest 2016-05-17", "release 2016-05-19 basis=unspecified"],
        on: "2016-05-20",
        "liberty at_liberty"
      ),
      Scenario(
        "Somebody who disappeared is not counted as held",
        ["disappearance 2016-05-17 stage=disappeared"],
        on: "2016-05-20",
        "liberty disappeared; held false; held_since -; since 2016-05-17"
      ),
      Scenario(
        "An abduction is a disappearance",
        ["disappearance 2016-05-17 stage=abducted"],
        on: "2016-05-20",
        "liberty disappeared"
      ),
      Scenario(
        "Found in custody: held, on no stated basis",
        [
          "disappearance 2016-05-17 stage=abducted",
          "disappearance 2016-05-27 stage=located found=in_custody",
        ],
        on: "2016-05-28",
        "liberty in_custody; held true; since 2016-05-27; held_since 2016-05-27"
      ),
      Scenario(
        "Found free",
        [
          "disappearance 2016-05-17 stage=abducted",
          "disappearance 2016-05-27 stage=located found=free",
        ],
        on: "2016-05-28",
        "liberty at_liberty"
      ),
      Scenario(
        "Found dead",
        [
          "disappearance 2016-05-17 stage=abducted",
          "disappearance 2016-05-27 stage=located found=dead",
        ],
        on: "2016-05-28",
        "liberty deceased; held false"
      ),
      Scenario(
        "Found, the source does not say how",
        ["disappearance 2016-05-17 stage=abducted", "disappearance 2016-05-27 stage=located"],
        on: "2016-05-28",
        "liberty unknown"
      ),
      Scenario(
        "Extradited: in custody where they were taken",
        ["arrest 2016-05-17", "departure 2016-05-27 form=extradited to=xy/northport"],
        on: "2016-05-28",
        "liberty in_custody; place xy/northport; held_since 2016-05-17; since 2016-05-27"
      ),
      Scenario(
        "Rendered: in custody where they were taken",
        ["departure 2016-05-27 form=rendered to=xy"],
        on: "2016-05-28",
        "liberty in_custody; place xy; held_since 2016-05-27"
      ),
      Scenario(
        "An extradition carried out: in custody where they were taken",
        ["extradition 2016-05-27 stage=executed from=zz to=xy"],
        on: "2016-05-28",
        "liberty in_custody; place xy; since 2016-05-27"
      ),
      Scenario(
        "An extradition granted moves nobody",
        ["departure 2016-01-10 form=fled", "extradition 2016-05-27 stage=granted from=zz to=xy"],
        on: "2016-05-28",
        "liberty abroad"
      ),
      Scenario(
        "An escape leads into hiding",
        ["arrest 2016-05-17", "departure 2016-05-27 form=escaped"],
        on: "2016-05-28",
        "liberty in_hiding; held false; held_since -"
      ),
      Scenario(
        "A return from abroad is liberty",
        ["departure 2016-05-17 form=left", "departure 2016-05-27 form=returned"],
        on: "2016-05-28",
        "liberty at_liberty; since 2016-05-27"
      ),
      Scenario(
        "A return of somebody who was not abroad changes nothing",
        ["bail 2016-05-17", "departure 2016-05-27 form=returned"],
        on: "2016-05-28",
        "liberty bail; since 2016-05-17"
      ),
      Scenario(
        "A return of somebody of whom nothing was known changes nothing",
        ["departure 2016-05-27 form=returned"],
        on: "2016-05-28",
        "liberty unknown"
      ),
      Scenario(
        "A departure whose form is not stated leaves it unknown where they are",
        ["release 2016-05-17", "departure 2016-05-27 form=unspecified"],
        on: "2016-05-28",
        "liberty unknown"
      ),
    ]
    + ["left", "fled", "exiled", "expelled", "deported"].map { form in
      Scenario(
        "Who \(form) is abroad",
        ["arrest 2016-05-17", "departure 2016-05-27 form=\(form)"],
        on: "2030-05-28",
        "liberty abroad; held false; held_since -; current true"
      )
    }

  @Test(arguments: places) func `a place stays until the person is moved or free`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let places = [
    Scenario(
      "A transfer moves, and restarts nothing",
      ["arrest 2016-05-17", "remand 2016-05-19", "transfer 2016-06-01 to=xy/colony"],
      on: "2016-06-02",
      "liberty pretrial_detention; place xy/colony; since 2016-05-19; held_since 2016-05-17; "
        + "last_evidence 2016-06-01"
    ),
    Scenario(
      "The place stays when the ground of custody changes",
      [
        "arrest 2016-05-17", "transfer 2016-05-18 to=xy/colony", "remand 2016-05-19",
      ],
      on: "2016-06-02",
      "liberty pretrial_detention; place xy/colony"
    ),
    Scenario(
      "A release ends the place",
      ["arrest 2016-05-17", "transfer 2016-05-18 to=xy/colony", "release 2016-05-19"],
      on: "2016-06-02",
      "place -"
    ),
    Scenario(
      "A transfer of somebody of whom nothing is known says nothing of where they are held",
      ["transfer 2016-05-18 to=xy/colony"],
      on: "2016-05-19",
      "liberty unknown; held false; place -"
    ),
  ]

  @Test(arguments: deaths) func `death is final`(scenario: Scenario) throws {
    try scenario.check()
  }

  static let deaths = [
    Scenario(
      "A death ends custody for good",
      ["arrest 2016-05-17", "death 2016-05-19 in_custody:=true"],
      on: "2060-01-01",
      "liberty deceased; held false; held_since -; since 2016-05-19; current true; end -; place -"
    ),
    Scenario(
      "An arrest after the death changes nothing and is an anomaly",
      ["death 2016-05-19", "arrest 2016-06-01"],
      on: "2016-06-02",
      "liberty deceased; since 2016-05-19; anomalies liberty changed after death"
    ),
    Scenario(
      "A release after the death changes nothing and is an anomaly",
      ["death 2016-05-19", "release 2016-06-01"],
      on: "2016-06-02",
      "liberty deceased; anomalies liberty changed after death"
    ),
    Scenario(
      "An assertion after the death changes nothing and is an anomaly",
      ["death 2016-05-19", "status 2016-06-01 liberty=imprisoned"],
      on: "2016-06-02",
      "liberty deceased; since 2016-05-19; anomalies liberty changed after death"
    ),
    Scenario(
      "An assertion of the death confirms it",
      ["death 2016-05-19", "status 2016-06-01 liberty=deceased"],
      on: "2016-06-02",
      "liberty deceased; since 2016-05-19; basis e1 + e2"
    ),
    Scenario(
      "Death comes last among events that overlap",
      ["death 2016", "arrest 2016-06-01", "release 2016-07-01"],
      on: "2017-01-01",
      "liberty deceased; since 2016"
    ),
    Scenario(
      "Found dead is final too",
      ["disappearance 2016-05-17 stage=located found=dead", "arrest 2016-06-01"],
      on: "2016-06-02",
      "liberty deceased; anomalies liberty changed after death"
    ),
    Scenario(
      "Whoever was to serve a sentence and died never was confirmed to be in custody",
      ["bail 2016-01-10", "sentence 2016-03-01 form=imprisonment term=P1Y", "death 2016-05-19"],
      on: "2016-06-02",
      "liberty deceased; anomalies custody not confirmed"
    ),
  ]
}
