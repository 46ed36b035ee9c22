import Events
import Projections
import Testing

@Suite struct DueTests {
  private func rows(_ text: String, asOf iso: String, within days: Int = 90) throws -> [String] {
    try Chronicle(text).record.dues(asOf: try day(iso), within: days).map(\.json.written)
  }

  @Test func `hearings and visits ahead are due, the nearest first`() throws {
    let rows = try rows(
      """
      m meeting 2016-05-01 anna {"stage":"planned","for":"2016-06-20"}
      t trial 2016-05-01 anna,bert {"stage":"hearing","for":"2016-06"}
      e election 2016-05-01 {"stage":"scheduled","office":"mayor","for":"2016-07-01"}
      """,
      asOf: "2016-06-10"
    )
    #expect(
      rows == [
        #"{"person":"anna","what":"visit","earliest":"2016-06-20","latest":"2016-06-20","#
          + #""passed":false,"reason":null,"basis":["m"]}"#,
        #"{"person":"anna","what":"hearing","earliest":"2016-06-01","latest":"2016-06-30","#
          + #""passed":false,"reason":null,"basis":["t"]}"#,
        #"{"person":"bert","what":"hearing","earliest":"2016-06-01","latest":"2016-06-30","#
          + #""passed":false,"reason":null,"basis":["t"]}"#,
        #"{"person":null,"what":"election","earliest":"2016-07-01","latest":"2016-07-01","#
          + #""passed":false,"reason":null,"basis":["e"]}"#,
      ]
    )
  }

  @Test(arguments: [
    ("2016-06-15", 0, true), ("2016-06-16", 90, false), ("2016-06-10", 5, true),
    ("2016-06-10", 4, false),
  ])
  func `a hearing is due until its day, and within the days asked for`(
    iso: String,
    within: Int,
    isDue: Bool
  ) throws {
    let text = #"t trial 2016-05-01 anna {"stage":"hearing","for":"2016-06-15"}"#
    #expect(try rows(text, asOf: iso, within: within).isEmpty == !isDue)
  }

  @Test func `what several events say of one hearing is one row`() throws {
    let rows = try rows(
      """
      a trial 2016-05-01 anna {"stage":"opened","for":"2016-06-15"}
      b trial 2016-06-15 anna {"stage":"hearing"}
      """,
      asOf: "2016-06-10"
    )
    #expect(
      rows == [
        #"{"person":"anna","what":"hearing","earliest":"2016-06-15","latest":"2016-06-15","#
          + #""passed":false,"reason":null,"basis":["a","b"]}"#
      ]
    )
  }

  @Test func `what was called off is not due`() throws {
    let rows = try rows(
      """
      a meeting 2016-05-01 anna {"stage":"refused","for":"2016-06-15"}
      b meeting 2016-05-01 anna {"stage":"not_held","for":"2016-06-15"}
      c election 2016-05-01 {"stage":"annulled","office":"mayor","for":"2016-06-15"}
      """,
      asOf: "2016-06-10"
    )
    #expect(rows == [])
  }

  @Test func `a remand that ends soon is due, and one that has passed`() throws {
    let text = #"a remand 2016-05-17 anna {"stage":"ordered","until":"2016-07-17"}"#
    let row =
      #"{"person":"anna","what":"remand","earliest":"2016-07-17","latest":"2016-07-17","#
      + #""passed":false,"reason":null,"basis":["a"]}"#
    #expect(try rows(text, asOf: "2016-06-17", within: 30) == [row])
    #expect(try rows(text, asOf: "2016-06-17", within: 29) == [])
    #expect(try rows(text, asOf: "2016-07-17", within: 0) == [row])
    #expect(
      try rows(text, asOf: "2016-07-18", within: 0)
        == [row.replacing(#""passed":false"#, with: #""passed":true"#)]
    )
    #expect(try rows("\(text)\nr release 2016-07-17 anna", asOf: "2016-07-18") == [])
  }
}
