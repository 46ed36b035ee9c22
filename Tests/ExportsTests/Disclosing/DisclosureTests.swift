import Events
import Projections
import Testing

@testable import Exports

/// Every path on which a protected name could leave the house.
@Suite struct DisclosureTests {
  private static let anna =
    #"{"id":"r-1","kind":"person","details":{"id":"anna-berg","names":"#
    + #"[{"text":"Анна Берг","kind":"main"},{"text":"Vera Holm","kind":"alias"}],"#
    + #""shown_as":"initials"}}"#
  private static let boris =
    #"{"id":"r-2","kind":"person","details":{"id":"boris-berg","names":[{"text":"Boris Berg"}]}}"#
  private static let others = """
    {"id":"r-3","kind":"organisation","details":{"id":"anna-berg-fund",\
    "names":[{"text":"Anna Berg Fund"}]}}
    {"id":"r-4","kind":"source","details":{"id":"letter-berg","title":"Letter of Anna Berg"}}
    {"id":"r-5","kind":"place","details":{"id":"xy","names":[{"text":"Xyland"}]}}
    {"id":"r-6","kind":"case","details":{"id":"berg-case"}}
    """
  private static let registered = [anna, boris, others].joined(separator: "\n")

  private static func event(_ members: String, kind: String = "other") -> String {
    registered + "\n"
      + #"{"id":"e-1","kind":"\#(kind)","date":"2016","title":"T",\#(members)}"#
  }

  /// Each member with what may be left of it.
  private static let members: [(name: String, written: String, published: String)] = [
    ("persons", #"["anna-berg","boris-berg"]"#, #"["person-1","boris-berg"]"#),
    (
      "actors",
      #"[{"actor":"anna-berg","role":"speaker"},{"actor":"anna-berg-fund","role":"issuer"}]"#,
      #"[{"actor":"person-1","role":"speaker"},{"actor":"organisation-3","role":"issuer"}]"#
    ),
    ("text", #""Anna Berg and Boris Berg""#, #""А. Б. and Boris Berg""#),
    (
      "sources",
      #"[{"source":"letter-berg","at":"Berg, p. 3","via":"letter-berg","quote":"«Анну Берг»"}]"#,
      #"[{"source":"source-4","at":"[…], p. 3","via":"source-4","quote":"«[…]»"}]"#
    ),
    ("tags", #"["annaberg","free-anna-berg","rally"]"#, #"["[…]","free-А. Б.","rally"]"#),
  ]

  @Test(arguments: members)
  func `no member of an event tells a protected name`(
    member: (name: String, written: String, published: String)
  ) throws {
    let drafts = DisclosureTests.event(#""\#(member.name)":\#(member.written)"#)
    let document = try SealedRecord(drafts).document()
    #expect(try document.first(member.name) == member.published)
    #expect(document.leftOut == ["names of protected people in 1 event"])
  }

  @Test(arguments: [
    (
      "declaration",
      #"{"form":"call","issuer":"anna-berg-fund","about":["anna-berg"],"demands":[{"id":"d","#
        + #""what":"release","text":"Free Anna Berg","of":"the Berg court","for":["anna-berg"]}],"#
        + #""claims":[{"text":"Berg is innocent","about":["e-0"]}]}"#,
      #"{"form":"call","issuer":"organisation-3","about":["person-1"],"demands":[{"id":"d","#
        + #""what":"release","text":"Free А. Б.","of":"the […] court","for":["person-1"]}],"#
        + #""claims":[{"text":"[…] is innocent","about":["e-0"]}]}"#
    ),
    (
      "arrest", #"{"circumstances":"with А. Берг","case":"berg-case"}"#,
      #"{"circumstances":"with […]","case":"case-6"}"#
    ),
    (
      "meeting", #"{"stage":"held","with":["anna-berg","Berg"]}"#,
      #"{"stage":"held","with":["А. Б.","[…]"]}"#
    ),
    (
      "x-affair", #"{"Anna Berg":{"berg":1,"Берг":["anna-berg","e-berg"]},"n":2}"#,
      #"{"А. Б.":{"[…]":1,"[…]-x":["person-1","event-8"]},"n":2}"#
    ),
    (
      "mass-arrest",
      #"{"count":{"n":3,"qualifier":"about","of":"Berg","including":[{"n":1,"of":"Anna Berg"}]}}"#,
      #"{"count":{"n":3,"qualifier":"about","of":"[…]","including":[{"n":1,"of":"А. Б."}]}}"#
    ),
  ])
  func `no field tells a protected name`(
    kind: String,
    written: String,
    published: String
  ) throws {
    let drafts = """
      \(DisclosureTests.registered)
      {"id":"e-0","kind":"other","date":"2015","title":"Before"}
      {"id":"e-berg","kind":"other","date":"2015","title":"Before"}
      {"id":"e-1","kind":"\(kind)","date":"2016","persons":["boris-berg"],"title":"T",\
      "details":\(written)}
      """
    let document = try SealedRecord(drafts).document()
    let entry = try #require(try document.entries.first { $0.id == "e-1" })
    #expect(entry.members[named: "details"]?.written == published)
  }

  @Test func `ids of events and of other accounts tell no name`() throws {
    let drafts = """
      \(DisclosureTests.registered)
      {"id":"anna-berg-1","kind":"other","date":"2015","title":"Anna Berg, once"}
      {"id":"annaberg2","kind":"other","date":"2015","title":"T","account_of":"anna-berg-1",\
      "sources":[{"source":"letter-berg"}]}
      {"id":"e-1","kind":"other","date":"2016","title":"U","after":["anna-berg-1"],\
      "because_of":["annaberg2"]}
      """
    let document = try SealedRecord(drafts).document()
    #expect(try document.entries.map(\.id) == ["event-7", "e-1"])
    #expect(try document.entries[0].title == "А. Б., once")
    #expect(try document.first("id") == #""event-7""#)
    #expect(try document.first("accounts") == #"["event-8"]"#)
    #expect(
      try document.first("differs")
        == #"[{"event":"event-8","in":["title"],"sources":["source-4"]}]"#
    )
    let last = try document.entries[1].members
    #expect(last[named: "after"]?.written == #"["event-7"]"#)
    #expect(last[named: "because_of"]?.written == #"["event-8"]"#)
    #expect(try document.entries[0].accounts.map(\.sources) == [["Letter of А. Б."]])
  }

  @Test func `an id that stands in is nobody else's`() throws {
    let drafts = """
      {"id":"r-0","kind":"person","details":{"id":"person-2","names":[{"text":"Cora"}]}}
      \(DisclosureTests.anna)
      {"id":"event-4","kind":"other","date":"2015","persons":["person-2"],"title":"T"}
      {"id":"anna-berg-1","kind":"other","date":"2016","persons":["anna-berg"],"title":"T"}
      """
    let document = try SealedRecord(drafts).document()
    #expect(try document.entries.map(\.id) == ["event-4", "event-4-x"])
    #expect(
      try document.entries.map { $0.members[named: "persons"]?.written }
        == [#"["person-2"]"#, #"["person-2-x"]"#]
    )
  }

  @Test func `the heading and the status tell no name`() throws {
    let document = try SealedRecord(DisclosureTests.event(#""persons":["anna-berg"]"#)).document(
      SealedRecord.Request(
        title: "The case of Anna Berg",
        persons: ["anna-berg"],
        conditions: [
          Condition("person", [.entity(try #require(EntityID("anna-berg")))]),
          Condition("source", [.entity(try #require(EntityID("letter-berg")))]),
          Condition("tag", [.label("annaberg")]), Condition("text", [.query("ber rally")]),
          Condition("case", [.label("berg-case")]), Condition("since", [.word("2016-01-01")]),
        ]
      )
    )
    #expect(document.heading.title == "The case of А. Б.")
    #expect(
      document.heading.filters == [
        "person А. Б.", "source Letter of А. Б.", "tag […]", "text […] rally", "case case-6",
        "since 2016-01-01",
      ]
    )
    #expect(document.statuses.map(\.name) == ["А. Б."])
  }

  @Test(arguments: [
    (#""shown_as":"name""#, "Anna Berg", #""anna-berg""#),
    (#""shown_as":"initials""#, "A. B.", #""person-1""#),
    (#""shown_as":"pseudonym""#, "Vera", #""person-1""#),
    (#""shown_as":"withheld""#, "name withheld", #""person-1""#),
    (#""consent":"refused""#, "name withheld", #""person-1""#),
    (#""consent":"unknown""#, "A. B.", #""person-1""#),
    (#""consent":"given""#, "Anna Berg", #""anna-berg""#),
  ])
  func `people appear as their registration says`(
    wish: String,
    shown: String,
    id: String
  ) throws {
    let document = try SealedRecord(
      """
      {"id":"r-1","kind":"person","details":{"id":"anna-berg","names":[{"text":"Anna Berg"},\
      {"text":"Vera","kind":"alias"},{"text":"Nura Dahl","kind":"alias"}],\(wish)}}
      {"id":"e-1","kind":"arrest","date":"2016","persons":["anna-berg"],"title":"Anna Berg,\
       called Nura Dahl"}
      """
    ).document()
    let isOpen = shown == "Anna Berg"
    #expect(try document.entries.map(\.persons) == [[shown]])
    #expect(try document.entries[0].title == "\(shown), called \(isOpen ? "Nura Dahl" : shown)")
    #expect(try document.first("persons") == "[\(id)]")
  }

  @Test func `a pseudonym that was never given is not made of the id`() throws {
    let document = try SealedRecord(
      """
      {"id":"r-1","kind":"person","details":{"id":"anna-berg","names":[{"text":"Anna Berg"}],\
      "shown_as":"pseudonym"}}
      {"id":"e-1","kind":"arrest","date":"2016","persons":["anna-berg"],"title":"Anna Berg"}
      """
    ).document()
    #expect(try document.entries.map(\.persons) == [["name withheld"]])
    #expect(try document.entries[0].title == "name withheld")
  }
}
