import Testing

/// The order of a person's events, what is only possible, and what cannot be decided.
@Suite struct OrderTests {
  @Test(arguments: orders) func `partial dates are folded in the order of what must have been`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let orders = [
    Scenario(
      "Released in 2016, arrested on 17 May 2016",
      ["arrest 2016-05-17", "release 2016"],
      on: "2017-01-01",
      "liberty at_liberty; since 2016; certain true"
    ),
    Scenario(
      "The same, recorded the other way round",
      ["release 2016", "arrest 2016-05-17"],
      on: "2017-01-01",
      "liberty at_liberty; since 2016; certain true"
    ),
    Scenario(
      "Released in 2016, arrested on 17 May 2017",
      ["release 2016", "arrest 2017-05-17"],
      on: "2017-05-18",
      "liberty police_custody"
    ),
    Scenario(
      "Arrested and remanded on one day, recorded in reverse",
      ["remand 2016-05-17", "arrest 2016-05-17"],
      on: "2016-05-18",
      "liberty pretrial_detention; held_since 2016-05-17"
    ),
    Scenario(
      "Sentenced in 2016, remanded on 19 May 2016, recorded in reverse",
      ["sentence 2016 form=imprisonment", "remand 2016-05-19"],
      on: "2017-01-01",
      "liberty imprisoned; since 2016; held_since 2016-05-19"
    ),
    Scenario(
      "The source says that the arrest came after the release of the same year",
      ["release 2016-03-01", #"arrest 2016 after:=["e1"]"#],
      on: "2017-01-01",
      "liberty police_custody; since 2016; held true"
    ),
    Scenario(
      "`after` chains",
      [
        "release 2016", #"arrest 2016 after:=["e1"] id=back"#, #"release 2016 after:=["back"]"#,
      ],
      on: "2017-01-01",
      "liberty at_liberty"
    ),
    Scenario(
      "`after` of a retracted event has no effect",
      [
        "release 2016-03-01", #"arrest 2016 after:=["e1"]"#, "release 2016-04-01",
        "retraction of=e1 reason=wrong",
      ],
      on: "2017-01-01",
      "liberty at_liberty"
    ),
    Scenario(
      "`order` decides among events of a day",
      ["release 2016-05-17 order:=1", "arrest 2016-05-17 order:=2"],
      on: "2016-05-18",
      "liberty police_custody"
    ),
    Scenario(
      "`order` that only one event carries decides nothing",
      ["release 2016-05-17 order:=1", "arrest 2016-05-17"],
      on: "2016-05-18",
      "liberty at_liberty"
    ),
    Scenario(
      "`order` decides, whatever else happened on that day",
      [
        "release 2016-05-17 order:=1", "health 2016-05-17 form=condition",
        "arrest 2016-05-17 order:=2",
      ],
      on: "2016-05-18",
      "liberty police_custody; since 2016-05-17; held true"
    ),
    Scenario(
      "`order` does not overrule days",
      ["release 2016-05-17 order:=1", "arrest 2016-05-16 order:=2"],
      on: "2016-05-18",
      "liberty at_liberty"
    ),
    Scenario(
      "Not later than 1 May, and a release on 10 May",
      ["arrest [..2016-05-01]", "release 2016-05-10"],
      on: "2016-05-11",
      "liberty at_liberty"
    ),
    Scenario(
      "Not later than 17 May, and a release on 10 May",
      ["arrest [..2016-05-17]", "release 2016-05-10"],
      on: "2016-05-18",
      "liberty at_liberty"
    ),
    Scenario(
      "Not later than 17 May, and a bail on 20 May",
      ["bail 2016-05-20", "arrest [..2016-05-17]"],
      on: "2016-05-21",
      "liberty bail"
    ),
    Scenario(
      "An event that lasts takes effect at its beginning",
      ["arrest 2016-05-17/2016-06-30"],
      on: "2016-05-18",
      "liberty police_custody; since 2016-05-17"
    ),
    Scenario(
      "The end of an event that lasts frees nobody",
      ["arrest 2016-05-17/2016-05-18"],
      on: "2016-05-20",
      "liberty police_custody; held true"
    ),
    Scenario(
      "An acquittal and the release on its day, recorded in reverse",
      ["remand 2016-05-10", "release 2016-05-17", "verdict 2016-05-17 outcome=acquitted"],
      on: "2016-05-18",
      "liberty at_liberty"
    ),
  ]

  @Test(arguments: possible) func `what possibly happened is named, each event alone`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let possible = [
    Scenario(
      "An arrest dated 2016, asked about as of 1 June 2016",
      ["arrest 2016"],
      on: "2016-06-01",
      "liberty unknown; held false; certain false; possibly police_custody; since -; basis -"
    ),
    Scenario(
      "The same arrest on the last day of the year",
      ["arrest 2016"],
      on: "2016-12-31",
      "liberty police_custody; since 2016; certain true"
    ),
    Scenario(
      "The same arrest before the year",
      ["arrest 2016"],
      on: "2015-12-31",
      "liberty unknown"
    ),
    Scenario(
      "A release that is possible",
      ["arrest 2016-05-17", "release 2016-05"],
      on: "2016-05-18",
      "liberty police_custody; current true; certain false; possibly at_liberty"
    ),
    Scenario(
      "Two possible events, each alone",
      ["arrest 2016", "departure 2016 form=left"],
      on: "2016-06-01",
      "liberty unknown; possibly abroad + police_custody; certain false"
    ),
    Scenario(
      "A possible event that leads to the same state",
      ["arrest 2016-05-17", "mass-arrest 2016-05 persons:=[\"anna\"]"],
      on: "2016-05-18",
      "liberty police_custody; certain true"
    ),
    Scenario(
      "A possible event that would have come before what is certain",
      ["remand 2016-05-19", "arrest 2016-05"],
      on: "2016-05-20",
      "liberty pretrial_detention; certain true"
    ),
    Scenario(
      "An open beginning is possible ever since",
      ["arrest [..2016-05-17]"],
      on: "1990-01-01",
      "liberty unknown; possibly police_custody; certain false"
    ),
    Scenario(
      "An open beginning is certain from its latest day",
      ["arrest [..2016-05-17]"],
      on: "2016-05-17",
      "liberty police_custody; held true"
    ),
    Scenario(
      "A beginning with no latest day never is certain",
      ["arrest [2016-05-17..]"],
      on: "2026-05-17",
      "liberty unknown; possibly police_custody; certain false"
    ),
    Scenario(
      "`after` raises the earliest day",
      ["release 2016-06-10", #"arrest 2016 after:=["e1"]"#],
      on: "2016-06-09",
      "liberty unknown"
    ),
    Scenario(
      "A possible sentence of somebody on bail leads nowhere else",
      ["bail 2016-05-17", "sentence 2016 form=imprisonment"],
      on: "2016-06-01",
      "liberty bail; certain true; process none"
    ),
  ]

  @Test(arguments: undecidable) func `an order that cannot be told is said where it matters`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let undecidable = [
    Scenario(
      "Two arrests around a release of that year",
      ["arrest 2016-02-01", "release 2016", "arrest 2016-09-01"],
      on: "2017-01-01",
      "liberty at_liberty; certain false; possibly police_custody; "
        + "anomalies arrest while held + order undecidable"
    ),
    Scenario(
      "An arrest, a release and an arrest on one day",
      ["arrest 2016-05-17", "release 2016-05-17", "arrest 2016-05-17"],
      on: "2016-05-18",
      "liberty at_liberty; certain false; possibly police_custody; "
        + "anomalies arrest while held + order undecidable"
    ),
    Scenario(
      "An abduction, a release and an arrest of one year",
      ["disappearance 2016 stage=abducted", "release 2016", "arrest 2016"],
      on: "2017-01-01",
      "liberty at_liberty; certain false; possibly police_custody; anomalies order undecidable"
    ),
    Scenario(
      "One arrest and one release of a year",
      ["arrest 2016", "release 2016"],
      on: "2017-01-01",
      "liberty at_liberty; certain true"
    ),
    Scenario(
      "Two arrests around a release, all on known days",
      ["arrest 2016-02-01", "release 2016-05-01", "arrest 2016-09-01"],
      on: "2016-09-02",
      "liberty police_custody; certain true"
    ),
    Scenario(
      "Two arrests around a release that `order` puts in order",
      ["arrest 2016-05-17 order:=1", "release 2016-05-17 order:=2", "arrest 2016-05-17 order:=3"],
      on: "2016-05-18",
      "liberty police_custody; certain true"
    ),
    Scenario(
      "Two arrests and a release that came after the second",
      ["arrest 2016-02-01", "arrest 2016-09-01", #"release 2016 after:=["e2"]"#],
      on: "2017-01-01",
      "liberty at_liberty; certain true; anomalies arrest while held"
    ),
    Scenario(
      "Two arrests and a release that came before the second",
      ["arrest 2016-02-01", "release 2016", #"arrest 2016-09-01 after:=["e2"]"#],
      on: "2016-12-31",
      "liberty police_custody; certain false; current false"
    ),
    Scenario(
      "Two arrests around a release, and a certain release at the end",
      ["arrest 2016-02-01", "release 2016", "arrest 2016-09-01", "release 2017-03-01"],
      on: "2017-03-02",
      "liberty at_liberty; certain true; "
        + "anomalies arrest while held + release from at_liberty, abroad or in_hiding"
    ),
    Scenario(
      "Two arrests around a release, and a sentence to prison at the end",
      [
        "arrest 2016-02-01", "release 2016", "arrest 2016-09-01",
        "sentence 2017-03-01 form=imprisonment taken_into_custody:=true",
      ],
      on: "2017-03-02",
      "liberty imprisoned; certain true; anomalies arrest while held"
    ),
    Scenario(
      "Two arrests around a release, and then a death",
      ["arrest 2016-02-01", "release 2016", "arrest 2016-09-01", "death 2017-03-01"],
      on: "2017-03-02",
      "liberty deceased; certain true; anomalies arrest while held"
    ),
    Scenario(
      "Two arrests around a release, with much else in that year",
      ["arrest 2016-02-01", "release 2016", "arrest 2016-09-01"]
        + (1...80).map { _ in "health 2016 form=condition" },
      on: "2017-01-01",
      "liberty at_liberty; certain false; possibly police_custody; "
        + "anomalies arrest while held + order undecidable"
    ),
    Scenario(
      "Two arrests and a release that came after the second by way of another event",
      [
        "arrest 2016-02-01", "arrest 2016-09-01", #"health 2016 form=condition after:=["e2"]"#,
        #"release 2016 after:=["e3"]"#,
      ],
      on: "2017-01-01",
      "liberty at_liberty; certain true; anomalies arrest while held"
    ),
    Scenario(
      "Equal `order` decides nothing",
      [
        "arrest 2016-05-17 order:=1", "release 2016-05-17 order:=1", "arrest 2016-05-17 order:=1",
      ],
      on: "2016-05-18",
      "liberty at_liberty; certain false; possibly police_custody; "
        + "anomalies arrest while held + order undecidable"
    ),
    Scenario(
      "A circle of `after` is folded, each event once",
      [
        #"arrest 2016-05-17 after:=["e2"]"#, #"release 2016-05-17 after:=["e1"]"#,
      ],
      on: "2016-05-18",
      "liberty at_liberty"
    ),
    Scenario(
      "A hundred arrests and releases of one year",
      (1...100).flatMap { _ in ["arrest 2016", "release 2016"] },
      on: "2017-01-01",
      "liberty at_liberty; certain false; possibly police_custody; anomalies "
        + (Array(repeating: "arrest while held", count: 99) + ["order undecidable"]
        + Array(repeating: "release from at_liberty, abroad or in_hiding", count: 99))
        .joined(separator: " + ")
    ),
    Scenario(
      "Two releases around an arrest of that year",
      ["release 2016-02-01", "arrest 2016", "release 2016-09-01"],
      on: "2017-01-01",
      "liberty at_liberty; certain false; possibly police_custody; "
        + "anomalies order undecidable + release from at_liberty, abroad or in_hiding"
    ),
  ]
}
