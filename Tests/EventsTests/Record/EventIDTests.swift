import Testing

@testable import Events

@Suite struct EventIDTests {
  /// Random UUIDs, each beside one that differs from it in one character, which is often none.
  @Test(arguments: [1, 2, 3])
  func `an id says what was written`(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    var texts: [String] = []
    for _ in 0..<500 {
      let text = EventIDTests.uuid(&numbers)
      var other = Array(text)
      other[Int.random(in: 0..<36, using: &numbers)] = try #require(
        EventIDTests.characters.randomElement(using: &numbers)
      )
      texts += [text, String(other), String(text.prefix(35)), text + "0", text.uppercased()]
    }
    for text in texts {
      let id = try #require(EventID(text), "\(text)")
      #expect(id.text == text)
      #expect(EventID(known: text.utf8Span.span) == id)
    }
  }

  @Test(arguments: [1, 2, 3])
  func `ids are as equal as their texts, and in their order`(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let uuids = (0..<60).map { _ in EventIDTests.uuid(&numbers) }
    let texts = uuids + uuids.map { String($0.dropLast()) + "0" } + ["A", "a-1", "f", "z", "0.1"]
    for left in texts {
      for right in texts {
        let (one, another) = (try #require(EventID(left)), try #require(EventID(right)))
        #expect((one < another) == (left < right), "\(left) \(right)")
        #expect((one == another) == (left == right), "\(left) \(right)")
        #expect(one != another || one.hashValue == another.hashValue)
      }
    }
  }

  /// Nobody who chooses ids can make them all fall into one place of a table.
  @Test func `ids that were chosen to share a folded hash have hashes of their own`() throws {
    var hashes: Set<Int> = []
    for high in (1 as UInt64)...2_000 {
      let folded = high &* 0x9E37_79B9_7F4A_7C15
      hashes.insert(EventID(UUIDNumber(high: high, low: folded ^ folded >> 32)).hashValue)
      hashes.insert(EventID(UUIDNumber(high: high, low: high)).hashValue)
    }
    #expect(hashes.count == 4_000)
  }

  private static let characters = Array(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._-"
  )

  private static func uuid(_ numbers: inout SeededNumbers) -> String {
    let lengths = [8, 4, 4, 4, 12]
    return lengths.map { length in
      (0..<length).map { _ in String(Int.random(in: 0..<16, using: &numbers), radix: 16) }.joined()
    }.joined(separator: "-")
  }
}
