import Events
import Projections
import Testing

@Suite struct CountComparisonTests {
  /// On 2017-10-31 three are held, one of them last seen years ago; one perhaps; one is a group.
  private static let people = """
    p1 person {"id":"anna","names":[{"text":"Anna"}]}
    p2 person {"id":"crowd","names":[{"text":"Crowd"}],"group":true}
    a arrest 2017-10-30 anna
    b status 2017-09-01 bert {"liberty":"imprisoned"}
    c status 2010-01-01 cora {"liberty":"in_custody"}
    d arrest 2017 dora
    e release 2017-10-01 emil
    g status 2017-10-01 crowd {"liberty":"in_custody"}
    """

  private func rows(_ count: String) throws -> [CountComparison] {
    try Chronicle("\(CountComparisonTests.people)\n\(count)").record
      .counts(asOf: try day("2017-12-30"))
  }

  @Test func `an asserted number stands beside the derived one`() throws {
    let rows = try rows(
      #"n count 2017-10 {"states":["held"],"count":{"n":3,"including":[{"n":1,"state":"beaten"}]},"#
        + #""list":"ours"}"#
    )
    #expect(
      rows.map(\.json.written) == [
        #"{"event":"n","date":"2017-10","states":["held"],"state":null,"#
          + #""asserted":{"n":3,"including":[{"n":1,"state":"beaten"}]},"derived":3,"#
          + #""not_current":1,"possible":1,"agrees":true,"list":"ours","kind":"count"}"#
      ]
    )
  }

  @Test(arguments: [
    (#"{"n":3}"#, true), (#"{"n":2}"#, false), (#"{"n":4}"#, false),
    (#"{"n":3,"qualifier":"at_least"}"#, true), (#"{"n":4,"qualifier":"at_least"}"#, false),
    (#"{"n":2,"qualifier":"more_than"}"#, true), (#"{"n":3,"qualifier":"more_than"}"#, false),
    (#"{"n":3,"qualifier":"at_most"}"#, true), (#"{"n":2,"qualifier":"at_most"}"#, false),
    (#"{"n":3,"qualifier":"about"}"#, nil), (#"{"qualifier":"some"}"#, nil),
  ])
  func `the qualifier says whether the record agrees`(count: String, agrees: Bool?) throws {
    let row = try #require(
      try rows(#"n count 2017-10 {"states":["held"],"count":\#(count)}"#).first
    )
    #expect(row.agrees == agrees)
    #expect(row.derived?.certain == 3)
  }

  @Test(arguments: [
    ("n count 2017-10 - ", #"["police_custody"]"#, 1, 0, 1),
    ("n count 2017-10 - ", #"["imprisoned","in_custody"]"#, 2, 1, 0),
    ("n count 2017-10 - ", #"["at_liberty"]"#, 1, 0, 0),
    ("n count 2017-10 anna,emil ", #"["held"]"#, 1, 0, 0),
    // On the latest day of the count's date, not on the day that is asked about.
    ("n count 2017-10-29 anna ", #"["held"]"#, 0, 0, 0),
  ])
  func `those in one of the states are counted, among the persons named`(
    head: String,
    states: String,
    certain: Int,
    notCurrent: Int,
    possible: Int
  ) throws {
    let row = try #require(
      try rows("\(head){\"states\":\(states),\"count\":{\"n\":9}}").first
    )
    #expect(row.derived?.certain == certain)
    #expect(row.derived?.notCurrent == notCurrent)
    #expect(row.derived?.possible == possible)
  }

  @Test(arguments: [
    #"n count 2017-10 {"state":"prosecuted","count":{"n":3}}"#,
    #"n count 2017-10 {"state":"on hunger strike","states":["held"],"count":{"n":3}}"#,
    #"n count 2017-10 {"states":["unspecified"],"count":{"n":3}}"#,
    #"n count 2017-10 anna,crowd {"states":["held"],"count":{"n":3}}"#,
    #"n mass-arrest 2017-10 {"count":{"n":3}}"#,
  ])
  func `what cannot be compared is not`(count: String) throws {
    let row = try #require(try rows(count).first)
    #expect(
      row.written("derived", "not_current", "possible", "agrees")
        == #"{"derived":null,"not_current":0,"possible":0,"agrees":null}"#
    )
  }
}
