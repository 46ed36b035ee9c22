import Testing

/// Orders in which days and preferences lead in a circle, so that an event between others decides.
@Suite struct CircularOrderTests {
  @Test(arguments: orders) func `what happened between changes nothing of the end`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let orders = [
    Scenario(
      "`order` decides, though a charge must come before the release",
      [
        "internment 2016 order:=2", "release 2016-06 order:=1", "charge 2016-03-01 stage=brought",
      ],
      on: "2017-01-15",
      "liberty interned; held true"
    ),
    Scenario(
      "`order` decides, though a charge must come after the internment",
      [
        "internment 2016-06 order:=2", "release 2016 order:=1", "charge 2016-09-01 stage=brought",
      ],
      on: "2017-01-15",
      "liberty interned; held true; since 2016-06"
    ),
    Scenario(
      "`order` decides within a month, whatever else is known of a day of it",
      [
        "internment 2016-03 order:=2", "release 2016-03-15 order:=1",
        "health 2016-03-02 form=condition",
      ],
      on: "2017-01-15",
      "liberty interned; held true"
    ),
    Scenario(
      "`order` says nothing against what an event is `after`",
      [
        "release 2016 order:=1 after:=[\"e2\"]", "internment 2016 order:=2",
        "arrest 2016-02-01 order:=3",
      ],
      on: "2016-12-31",
      "liberty at_liberty; anomalies arrest while held"
    ),
    Scenario(
      "Released in 2016, arrested in May, come back in January",
      ["departure 2016-01-10 form=returned", "internment 2016-05-17", "release 2016"],
      on: "2017-01-15",
      "liberty at_liberty; since 2016; certain true"
    ),
    Scenario(
      "Released in 2016 after a second taking, and in January after the first",
      ["arrest 2015-12-01", "release 2016-01-05", "internment 2016-02-01", "release 2016"],
      on: "2017-01-15",
      "liberty at_liberty; since 2016; certain true"
    ),
    Scenario(
      "Two takings around a release, and a return between them",
      [
        "arrest 2017-02", "departure 2017-06-12 form=returned", "internment 2017-12",
        "release 2017",
      ],
      on: "2018-02-01",
      "liberty at_liberty; certain false; possibly interned; anomalies order undecidable"
    ),
    Scenario(
      "Two takings, a release of that year, and one on a day between them",
      ["arrest 2017-02-01", "release 2017-03-15", "internment 2017-12-01", "release 2017"],
      on: "2018-02-01",
      "liberty at_liberty; certain false; possibly interned; anomalies order undecidable"
    ),
    Scenario(
      "A taking and its release on known days, and a taking of that year",
      ["arrest 2016-03-02", "release 2016-04-12", "arrest 2016"],
      on: "2016-12-31",
      "liberty at_liberty; certain false; possibly police_custody; "
        + "anomalies arrest while held + order undecidable"
    ),
    Scenario(
      "A taking, a release of June and a taking in June",
      ["arrest 2016-01-10", "release 2016-06", "arrest 2016-06-15"],
      on: "2016-07-01",
      "liberty at_liberty; certain false; possibly police_custody; "
        + "anomalies arrest while held + order undecidable"
    ),
    Scenario(
      "A taking that a release ended, and years later the commonest case",
      ["arrest 2010-03-02", "release 2012-04-12", "arrest 2016-05-17", "release 2016"],
      on: "2017-01-15",
      "liberty at_liberty; certain true"
    ),
    Scenario(
      "An `after` says nothing against days",
      ["house-arrest 2015-11-19", #"arrest 2015-01 after:=["e1"]"#],
      on: "2016-01-15",
      "liberty house_arrest"
    ),
  ]
}
