import Events
import Projections
import Testing

@testable import Exports

/// Who is protected, by what was recorded when.
@Suite struct ProtectionTests {
  private func titles(
    _ drafts: String,
    _ request: SealedRecord.Request = SealedRecord.Request()
  ) throws -> [String] {
    try SealedRecord(drafts).document(request).entries.map { entry in
      entry.title + " " + (entry.members[named: "persons"]?.written ?? "")
    }
  }

  private static let anna =
    #"{"id":"r-1","kind":"person","details":{"id":"anna-berg","names":[{"text":"Anna Berg"}]}}"#
  private static let arrest =
    #"{"id":"e-1","kind":"arrest","date":"2016","persons":["anna-berg"],"title":"Anna Berg"}"#

  @Test func `a consent withdrawn later covers what was known before`() throws {
    let drafts = """
      \(ProtectionTests.anna)
      \(ProtectionTests.arrest)
      {"id":"c-1","kind":"correction","details":{"of":"r-1",\
      "set":{"details":{"consent":"refused"}},"reason":"asked"}}
      """
    let request = SealedRecord.Request(knownLines: 2)
    #expect(try titles(drafts, request) == [#"name withheld ["person-1"]"#])
  }

  @Test func `a name that only a later line protects is protected before it`() throws {
    let drafts = """
      {"id":"e-1","kind":"protest","date":"2016","title":"Anna Berg speaks",\
      "details":{"stage":"held"}}
      {"id":"r-1","kind":"person","details":{"id":"ab","names":[{"text":"Anna Berg"}],\
      "shown_as":"initials"}}
      """
    #expect(try titles(drafts, SealedRecord.Request(knownLines: 1)) == ["A. B. speaks "])
  }

  @Test func `every name that a registration ever gave is protected`() throws {
    let drafts = """
      {"id":"r-1","kind":"person","details":{"id":"ab","names":[{"text":"Anna Berg"}],\
      "shown_as":"withheld"}}
      {"id":"c-1","kind":"correction","details":{"of":"r-1",\
      "set":{"details":{"names":[{"text":"Anna Borg"}]}},"reason":"r"}}
      {"id":"c-2","kind":"correction","details":{"of":"r-1",\
      "set":{"details":{"names":[{"text":"Nura Dahl"}]}},"reason":"r"}}
      {"id":"e-1","kind":"arrest","date":"2016","persons":["ab"],"title":"Anna Berg,\
       or Anna Borg; Nura Dahl"}
      """
    #expect(
      try titles(drafts) == [#"name withheld, or name withheld; name withheld ["person-1"]"#]
    )
  }

  @Test func `a registration that was withdrawn still protects`() throws {
    let drafts = """
      {"id":"r-1","kind":"person","details":{"id":"anna-berg","names":[{"text":"Anna Berg"}],\
      "consent":"refused"}}
      \(ProtectionTests.arrest)
      {"id":"x-1","kind":"retraction","details":{"of":"r-1","reason":"r"}}
      """
    #expect(try titles(drafts) == [#"name withheld ["person-1"]"#])
  }

  @Test func `a merge protects both names, and shows the pseudonym that was asked for`() throws {
    let drafts = """
      {"id":"r-1","kind":"person","details":{"id":"anna-berg","names":[{"text":"Anna Berg"},\
      {"text":"Anya","kind":"alias"}]}}
      {"id":"r-2","kind":"person","details":{"id":"nura","names":[{"text":"Nura Dahl"},\
      {"text":"Vera","kind":"alias"}],"shown_as":"pseudonym"}}
      {"id":"m-1","kind":"identity","details":{"stage":"merged","ids":["nura"],"into":"anna-berg"}}
      {"id":"e-1","kind":"arrest","date":"2016","persons":["anna-berg","nura"],"title":"Anna Berg,\
       Nura Dahl, Anya"}
      """
    #expect(try titles(drafts) == [#"Vera, Vera, […] ["person-1"]"#])
  }

  @Test(arguments: [
    // The alias of the other registration is the real name.
    (#"{"text":"Bruno Lund"}"#, #"{"text":"B. Lund"},{"text":"Bruno Lund","kind":"alias"}"#),
    // The alias is not the other's to choose.
    (#"{"text":"Bruno Lund"}"#, #"{"text":"B. Lund"},{"text":"Vera","kind":"alias"}"#),
    // What was chosen is the real name, in other letters or in another order.
    (#"{"text":"Bruno Lund"},{"text":"Лунд Бруно","kind":"alias"}"#, #"{"text":"B. Lund"}"#),
    (#"{"text":"B. Lund"},{"text":"Bruno Lund","kind":"alias"}"#, #"{"text":"Bruno Lund"}"#),
  ])
  func `no merge makes a real name the pseudonym`(asking: String, other: String) throws {
    let drafts = """
      {"id":"r-1","kind":"person","details":{"id":"p2","names":[\(asking)],\
      "shown_as":"pseudonym"}}
      {"id":"r-2","kind":"person","details":{"id":"p3","names":[\(other)]}}
      {"id":"m-1","kind":"identity","details":{"stage":"merged","ids":["p2"],"into":"p3"}}
      {"id":"e-1","kind":"arrest","date":"2016","persons":["p2"],"title":"Bruno Lund"}
      """
    #expect(try titles(drafts) == [#"name withheld ["person-1"]"#])
  }

  @Test func `a pseudonym that once was the name is none`() throws {
    let drafts = """
      {"id":"r-1","kind":"person","details":{"id":"ab","names":[{"text":"Anna Berg"}]}}
      {"id":"c-1","kind":"correction","details":{"of":"r-1","reason":"r",\
      "set":{"details":{"shown_as":"pseudonym","names":[{"text":"Nura Dahl"},\
      {"text":"Anna Berg","kind":"alias"}]}}}}
      {"id":"e-1","kind":"arrest","date":"2016","persons":["ab"],"title":"Anna Berg"}
      """
    #expect(try titles(drafts) == [#"name withheld ["person-1"]"#])
  }

  private static let sparrow =
    #"{"id":"r-1","kind":"person","details":{"id":"ab","names":[{"text":"Sparrow"}],"#
    + #""shown_as":"withheld"}}"#
  private static let corrected = """
    {"id":"c-1","kind":"correction","details":{"of":"r-1","reason":"r",\
    "set":{"details":{"names":[{"text":"Zoya Quillfeather"}]}}}}
    {"id":"c-2","kind":"correction","details":{"of":"c-1","reason":"r",\
    "set":{"details":{"set":{"details":{"names":[{"text":"Petra Hollow"}]}}}}}}
    """
  private static let called =
    #"{"id":"e-1","kind":"other","date":"2016","title":"Zoya Quillfeather, Petra Hollow, Sparrow"}"#

  @Test(arguments: [
    "", #"{"id":"x-1","kind":"retraction","details":{"of":"c-1","reason":"r"}}"#,
    #"{"id":"x-1","kind":"retraction","details":{"of":"c-2","reason":"r"}}"#,
    #"{"id":"x-1","kind":"correction","details":{"of":"c-2","reason":"r","#
      + #""set":{"details":{"set":null}}}}"#,
  ])
  func `a name that a correction gave is protected, whatever became of the correction`(
    amendment: String
  ) throws {
    let drafts = [
      ProtectionTests.sparrow, ProtectionTests.corrected, ProtectionTests.called, amendment,
    ]
    #expect(
      try titles(drafts.joined(separator: "\n")) == ["name withheld, name withheld, […] "]
    )
  }

  @Test func `a name that only a correction of a correction gave is protected`() throws {
    let drafts = """
      \(ProtectionTests.sparrow)
      \(ProtectionTests.corrected)
      {"id":"c-3","kind":"correction","details":{"of":"c-2","reason":"r",\
      "set":{"details":{"set":{"details":{"set":{"details":{"names":[{"text":"Nura Dahl"}]}}}}}}}}
      {"id":"e-1","kind":"other","date":"2016","title":"Nura Dahl, Petra Hollow"}
      """
    #expect(try titles(drafts) == ["name withheld, name withheld "])
  }

  @Test(arguments: [[1], [2], [1, 2]] as [Set<Int>])
  func `of a line that was withheld the names in its corrections are protected`(
    withheld: Set<Int>
  ) throws {
    let drafts = """
      \(ProtectionTests.sparrow)
      \(ProtectionTests.corrected)
      {"id":"x-1","kind":"redaction","details":{"of":"r-1","scope":"line","reason":"r"}}
      {"id":"e-1","kind":"other","date":"2016","title":"Petra Hollow is held"}
      """
    #expect(
      try titles(drafts, SealedRecord.Request(withheld: withheld)) == ["name withheld is held "]
    )
  }

  @Test func `where lines were withheld, whoever is not registered is withheld`() throws {
    let drafts = "\(ProtectionTests.anna)\n\(ProtectionTests.arrest)"
    #expect(try titles(drafts) == [#"Anna Berg ["anna-berg"]"#])
    let request = SealedRecord.Request(withheld: [1])
    #expect(try titles(drafts, request) == [#"[…] ["person-2"]"#])
    #expect(
      try SealedRecord(drafts).document(request).leftOut == [
        "names of protected people in 1 event",
        "the content of 1 withheld line",
      ]
    )
  }

  @Test(arguments: [
    ("health", #""details":{"form":"condition","condition":"c"}"#),
    ("ill-treatment", #""details":{"form":"threat"},"text":"t""#),
    (
      "commitment",
      #""details":{"form":"examination"},"#
        + #""sources":[{"source":"s","at":"p. 1","quote":"q","lang":"en"}]"#
    ),
  ])
  func `of sensitive kinds only the outline is published unasked`(
    kind: String,
    members: String
  ) throws {
    let sealed = try SealedRecord(
      """
      {"id":"r-0","kind":"source","details":{"id":"s","title":"S"}}
      \(ProtectionTests.anna)
      {"id":"e-1","kind":"\(kind)","date":"2016","persons":["anna-berg"],"title":"Outline",\
      \(members)}
      """
    )
    let closed = try sealed.document()
    #expect(closed.leftOut == ["sensitive details, text and quotes of 1 event"])
    #expect(try closed.first("details") == nil)
    #expect(try closed.first("text") == nil)
    #expect(try closed.entries[0].text == nil)
    let hasSources = kind == "commitment"
    #expect(try closed.first("sources") == (hasSources ? #"[{"source":"s","at":"p. 1"}]"# : nil))
    let open = try sealed.document(SealedRecord.Request(sensitive: true))
    #expect(open.leftOut == [])
    for member in try #require(JSON(parsing: "{\(members)}").members) {
      #expect(try open.first(member.name) == member.value.written)
    }
  }

  @Test(arguments: [(nil, ["2020-02", "2022-03-04"]), ("2021-01-01", ["2022-03-04"])])
  func `what is announced is left out of one event, however often it stands there`(
    since: String?,
    days: [String]
  ) throws {
    let document = try SealedRecord(
      """
      {"id":"e-1","kind":"trial","date":"2020-02","title":"A hearing is set",\
      "details":{"stage":"hearing","for":"2022-03-04"},"private":{"witness":"Nura Dahl"}}
      """
    ).document(SealedRecord.Request(asOf: "2021-06-01", planned: true, since: since))
    #expect(try document.entries.map(\.happening.date.verbatim) == days)
    #expect(document.leftOut == ["the confidential part of 1 event"])
  }

  @Test func `the confidential part leaves nothing but the word that there is one`() throws {
    let document = try SealedRecord(
      #"{"id":"e-1","kind":"other","date":"2016","title":"T","private":{"witness":"Nura Dahl"}}"#
    ).document()
    #expect(document.leftOut == ["the confidential part of 1 event"])
    #expect(try document.entries[0].members.map(\.name).contains("private") == false)
    for format in ExportFormat.allCases {
      let text = try format.text(of: document)
      #expect(!text.contains("Nura") && !text.contains("witness"))
    }
  }
}
