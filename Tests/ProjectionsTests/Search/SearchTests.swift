import Events
import Projections
import Testing

@Suite struct SearchTests {
  private static let text = """
    p person {"id":"anna","names":[{"text":"Анна Берг"}]}
    a arrest 2016-05-17 anna + {"title":"Taken at home","text":"Two men in plain clothes came at \
    six in the morning, took her telephone and her papers, and drove away with her towards the \
    city of Northport"}
    b declaration 2017 {"form":"call","demands":[{"what":"release","text":"Free Anna"}]}
    c release 2018-01-01 anna
    d other 2016-01-01 + {"title":"Withdrawn northport"}
    r retraction {"of":"d","reason":"r"}
    """

  private func hits(_ query: String, asOf iso: String = "2020-01-01") throws -> [String] {
    try Chronicle(SearchTests.text).record.search(query, asOf: try day(iso)).map(\.id.text)
  }

  @Test(arguments: [
    ("northport", ["a"]), ("NORTH", ["a"]), ("anna", ["p", "a", "b", "c"]),
    ("Анна", ["p", "a", "b", "c"]), ("anna papers", ["a"]), ("anna nothing", []),
    ("home", ["a"]), ("title", ["b", "c"]), ("", []), ("...", []), ("withdrawn", []),
    ("free", ["b"]),
  ])
  func `every word must occur, in any script`(query: String, expected: [String]) throws {
    #expect(try hits(query) == expected)
  }

  @Test func `what lies after the day is not found`() throws {
    #expect(try hits("anna", asOf: "2017-06-01") == ["p", "a", "b"])
  }

  @Test func `hits in the title come first, with the words around the hit`() throws {
    let rows = try Chronicle(
      "x other 2016-01-01 + {\"text\":\"nothing at home\"}\n\(SearchTests.text)"
    ).record.search("home", asOf: try day("2020-01-01"))
    #expect(
      rows.map(\.json.written) == [
        #"{"position":3,"id":"a","kind":"arrest","date":"2016-05-17","title":"Taken at home","#
          + #""snippet":"Taken at home"}"#,
        #"{"position":1,"id":"x","kind":"other","date":"2016-01-01","title":"Title of x","#
          + #""snippet":"nothing at home"}"#,
      ]
    )
  }

  @Test func `a snippet cuts a long text on both sides`() throws {
    let row = try #require(
      try Chronicle(SearchTests.text).record.search("telephone", asOf: try day("2020-01-01")).first
    )
    #expect(
      row.snippet
        == "… six in the morning, took her telephone and her papers, and drove away with her "
        + "towards the city …"
    )
  }

  @Test func `a registration is found under its name`() throws {
    let row = try #require(
      try Chronicle(SearchTests.text).record.search("berg", asOf: try day("2020-01-01")).first
    )
    #expect(row.written("id", "date", "title") == #"{"id":"p","date":null,"title":"Анна Берг"}"#)
  }

  @Test(arguments: [
    (#""shown_as":"initials""#, "A. B."), (#""consent":"refused""#, "name withheld"),
    (#""shown_as":"pseudonym""#, "Vera"),
  ])
  func `a protected registration is found under its name, and does not show it`(
    wish: String,
    shown: String
  ) throws {
    let text =
      #"p person {"id":"anna","names":[{"text":"Anna Berg"},{"text":"Vera","kind":"alias"}],"#
      + #""occupation":["poet"],\#(wish)}"#
    for query in ["berg", "poet"] {
      let rows = try Chronicle(text).record.search(query, asOf: try day("2020-01-01"))
      #expect(
        rows.map(\.json.written) == [
          #"{"position":1,"id":"p","kind":"person","date":null,"title":"\#(shown)","snippet":""}"#
        ]
      )
    }
  }

  @Test(arguments: [
    #"c correction {"of":"p","set":{"details":{"occupation":["poet"]}},"reason":"Berg, a poet"}"#,
    #"c retraction {"of":"q","reason":"Berg, a poet"}"#,
    #"c redaction {"of":"p","scope":"private","reason":"Berg, a poet"}"#,
    """
    d correction {"of":"p","set":{"details":{"occupation":["poet"]}},"reason":"r"}
    c correction {"of":"d","set":{"details":{"reason":"s"}},"reason":"Berg, a poet"}
    """,
    """
    d identity {"stage":"split","ids":["anna","anja"]}
    c correction {"of":"d","set":{"details":{"ids":["anna","cora"]}},"reason":"Berg, a poet"}
    """,
    #"c identity {"stage":"merged","ids":["anja"],"into":"anna"} + {"text":"Berg, a poet"}"#,
  ])
  func `what amends a protected registration is found, and does not show why`(
    amendment: String
  ) throws {
    let text = """
      p person {"id":"anna","names":[{"text":"Anna Berg"}],"shown_as":"withheld"}
      q person {"id":"anja","names":[{"text":"Anja"}],"consent":"refused"}
      \(amendment)
      """
    let rows = try Chronicle(text).record.search("poet", asOf: try day("2020-01-01"))
    let amending = rows.filter { $0.id.text == "c" }
    #expect(amending.map(\.snippet) == [""])
  }

  @Test func `what amends an open registration shows why`() throws {
    let text = """
      p person {"id":"anna","names":[{"text":"Anna Berg"}]}
      c correction {"of":"p","set":{"details":{"gender":"female"}},"reason":"Berg, a poet"}
      """
    let rows = try Chronicle(text).record.search("poet", asOf: try day("2020-01-01"))
    #expect(rows.map(\.snippet) == ["Berg, a poet"])
  }
}
