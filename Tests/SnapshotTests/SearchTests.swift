import Events
import Projections
import Testing

@testable import Snapshot

@Suite struct SearchTests {
  private let folder = TestFolder()
  private let log = TestLog()

  private static let day = Day(iso: "2026-11-22")

  private func found(_ text: String, limit: Int = 50) throws -> [String] {
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    return try snapshot.search(text, asOf: try #require(SearchTests.day), limit: limit)
      .map(\.id.text)
  }

  private func register() throws {
    try log.append(
      #"{"id":"e1","kind":"person","details":{"id":"anna-berg","names":"#
        + #"[{"text":"Мухтар Джакишев"},{"text":"Old Alias","kind":"alias"}]}}"#,
      #"{"id":"e2","kind":"arrest","date":"2016-05-17","persons":["anna-berg"],"#
        + #""title":"Taken at the harbour rally","text":"By men in plain clothes.","#
        + #""private":{"informant":"Quentin"}}"#
    )
  }

  @Test func `a name in Cyrillic is found in Latin, with what happened to its bearer`() throws {
    try register()
    #expect(try found("Mukhtar Dzhakishev") == ["e1", "e2"])
    #expect(try found("dzhak") == ["e1", "e2"])
    #expect(try found("Джакишев harbour") == ["e2"])
  }

  @Test func `a corrected title is found under the new one only`() throws {
    try register()
    #expect(try found("harbour") == ["e2"])
    try log.append(
      #"{"id":"e3","kind":"correction","details":{"of":"e2","set":{"title":"Taken at the station"},"#
        + #""reason":"misread"}}"#
    )
    #expect(try found("harbour") == [])
    #expect(try found("station") == ["e2"])
  }

  @Test func `a retracted event is not found until the retraction is taken back`() throws {
    try register()
    try log.append(#"{"id":"e3","kind":"retraction","details":{"of":"e2","reason":"wrong man"}}"#)
    #expect(try found("clothes") == [])
    try log.append(
      #"{"id":"e4","kind":"retraction","details":{"of":"e3","reason":"right after all"}}"#
    )
    #expect(try found("clothes") == ["e2"])
  }

  @Test func `the confidential part is in no table and is not found`() throws {
    try register()
    #expect(try found("Quentin") == [])
    let rows = try Snapshot.open(folder.snapshot, log: log.log).dump()
    #expect(rows.count > 20)
    #expect(rows.filter { $0.contains("Quentin") || $0.contains("informant") } == [])
  }

  @Test(
    arguments: [
      "\"", "a\"b", "title:x", "NEAR(a b)", "a AND", "*", "-", "^a", "(", "\u{0}", "a\u{0}b", "🚓",
      "'; DROP TABLE events; --", "{title} : a", "", "   ", "ё́", "a OR b NOT c",
    ])
  func `nothing that somebody types is an error`(text: String) throws {
    try register()
    _ = try found(text)
    #expect(try found("clothes") == ["e2"])
  }

  @Test(arguments: UInt64(200)..<204)
  func `a search gives what a walk over the record gives`(seed: UInt64) throws {
    let day = try #require(Day(iso: "2017-06-01"))
    var record = RandomRecord(seed: seed)
    for _ in 0..<4 {
      try log.append((0..<30).map { _ in record.next() })
      _ = try Snapshot.open(folder.snapshot, log: log.log)
    }
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    let whole = try log.replayed()
    for text in [
      "berg", "Mukhtar", "arrest", "corrected title", "анна", "release berg", "rally",
      "place", "body", "report", "o", "x7", "somebody 4",
    ] {
      let expected = whole.search(text, asOf: day).map(\.json.written)
      for limit in [3, 1000] {
        let hits = try snapshot.search(text, asOf: day, limit: limit).map(\.json.written)
        #expect(hits == Array(expected.prefix(limit)), "\(text)")
      }
    }
  }

  @Test(arguments: UInt64(204)..<207)
  func `names mean whom they mean in the whole registry`(seed: UInt64) throws {
    var record = RandomRecord(seed: seed)
    try log.append((0..<120).map { _ in record.next() })
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    let registry = try log.replayed().registry
    for query in [
      "berg", "Anna Berg", "А. Берг", "Джакишев", "p1", "p4", "xy", "xy/prison-0", "Li",
      "Berk", "nobody at all", "", "Body 1", "Place 1", "s0", "Мамай Жанболат",
    ] {
      #expect(try snapshot.matches(query) == registry.matches(query), "\(query)")
      #expect(
        try snapshot.matches(query, sorts: [.person]) == registry.matches(query, sorts: [.person])
      )
    }
  }
}
