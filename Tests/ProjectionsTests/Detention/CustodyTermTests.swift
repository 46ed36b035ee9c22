import Testing

/// Several terms at once, and custody that a commitment interrupts.
@Suite struct CustodyTermTests {
  private static let taken = ["arrest 2016-05-17", "remand 2016-05-19"]
  private static let fromMay =
    "sentence 2016-11-28 form=imprisonment term=P5Y counted_from=2016-05-17"

  @Test(arguments: several) func `several terms, and what a source says of the end`(
    scenario: Scenario
  ) throws { try scenario.check() }

  private static let second =
    "sentence 2017-03-01 form=imprisonment term=P6Y counted_from=2016-05-17"

  static let several = [
    Scenario(
      "Terms that overlap",
      [fromMay, second],
      on: "2017-03-02",
      "liberty imprisoned; since 2016-11-28; end 2022-05-17..2022-05-17; "
        + "anomalies terms that overlap without replaces"
    ),
    Scenario(
      "The shorter of two terms that overlap came last",
      [
        fromMay, "sentence 2017-03-01 form=imprisonment term=P1Y counted_from=2017-03-01",
      ],
      on: "2017-03-02",
      "end 2021-05-17..2021-05-17; anomalies terms that overlap without replaces"
    ),
    Scenario(
      "A sentence that replaces another",
      [fromMay, second + #" replaces:=["e1"]"#],
      on: "2017-03-02",
      "liberty imprisoned; end 2022-05-17..2022-05-17"
    ),
    Scenario(
      "A shorter sentence that replaces a longer one",
      [
        fromMay,
        #"sentence 2017-03-01 form=imprisonment term=P1Y counted_from=2017-03-01 replaces:=["e1"]"#,
      ],
      on: "2017-03-02",
      "end 2018-03-01..2018-03-01"
    ),
    Scenario(
      "A second sentence after the first was served",
      [
        "sentence 2010-11-28 form=imprisonment term=P1Y counted_from=2010-11-28",
        "release 2011-11-28 basis=term_served", "arrest 2016-05-17",
        "sentence 2016-11-28 form=imprisonment term=P5Y counted_from=2016-05-17",
      ],
      on: "2016-12-01",
      "end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "A second sentence after the first was quashed",
      [fromMay, "appeal 2017-02-01 outcome=quashed of=e1", second],
      on: "2017-03-02",
      "liberty imprisoned; end 2022-05-17..2022-05-17; "
        + "anomalies release ordered, not confirmed"
    ),
    Scenario(
      "A claimed end that is the computed one",
      [fromMay + " claimed_end=2021-05-17"],
      on: "2016-12-01",
      "end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "A claimed end a day off",
      [fromMay + " claimed_end=2021-05-18"],
      on: "2016-12-01",
      "end 2021-05-17..2021-05-17; anomalies claimed end differs"
    ),
    Scenario(
      "A claimed end that is a month with the computed day in it",
      [fromMay + " claimed_end=2021-05"],
      on: "2016-12-01",
      "end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "A claimed end on the first day of the interval",
      taken + ["sentence 2016-11-28 form=imprisonment term=P5Y claimed_end=2021-05-17"],
      on: "2016-12-01",
      "end 2021-05-17..2021-11-28 estimated"
    ),
    Scenario(
      "A claimed end on the last day of the interval",
      taken + ["sentence 2016-11-28 form=imprisonment term=P5Y claimed_end=2021-11-28"],
      on: "2016-12-01",
      "end 2021-05-17..2021-11-28 estimated"
    ),
    Scenario(
      "A claimed end before the interval",
      taken + ["sentence 2016-11-28 form=imprisonment term=P5Y claimed_end=2021-05-16"],
      on: "2016-12-01",
      "end 2021-05-17..2021-11-28 estimated; anomalies claimed end differs"
    ),
    Scenario(
      "A claimed end after the interval",
      taken + ["sentence 2016-11-28 form=imprisonment term=P5Y claimed_end=2021-11-29"],
      on: "2016-12-01",
      "end 2021-05-17..2021-11-28 estimated; anomalies claimed end differs"
    ),
  ]

  @Test(arguments: commitments) func `a commitment interrupts custody, and a discharge resumes it`(
    scenario: Scenario
  ) throws { try scenario.check() }

  private static let committed = taken + [fromMay, "commitment 2017-01-10 facility=xy/clinic"]

  static let commitments = [
    Scenario(
      "Committed from prison",
      committed,
      on: "2017-02-01",
      "liberty psychiatric_detention; since 2017-01-10; held_since 2016-05-17; end -; "
        + "place xy/clinic; current true"
    ),
    Scenario(
      "Discharged to prison",
      committed + ["release 2017-04-10 basis=discharged"],
      on: "2017-04-10",
      "liberty imprisoned; since 2016-11-28; held_since 2016-05-17; end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "Committed from remand and discharged to it",
      [
        "arrest 2016-05-17", "remand 2016-05-19 until=2016-09-19",
        "commitment 2016-06-10 form=examination", "release 2016-07-10 basis=discharged",
      ],
      on: "2016-07-11",
      "liberty pretrial_detention; since 2016-05-19; held_since 2016-05-17; "
        + "end 2016-09-19..2016-09-19"
    ),
    Scenario(
      "Committed twice, then discharged to prison",
      committed + ["commitment 2017-02-10", "release 2017-04-10 basis=discharged"],
      on: "2017-04-10",
      "liberty imprisoned; since 2016-11-28; end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "Discharged, and held nowhere before",
      ["commitment 2017-01-10", "release 2017-04-10 basis=discharged"],
      on: "2017-04-10",
      "liberty at_liberty; since 2017-04-10; held_since -"
    ),
    Scenario(
      "Let go from the clinic, not discharged to prison",
      committed + ["release 2017-04-10 basis=amnesty"],
      on: "2017-04-10",
      "liberty at_liberty; held_since -; end -"
    ),
    Scenario(
      "Discharged and then released",
      committed + ["release 2017-04-10 basis=discharged", "release 2017-05-10"],
      on: "2017-05-10",
      "liberty at_liberty; since 2017-05-10; end -"
    ),
    Scenario(
      "The sentence was reduced while in the clinic",
      committed + [
        "appeal 2017-02-01 outcome=reduced of=e3 term=P3Y",
        "release 2017-04-10 basis=discharged",
      ],
      on: "2017-04-10",
      "liberty imprisoned; end 2019-05-17..2019-05-17"
    ),
    Scenario(
      "The sentence was quashed while in the clinic",
      committed + [
        "appeal 2017-02-01 outcome=quashed of=e3", "release 2017-04-10 basis=discharged",
      ],
      on: "2017-04-10",
      "liberty imprisoned; held true; end -; anomalies release ordered, not confirmed"
    ),
    Scenario(
      "Sentenced while in the clinic for an examination",
      [
        "arrest 2016-05-17", "remand 2016-05-19", "commitment 2016-06-10 form=examination",
        fromMay, "release 2016-12-10 basis=discharged",
      ],
      on: "2016-12-11",
      "liberty imprisoned; end 2021-05-17..2021-05-17"
    ),
  ]
}
