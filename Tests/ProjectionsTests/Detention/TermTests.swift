import Testing

/// When a person is due out.
@Suite struct TermTests {
  private static let taken = ["arrest 2016-05-17", "remand 2016-05-19"]
  private static let fromMay =
    "sentence 2016-11-28 form=imprisonment term=P5Y counted_from=2016-05-17"

  @Test(arguments: starts) func `a term counts from what the source says, else from an interval`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let starts = [
    Scenario(
      "Counted from a day",
      [fromMay],
      on: "2016-12-01",
      "end 2021-05-17..2021-05-17"
    ),
    Scenario(
      "Counted from a day, minus credit",
      [fromMay + " credit=P6M"],
      on: "2016-12-01",
      "end 2020-11-17..2020-11-17"
    ),
    Scenario(
      "Credit alone counts back from the sentence",
      taken + ["sentence 2016-11-28 form=imprisonment term=P5Y credit=P6M"],
      on: "2016-12-01",
      "end 2021-05-28..2021-05-28"
    ),
    Scenario(
      "Neither: from the start of custody to the sentence",
      taken + ["sentence 2016-11-28 form=imprisonment term=P5Y"],
      on: "2016-12-01",
      "end 2021-05-17..2021-11-28 estimated"
    ),
    Scenario(
      "A sentence of which only the month is known",
      taken + ["sentence 2016-11 form=imprisonment term=P5Y"],
      on: "2016-12-01",
      "end 2021-05-17..2021-11-30 estimated"
    ),
    Scenario(
      "An arrest of which only the month is known",
      ["arrest 2016-05", "sentence 2016-11-28 form=imprisonment term=P5Y"],
      on: "2016-12-01",
      "end 2021-05-01..2021-11-28 estimated"
    ),
    Scenario(
      "Counted from a month",
      ["sentence 2016-11-28 form=imprisonment term=P5Y counted_from=2016-05"],
      on: "2016-12-01",
      "end 2021-05-01..2021-05-31"
    ),
    Scenario(
      "Custody of which only is known that it was not later",
      [
        "status 2016-10-01 liberty=pretrial_detention",
        "sentence 2016-11-28 form=imprisonment term=P5Y",
      ],
      on: "2016-12-01",
      "end -..2021-11-28 estimated"
    ),
    Scenario(
      "Bail breaks the custody",
      [
        "arrest 2016-01-10", "bail 2016-02-01",
        "sentence 2016-11-28 form=imprisonment term=P1Y taken_into_custody:=true",
      ],
      on: "2016-12-01",
      "end 2017-11-28..2017-11-28 estimated"
    ),
    Scenario(
      "House arrest breaks the custody",
      [
        "arrest 2016-01-10", "house-arrest 2016-10-01",
        "sentence 2016-11-28 form=imprisonment term=P1Y taken_into_custody:=true",
      ],
      on: "2016-12-01",
      "end 2017-11-28..2017-11-28 estimated"
    ),
    Scenario(
      "A new arrest in between begins the custody that counts",
      [
        "arrest 2016-01-10", "bail 2016-02-01", "arrest 2016-09-05",
        "sentence 2016-11-28 form=imprisonment term=P1Y",
      ],
      on: "2016-12-01",
      "end 2017-09-05..2017-11-28 estimated"
    ),
    Scenario(
      "Custody after the sentence counts for both",
      [
        "release 2016-05-19", "sentence 2016-11-28 form=imprisonment term=P1Y",
        "arrest 2017-02",
      ],
      on: "2017-03-01",
      "end 2018-02-01..2018-02-28 estimated"
    ),
    Scenario(
      "A term for life has no end",
      taken + ["sentence 2016-11-28 form=life"],
      on: "2060-12-01",
      "end -; current true"
    ),
    Scenario(
      "A sentence without a term has no end that could be computed",
      taken + ["sentence 2016-11-28 form=imprisonment"],
      on: "2016-12-01",
      "end -"
    ),
    Scenario(
      "17 May and fifteen days are 1 June",
      ["administrative-arrest 2016-05-17 term=P15D"],
      on: "2016-05-18",
      "end 2016-06-01..2016-06-01"
    ),
    Scenario(
      "Administrative arrest counts from its order, not from the arrest",
      ["arrest 2016-05-15", "administrative-arrest 2016-05-17 term=P15D"],
      on: "2016-05-18",
      "end 2016-06-01..2016-06-01"
    ),
    Scenario(
      "A remand until a month",
      ["remand 2016-05-17 until=2016-07"],
      on: "2016-05-18",
      "end 2016-07-01..2016-07-31"
    ),
    Scenario(
      "House arrest until a day",
      ["house-arrest 2016-05-17 until=2016-07-10"],
      on: "2016-05-18",
      "end 2016-07-10..2016-07-10"
    ),
    Scenario(
      "A commitment until a day",
      ["commitment 2016-05-17 until=2016-07-10"],
      on: "2016-05-18",
      "end 2016-07-10..2016-07-10"
    ),
    Scenario(
      "A release ends the end",
      [fromMay, "release 2017-01-10"],
      on: "2017-01-10",
      "end -"
    ),
    Scenario(
      "Bail ends the end of the remand",
      ["remand 2016-05-17 until=2016-07-10", "bail 2016-06-01"],
      on: "2016-06-01",
      "liberty bail; end -"
    ),
  ]

  /// The day from which it counts, the term, and the day on which the person is due out.
  static let clamps = [
    ("2017-01-31", "P1M", "2017-02-28"), ("2016-01-31", "P1M", "2016-02-29"),
    ("2016-02-29", "P1Y", "2017-02-28"), ("2016-02-29", "P4Y", "2020-02-29"),
    ("2016-08-31", "P1M", "2016-09-30"), ("2016-10-31", "P4M", "2017-02-28"),
    ("2016-12-31", "P1Y2M", "2018-02-28"), ("2016-05-17", "P15D", "2016-06-01"),
    ("2016-05-17", "P2W", "2016-05-31"), ("2016-01-31", "P1M1D", "2016-03-01"),
    ("1999-12-31", "P2M", "2000-02-29"), ("1899-12-31", "P2M", "1900-02-28"),
  ]

  @Test(arguments: clamps) func `months and years clamp to the end of the month`(
    start: String,
    term: String,
    due: String
  ) throws {
    try Scenario(
      "\(start) and \(term)",
      ["sentence \(start) form=imprisonment term=\(term) counted_from=\(start)"],
      on: start,
      "end \(due)..\(due)"
    ).check()
  }

  @Test(arguments: changed) func `a decision on the sentence moves or ends its end`(
    scenario: Scenario
  ) throws { try scenario.check() }

  static let changed = [
    Scenario(
      "Reduced, with the whole new term",
      [fromMay, "appeal 2017-02-01 outcome=reduced of=e1 term=P3Y"],
      on: "2017-02-02",
      "liberty imprisoned; since 2016-11-28; end 2019-05-17..2019-05-17; process final"
    ),
    Scenario(
      "Increased, with the whole new term",
      [fromMay, "appeal 2017-02-01 outcome=increased of=e1 term=P7Y"],
      on: "2017-02-02",
      "end 2023-05-17..2023-05-17"
    ),
    Scenario(
      "Reduced, without naming the sentence",
      [fromMay, "appeal 2017-02-01 outcome=reduced term=P3Y"],
      on: "2017-02-02",
      "end 2019-05-17..2019-05-17"
    ),
    Scenario(
      "Reduced, the start estimated as before",
      taken + [
        "sentence 2016-11-28 form=imprisonment term=P5Y",
        "appeal 2017-02-01 outcome=reduced of=e3 term=P3Y",
      ],
      on: "2017-02-02",
      "end 2019-05-17..2019-11-28 estimated"
    ),
    Scenario(
      "Reduced without a term: no end, and current for a year from the evidence",
      [fromMay, "appeal 2017-02-01 outcome=reduced of=e1"],
      on: "2017-11-28",
      "liberty imprisoned; end -; current true"
    ),
    Scenario(
      "Reduced without a term: not current after that year",
      [fromMay, "appeal 2017-02-01 outcome=reduced of=e1"],
      on: "2017-11-29",
      "liberty imprisoned; end -; current false"
    ),
    Scenario(
      "Increased without a term: no end",
      [fromMay, "appeal 2017-02-01 outcome=increased of=e1"],
      on: "2017-02-02",
      "liberty imprisoned; end -"
    ),
    Scenario(
      "Upheld: as it was",
      [fromMay, "appeal 2017-02-01 outcome=upheld of=e1"],
      on: "2017-02-02",
      "end 2021-05-17..2021-05-17; process final"
    ),
    Scenario(
      "Upheld, the outcome not stated: as it was",
      [fromMay, "appeal 2017-02-01 outcome=unspecified of=e1"],
      on: "2017-02-02",
      "end 2021-05-17..2021-05-17; process convicted"
    ),
    Scenario(
      "Quashed: no end, still held",
      [fromMay, "appeal 2017-02-01 outcome=quashed of=e1"],
      on: "2017-02-02",
      "liberty imprisoned; end -; process dropped; anomalies release ordered, not confirmed"
    ),
    Scenario(
      "Remitted: no end, still held",
      [fromMay, "appeal 2017-02-01 outcome=remitted of=e1"],
      on: "2017-02-02",
      "liberty imprisoned; end -; process on_trial"
    ),
    Scenario(
      "A life sentence commuted to years",
      [
        "sentence 2016-11-28 form=life counted_from=2016-05-17",
        "clemency 2017-02-01 form=commutation term=P15Y",
      ],
      on: "2017-02-02",
      "end 2031-05-17..2031-05-17"
    ),
    Scenario(
      "Asked before the appeal",
      [fromMay, "appeal 2017-02-01 outcome=reduced of=e1 term=P3Y"],
      on: "2017-01-31",
      "end 2021-05-17..2021-05-17; process convicted"
    ),
    Scenario(
      "An appeal against a sentence that was retracted has no effect",
      [fromMay, "appeal 2017-02-01 outcome=reduced of=e1 term=P3Y", "retraction of=e1 reason=no"],
      on: "2017-02-02",
      "liberty unknown; end -"
    ),
  ]
}
