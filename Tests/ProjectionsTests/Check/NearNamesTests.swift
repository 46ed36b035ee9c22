import Events
import Projections
import Testing

@Suite struct NearNamesTests {
  /// The pairs of people that `check` takes for one person, by the ids of their registrations.
  private func pairs(_ names: [String], more: String = "") throws -> [[String]] {
    let people = names.enumerated().map { index, name in
      #"p\#(index) person {"id":"person-\#(index)","names":[{"text":"\#(name)"}]}"#
    }
    return try Chronicle((people + [more]).joined(separator: "\n")).record
      .check(asOf: try day("2020-01-01")).filter { $0.level == .suggestion }.map(\.events.texts)
  }

  @Test(arguments: [
    ("Anna Berg", "Berg Anna"), ("Anna Berg", "ANNA BÉRG"),
    ("Mukhtar Dzhakishev", "Мухтар Джакишев"),
    ("Seytkazy Matayev", "Seytkasy Matayev"), ("Seytkazy Matayev", "Seytkazy Mataye"),
    ("Anna Lena Berg", "Anna Berg"), ("Anna Berg", "Anna Sergeyevna Lena Berg"),
  ])
  func `names that nearly match are suggested`(a: String, b: String) throws {
    #expect(try pairs([a, b]) == [["p0", "p1"]])
  }

  @Test(arguments: [
    ("Anna Berg", "Anna Moss"), ("Seytkazy Matayev", "Aset Matayev"), ("Anna", "Anna"),
    // Too short for a letter to count as a slip.
    ("An Berg", "Al Berg"), ("Anna Anna Berg", "Anna Berg Moss"),
  ])
  func `names that differ are not`(a: String, b: String) throws {
    #expect(try pairs([a, b]) == [])
  }

  @Test func `a suggestion tells both, by the names that views show`() throws {
    let record = try Chronicle(
      """
      p1 person {"id":"anna","names":[{"text":"Anna Berg"}],"shown_as":"initials"}
      p2 person {"id":"ann","names":[{"text":"Berg Anna"}]}
      """
    ).record
    #expect(
      record.check(asOf: try day("2020-01-01")).map(\.json.written) == [
        #"{"level":"suggestion","kind":"names that nearly match","#
          + #""text":"ann (Berg Anna) and anna (A. B.) may be one person, since their "#
          + #"names have the same words: record an identity, merged or split","#
          + #""events":["p2","p1"],"line":2,"column":null}"#
      ]
    )
  }

  @Test(arguments: [
    ("Anna Berg", "Berg Anna", "their names have the same words"),
    ("Anna Lena Berg", "Anna Berg", "the name of one has every word of the other's"),
    ("Seytkazy Matayev", "Seytkazy Mataye", "their names differ in one letter"),
  ])
  func `a suggestion gives its reason`(a: String, b: String, reason: String) throws {
    let found = try Chronicle(
      """
      p1 person {"id":"one","names":[{"text":"\(a)"}]}
      p2 person {"id":"two","names":[{"text":"\(b)"}]}
      """
    ).record.check(asOf: try day("2020-01-01")).map(\.text)
    #expect(
      found == [
        "one (\(a)) and two (\(b)) may be one person, since \(reason): "
          + "record an identity, merged or split"
      ]
    )
  }

  @Test(arguments: [
    #"i identity {"stage":"split","ids":["person-1","person-0"]}"#,
    #"i identity {"stage":"merged","ids":["person-1"],"into":"person-0"}"#,
    #"r retraction {"of":"p1","reason":"r"}"#,
    #"c correction {"of":"p1","set":{"details":{"group":true}},"reason":"r"}"#,
  ])
  func `a decision silences the suggestion`(decision: String) throws {
    #expect(try pairs(["Anna Berg", "Anna Berg"], more: decision) == [])
  }

  @Test func `many people of one name are each set beside the first`() throws {
    let found = try pairs(Array(repeating: "Anna Berg", count: 40))
    #expect(found.count == 39)
    #expect(found.allSatisfy { $0.first == "p0" })
  }
}
