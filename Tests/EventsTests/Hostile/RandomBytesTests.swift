import Testing

@testable import Events

/// Whatever bytes come, readers answer or throw; a trap would end the test run.
@Suite struct RandomBytesTests {
  static let seeds: [UInt64] = [1, 20_171_031]
  private static let rounds = 10_000

  @Test(arguments: seeds)
  func `the JSON parser takes any bytes, and what it reads it reads again`(seed: UInt64) throws {
    var mangler = Mangler(seed: seed)
    var read = 0
    for _ in 0..<Self.rounds {
      let bytes = mangler.mangled(Mangler.drafts)
      guard let value = try? JSON(parsing: bytes.span) else { continue }
      read += 1
      #expect(try JSON(parsing: value.written).written == value.written)
    }
    #expect(read > 0 && read < Self.rounds)
  }

  @Test(arguments: seeds)
  func `the reader of drafts takes any bytes, and tells what is wrong in words`(
    seed: UInt64
  ) throws {
    var mangler = Mangler(seed: seed)
    let reader = DraftReader()
    var refused = 0
    for _ in 0..<Self.rounds {
      let bytes = mangler.mangled(Mangler.drafts)
      let draft: Draft
      do {
        draft = try reader.draft(bytes.span)
      } catch {
        refused += 1
        #expect(!error.description.isEmpty)
        continue
      }
      #expect(try reader.draft(draft.json.written).json.written == draft.json.written)
    }
    #expect(refused > 0 && refused < Self.rounds)
  }

  @Test(arguments: seeds)
  func `dates take any text, and their bounds are in order`(seed: UInt64) {
    var mangler = Mangler(seed: seed)
    var valid = 0
    for _ in 0..<(5 * Self.rounds) {
      let text = String(decoding: mangler.mangled(Mangler.dates, most: 3), as: UTF8.self)
      guard let date = try? EDTF(parsing: text) else { continue }
      valid += 1
      if let earliest = date.beginning.earliest, let latest = date.beginning.latest {
        #expect(earliest <= latest, "\(text)")
      }
      if let earliest = date.end.earliest, let latest = date.end.latest {
        #expect(earliest <= latest, "\(text)")
      }
      #expect(!date.words.isEmpty)
    }
    #expect(valid > 0 && valid < 5 * Self.rounds)
  }

  @Test(arguments: seeds)
  func `durations take any text, and can be added to any day of the record`(seed: UInt64) throws {
    var mangler = Mangler(seed: seed)
    let first = try #require(Day(iso: "0000-01-01"))
    let last = try #require(Day(iso: "9999-12-31"))
    var valid = 0
    for _ in 0..<Self.rounds {
      let text = String(decoding: mangler.mangled(Mangler.durations, most: 3), as: UTF8.self)
      guard let duration = try? CalendarDuration(parsing: text) else { continue }
      valid += 1
      for day in [first, last] {
        #expect(duration.added(to: day) >= day, "\(text)")
        #expect(duration.subtracted(from: day) <= day, "\(text)")
      }
    }
    #expect(valid > 0 && valid < Self.rounds)
  }

  @Test(arguments: seeds)
  func `a changed line is never read, whatever was changed`(seed: UInt64) throws {
    var mangler = Mangler(seed: seed)
    let line = KnownLines.first
    #expect(throws: Never.self) { try LineFormat.read(Array(line.utf8), after: .start) }
    for _ in 0..<Self.rounds {
      let bytes = mangler.mangled([line])
      if line.utf8.elementsEqual(bytes) { continue }
      #expect(throws: Damage.self) { try LineFormat.read(bytes, after: .start) }
    }
  }

  @Test(arguments: seeds)
  func `patches of any shape are applied, and applying one twice changes nothing more`(
    seed: UInt64
  ) {
    var mangler = Mangler(seed: seed)
    var values: [JSON] = []
    while values.count < 200 {
      if let value = try? JSON(parsing: mangler.mangled(Mangler.drafts, most: 2).span) {
        values.append(value)
      }
    }
    for _ in 0..<Self.rounds {
      let patch = mangler.pick(values)
      let once = mangler.pick(values).merging(patch)
      #expect(once.merging(patch) == once)
    }
  }

  /// Compared letter by letter with every kind, it took some thousand times as long.
  @Test func `a word far longer than any other is compared with none of them`() {
    let word = "correct" + String(repeating: "i", count: 100_000)
    let clock = ContinuousClock()
    let alone = clock.measure { #expect(Spelling.nearest(to: word, in: []) == nil) }
    let kinds = Vocabulary.standard.kinds.map(\.name)
    let among = clock.measure { #expect(Spelling.nearest(to: word, in: kinds) == nil) }
    #expect(among < alone * 20 + .milliseconds(50))
  }

  @Test(arguments: [
    ("correctionn", "correction"), ("corection", "correction"), ("arest", "arrest"),
    ("abcdefgh", nil), ("", nil), ("a", nil),
  ])
  func `the nearest word is as near as its length allows`(word: String, nearest: String?) {
    #expect(Spelling.nearest(to: word, in: ["correction", "arrest", "bail"]) == nearest)
  }
}
