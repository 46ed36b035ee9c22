import Events
import Projections
import Testing

@Suite struct BorderMeasureTests {
  private func rows(_ steps: String, asOf iso: String) throws -> [BorderMeasure] {
    let lines = steps.split(separator: "\n").map { step in
      let words = step.split(separator: " ", maxSplits: 3).map(String.init)
      let more = words.count > 3 ? "," + words[3] : ""
      return #"\#(words[0]) border-measure \#(words[2]) {"stage":"\#(words[1])","#
        + #""between":["kz","kg"],"measure":"checks"\#(more)}"#
    }
    return try Chronicle(lines.joined(separator: "\n")).record
      .borderMeasures(asOf: try day(iso))
  }

  @Test func `a row says everything in the order of the design`() throws {
    let rows = try rows(
      #"a imposed 2017-10-10 "direction":"out","by":"kz","until":"2017-12""#,
      asOf: "2017-11-01"
    )
    #expect(
      rows.map(\.json.written) == [
        #"{"event":"a","between":["kz","kg"],"direction":"out","by":"kz","measure":"checks","#
          + #""in_force":true,"since":"2017-10-10","until":"2017-12","possible":false,"#
          + #""basis":["a"]}"#
      ]
    )
  }

  @Test(arguments: [
    ("2017-10-09", []), ("2017-10-10", ["a true 2017-10-10 -"]),
    ("2017-11-01", ["b true 2017-10-10 -"]), ("2017-12-01", ["b false 2017-10-10 2017-12-01"]),
    ("2018-02-01", ["b false 2017-10-10 2017-12-01", "d true 2018-02-01 -"]),
  ])
  func `a measure is in force until it is lifted, and set anew is another`(
    iso: String,
    expected: [String]
  ) throws {
    let found = try rows(
      """
      a imposed 2017-10-10
      b tightened 2017-11-01
      c lifted 2017-12-01
      d imposed 2018-02-01
      """,
      asOf: iso
    )
    #expect(found.map(summary) == expected)
  }

  @Test(arguments: [
    // To the end of its latest day.
    (#"a imposed 2017-10-10 "until":"2017-11""#, "2017-11-30", true),
    (#"a imposed 2017-10-10 "until":"2017-11""#, "2017-12-01", false),
    (#"a imposed 2017-10-10 "until":"2017-11/2018-01-15""#, "2018-01-15", true),
    (#"a imposed 2017-10-10 "until":"2017-11/2018-01-15""#, "2018-01-16", false),
    ("a imposed 2017-10-10/2017-11-05", "2017-11-05", true),
    ("a imposed 2017-10-10/2017-11-05", "2017-11-06", false),
    ("a imposed 2017-10-10/..", "2019-01-01", true),
    // A change leaves the end as stated before; a new end counts; set anew, it has none.
    (#"a imposed 2017-10-10 "until":"2017-11-30"\#nb eased 2017-11-01"#, "2017-12-01", false),
    (
      #"a imposed 2017-10-10 "until":"2017-11-30"\#nb eased 2017-11-01 "until":"2017-12-31""#,
      "2017-12-31", true
    ),
    (#"a imposed 2017-10-10 "until":"2017-11-30"\#nb imposed 2017-11-01"#, "2019-01-01", true),
  ])
  func `until is its last day`(steps: String, iso: String, isInForce: Bool) throws {
    let rows = try rows(steps, asOf: iso)
    #expect(rows.map(\.isInForce) == [isInForce])
  }

  @Test func `a set of days says nothing of an end`() throws {
    let record = try Story([
      #"border-measure {2017-10-10,2017-11-05} stage=imposed between:=["kz","kg"] measure=checks"#
    ]).record
    let rows = record.borderMeasures(asOf: try day("2018-12-01"))
    #expect(rows.map(\.isInForce) == [true] && rows.map(\.until) == [nil])
  }

  @Test func `the end of a lasting measure is shown as written`() throws {
    #expect(
      try rows("a imposed 2017-10-10/2017-11~", asOf: "2017-10-10").map(\.until) == ["2017-11~"]
    )
    #expect(try rows("a imposed 2017-10/..", asOf: "2017-11-10").map(\.until) == [nil])
  }

  @Test func `a change after the end begins another measure`() throws {
    let rows = try rows(
      #"a imposed 2017-10-10 "until":"2017-10-31"\#nb tightened 2018-01-01"#,
      asOf: "2018-01-01"
    )
    #expect(rows.map(summary) == ["a false 2017-10-10 2017-10-31", "b true 2018-01-01 -"])
  }

  @Test func `a lifting alone says only that it ended`() throws {
    let rows = try rows("a lifted 2017-10-10", asOf: "2017-10-10")
    #expect(rows.map(summary) == ["a false - 2017-10-10"])
  }

  @Test func `what has only possibly happened is marked and decides nothing`() throws {
    #expect(
      try rows("a imposed 2017", asOf: "2017-05-01").map(summary) == ["a false 2017 - possible"]
    )
    #expect(
      try rows("a imposed 2016-01-01\nb lifted 2017", asOf: "2017-05-01").map(summary)
        == ["a true 2016-01-01 - possible"]
    )
    #expect(
      try rows("a imposed 2016-01-01\nb eased 2017", asOf: "2017-05-01").map(summary)
        == ["a true 2016-01-01 -"]
    )
  }

  @Test func `the two places count in either order, direction and measure as written`() throws {
    let rows = try Chronicle(
      """
      a border-measure 2017-01-01 {"stage":"imposed","between":["kz","kg"],"measure":"checks"}
      b border-measure 2017-02-01 {"stage":"eased","between":["kg","kz"],"measure":"checks"}
      c border-measure 2017-03-01 {"stage":"lifted","between":["kg","kz"],"measure":"checks",\
      "direction":"out"}
      d border-measure 2017-03-01 {"stage":"lifted","between":["kg","kz"],"measure":"closure"}
      """
    ).record.borderMeasures(asOf: try day("2018-01-01"))
    #expect(
      rows.map(summary)
        == ["b true 2017-01-01 -", "c false - 2017-03-01", "d false - 2017-03-01"]
    )
  }

  private func summary(_ row: BorderMeasure) -> String {
    "\(row.event) \(row.isInForce) \(row.since ?? "-") \(row.until ?? "-")"
      + (row.isPossible ? " possible" : "")
  }
}
