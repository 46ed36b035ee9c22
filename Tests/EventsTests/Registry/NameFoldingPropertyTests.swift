import Testing

@testable import Events

/// Random numbers that a seed repeats.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Text of any scalars.
  mutating func wildText() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &self) {
      let value = UInt32.random(in: 0...0x10FFFF, using: &self)
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  /// Text of the scripts that are folded into each other, often mixed within a word.
  mutating func nameText() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...14, using: &self) {
      let value: UInt32 =
        switch Int.random(in: 0...9, using: &self) {
        case 0...3: .random(in: 0x61...0x7A, using: &self)
        case 4...6: .random(in: 0x400...0x52F, using: &self)
        case 7: .random(in: 0xA0...0x2FF, using: &self)
        case 8: .random(in: 0x370...0x3FF, using: &self)
        default: [0x20, 0x27, 0x2D, 0x306, 0x308].randomElement(using: &self) ?? 0x20
        }
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  /// Text of one script, with its rare letters.
  mutating func cyrillicText() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<4 {
      let value = UInt32.random(in: 0x430...0x52F, using: &self)
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  /// Text of the letters that romanisations join, where rules meet rules.
  mutating func joinedText() -> String {
    let letters = Array("tschzhjkgpdyaeoxcivcкшщчцтсжиейьгі")
    return String((0..<10).compactMap { _ in letters.randomElement(using: &self) })
  }
}

@Suite struct NameFoldingPropertyTests {
  private static let rounds = 500

  private func texts(_ seed: UInt64) -> [String] {
    var random = Seeded(state: seed)
    return (0..<NameFoldingPropertyTests.rounds).flatMap { _ in
      [random.wildText(), random.nameText(), random.cyrillicText(), random.joinedText()]
    }
  }

  private func escaped(_ text: String) -> Comment {
    "\(text.unicodeScalars.map { String($0.value, radix: 16) })"
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `folding a key again changes nothing`(seed: UInt64) {
    for text in texts(seed) {
      let exact = NameFolding.exactKey(text)
      let sound = NameFolding.soundKey(text)
      #expect(NameFolding.exactKey(exact).hasSameBytes(as: exact), escaped(text))
      #expect(NameFolding.soundKey(sound).hasSameBytes(as: sound), escaped(text))
    }
  }

  @Test(arguments: 11...14 as ClosedRange<UInt64>)
  func `names with equal exact keys sound alike`(seed: UInt64) {
    for text in texts(seed) {
      let exact = NameFolding.exactKey(text)
      #expect(NameFolding.soundKey(exact) == NameFolding.soundKey(text), escaped(text))
    }
  }

  @Test(arguments: 21...24 as ClosedRange<UInt64>)
  func `a text is nameless only without letters and digits`(seed: UInt64) {
    for text in texts(seed) {
      let hasWord = text.unicodeScalars.contains {
        NameWords.isPartOfWord($0) && !NameWords.isApostrophe($0)
      }
      #expect(NameFolding.exactKey(text).isEmpty != hasWord, escaped(text))
      #expect(NameFolding.soundKey(text).isEmpty != hasWord, escaped(text))
      #expect(NameFolding.hasExactKey(text) == hasWord, escaped(text))
    }
  }

  @Test(arguments: [0xC0...0x24F, 0x1E00...0x1EFF] as [ClosedRange<UInt32>])
  func `every Latin letter with a mark folds to its base`(range: ClosedRange<UInt32>) {
    let prefix = "LATIN SMALL LETTER "
    for scalar in range.compactMap(Unicode.Scalar.init) {
      guard let name = scalar.properties.name, name.hasPrefix(prefix) else { continue }
      let parts = name.dropFirst(prefix.count).split(separator: " ")
      guard parts.count > 2, parts[0].count == 1, parts[1] == "WITH" else { continue }
      #expect(NameFolding.exactKey(String(scalar)) == parts[0].lowercased(), "\(name)")
    }
  }

  @Test(arguments: [0x370...0x3FF, 0x400...0x52F, 0x1F00...0x1FFF] as [ClosedRange<UInt32>])
  func `a composed letter folds as its decomposition does`(range: ClosedRange<UInt32>) {
    let marks = [0x300, 0x301, 0x304, 0x306, 0x308, 0x30B, 0x30F, 0x313, 0x314, 0x342, 0x345]
      .compactMap { Unicode.Scalar($0 as UInt32) }
    let bases = (0x391...0x44F).compactMap { Unicode.Scalar($0 as UInt32) } + ["і", "ә", "ө"]
    // Equal as text is canonically equivalent.
    var basesOfComposed: [String: Unicode.Scalar] = [:]
    for base in bases {
      for mark in marks { basesOfComposed["\(base)\(mark)"] = base }
    }
    var found = 0
    for letter in range.compactMap(Unicode.Scalar.init) {
      guard let base = basesOfComposed[String(letter)] else { continue }
      found += 1
      #expect(NameFolding.exactKey(String(letter)) == NameFolding.exactKey(String(base)))
    }
    #expect(found > 20)
  }
}
