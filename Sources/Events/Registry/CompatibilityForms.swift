/// Forms of letters that Unicode keeps apart for the way in which they are written: bold, circled,
/// small capitals, halfwidth, joined as in Arabic.
///
/// The standard library does not lend these decompositions, but the names of the characters tell
/// them: `MATHEMATICAL BOLD CAPITAL A`, `ARABIC LETTER MEEM INITIAL FORM`.
enum CompatibilityForms {
  /// The letters of which `scalar` is a form, in lower case where there is one; nil for any other.
  static func letters(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    mayBeOne(scalar.value) ? table[scalar] : nil
  }

  /// Whether `scalar` is a letter in a circle or the like, which Unicode takes for a symbol.
  static func isEnclosedLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x249C...0x24E9, 0x1F110...0x1F169, 0x1F170...0x1F189: letters(scalar) != nil
    default: false
    }
  }

  /// Whether `value` lies in one of `ranges`: most text is asked about, and none of it does.
  private static func mayBeOne(_ value: UInt32) -> Bool {
    switch value {
    case 0x250...0x2B8: true
    case ..<0x1D00, 0x2E80..<0xA730, 0xAC00..<0xFB1D: false
    default: ranges.contains { $0.contains(value) }
    }
  }

  private static let ranges: [ClosedRange<UInt32>] = [
    0x250...0x2B8, 0x1D00...0x1DBF, 0x2070...0x209C, 0x2100...0x214F, 0x2460...0x24FF,
    0x2C7C...0x2C7D, 0xA730...0xA7FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0xFF66...0xFF9D,
    0x1D400...0x1D7FF, 0x1F110...0x1F189,
  ]

  private static let table: [Unicode.Scalar: [Unicode.Scalar]] = {
    let plain = namesOfPlainLetters()
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for scalar in ranges.joined().lazy.compactMap(Unicode.Scalar.init) {
      let letters =
        scalar.properties.name.map { CompatibilityForms.letters(named: $0, plain) } ?? []
      if !letters.isEmpty, letters != [scalar] { table[scalar] = letters }
    }
    return table
  }()

  /// The letters of the blocks whose forms stand elsewhere, by their names.
  private static func namesOfPlainLetters() -> [String: Unicode.Scalar] {
    let blocks: [ClosedRange<UInt32>] = [
      0x30...0x39, 0x61...0x7A, 0x3B1...0x3C9, 0x5D0...0x5EA, 0x621...0x6D5, 0x30A1...0x30FC,
    ]
    var names: [String: Unicode.Scalar] = [:]
    for scalar in blocks.joined().lazy.compactMap(Unicode.Scalar.init) {
      if let name = scalar.properties.name { names[name] = scalar }
    }
    return names
  }

  private static func letters(
    named name: String,
    _ plain: [String: Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    let words = name.split(separator: " ").map(String.init)
    switch words[0] {
    case "ARABIC": return arabic(words, plain)
    case "HEBREW":
      return plain[words.prefix { $0 != "WITH" && $0 != "WIDE" }.joined(separator: " ")]
        .map { [$0] }
        ?? (words.contains("ALTERNATIVE") ? plain["HEBREW LETTER AYIN"].map { [$0] } : nil)
        ?? []
    case "HALFWIDTH":
      if words.contains("PROLONGED") { return ["ー"] }
      return plain[words.dropFirst().joined(separator: " ")].map { [$0] } ?? []
    default: break
    }
    guard words.count > 1, let last = words.last else { return [] }
    if words[words.count - 2] == "DIGIT" { return plain["DIGIT \(last)"].map { [$0] } ?? [] }
    // A small capital or a circled letter, not a letter with something in it.
    guard !words.contains("WITH"), words.contains(where: marksOfCase.contains) else { return [] }
    guard isForm(words) else { return [] }
    return (plain["LATIN SMALL LETTER \(last)"] ?? plain["GREEK SMALL LETTER \(last)"]).map { [$0] }
      ?? []
  }

  private static let marksOfCase: Set<String> = ["CAPITAL", "SMALL"]

  /// Whether the words before the letter's own name say how it is written, and nothing else.
  private static func isForm(_ words: [String]) -> Bool {
    words.dropLast().allSatisfy(formWords.contains)
      && words.dropLast() != ["LATIN", "SMALL", "LETTER"]
  }

  private static let formWords: Set<String> = [
    "BLACK-LETTER", "BOLD", "CAPITAL", "CIRCLED", "CROSSED", "DOUBLE-STRUCK", "FRAKTUR", "GREEK",
    "ITALIC", "LATIN", "LETTER", "MATHEMATICAL", "MODIFIER", "MONOSPACE", "NEGATIVE",
    "PARENTHESIZED", "SANS-SERIF", "SCRIPT", "SMALL", "SQUARED", "SUBSCRIPT", "SUPERSCRIPT",
  ]

  /// The letters of an Arabic form or ligature: `ARABIC LIGATURE LAM WITH ALEF FINAL FORM`.
  private static func arabic(
    _ words: [String],
    _ plain: [String: Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    guard words.last == "FORM", words.count > 4 else { return [] }
    let name = words.dropFirst(2).dropLast(2).joined(separator: " ")
    if let whole = arabicWords[name] { return Array(whole.unicodeScalars) }
    var parts = name.split(separator: " ").split(separator: "WITH").map {
      $0.joined(separator: " ")
    }
    var letters: [Unicode.Scalar] = []
    while !parts.isEmpty {
      // `ALEF WITH HAMZA ABOVE` is one letter.
      let longest = (1...parts.count).reversed().first { count in
        plain["ARABIC LETTER " + parts.prefix(count).joined(separator: " WITH ")] != nil
      }
      let taken = longest ?? 1
      if let letter = plain["ARABIC LETTER " + parts.prefix(taken).joined(separator: " WITH ")] {
        letters.append(letter)
      }
      parts.removeFirst(taken)
    }
    return letters
  }

  private static let arabicWords = [
    "ALLAH": "الله", "MOHAMMAD": "محمد", "AKBAR": "أكبر", "RASOUL": "رسول",
  ]
}
