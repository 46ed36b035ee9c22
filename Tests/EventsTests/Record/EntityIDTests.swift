import Testing

@testable import Events

@Suite struct EntityIDTests {
  /// Ids of every length around those at which another form holds them.
  private static let texts: [String] =
    (1...40).flatMap { count in
      let long = String(repeating: "abz09-kz/", count: 5).prefix(count - 1)
      return ["a", "b", "0"].map { "\(long)\($0)" }
    }.filter { EntityID.isValid($0.utf8Span.span) } + [
      "anna-berg", "anna-berg-2", "kz", "kz/atyrau", String(repeating: "x", count: 128),
    ]

  @Test func `an id says what was written`() throws {
    for text in EntityIDTests.texts {
      let id = try #require(EntityID(text), "\(text)")
      #expect(id.text == text)
      #expect(EntityID(known: text.utf8Span.span) == id)
    }
  }

  @Test func `ids are as equal as their texts, and in their order`() throws {
    for left in EntityIDTests.texts {
      for right in EntityIDTests.texts {
        let (one, another) = (try #require(EntityID(left)), try #require(EntityID(right)))
        #expect((one < another) == (left < right), "\(left) \(right)")
        #expect((one == another) == (left == right), "\(left) \(right)")
        #expect(one != another || one.hashValue == another.hashValue)
      }
    }
  }

  @Test func `short texts have hashes of their own`() throws {
    let texts = (0..<20_000).map { "\($0)" } + (0..<20_000).map { "person-number-\($0)" }
    var hashes: Set<Int> = []
    for text in texts { hashes.insert(try #require(EntityID(text)).hashValue) }
    #expect(hashes.count == texts.count)
  }
}
