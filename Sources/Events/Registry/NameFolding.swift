/// Folds names to keys that are equal when the names are the same to a reader.
///
/// Both keys are words separated by single spaces, in the order of the text, and folding a key
/// again changes nothing. They are for comparing, never for showing.
package enum NameFolding {
  /// The key that ignores case, diacritics, apostrophes and look-alike letters.
  ///
  /// A word that mixes scripts becomes a word of one script; a word of one script stays in it.
  package static func exactKey(_ text: String) -> String {
    joined(NameWords.folded(text))
  }

  /// Whether the exact key of `text` holds anything.
  static func hasExactKey(_ text: String) -> Bool {
    // Letters and digits of ASCII always stay, and mostly there is one.
    text.unicodeScalars.contains { $0.isASCII && NameWords.isPartOfWord($0) }
      || !exactKey(text).isEmpty
  }

  /// The key under which a name coincides with its usual romanisations.
  ///
  /// Names with equal exact keys have equal sound keys.
  package static func soundKey(_ text: String) -> String {
    joined(NameWords.folded(text).map(SoundSkeleton.of))
  }

  /// The words of `text`, as written, in which letters of several scripts are mixed.
  package static func mixedScriptWords(in text: String) -> [String] {
    NameWords.written(text)
      .filter(Script.areMixed)
      .map(string)
  }

  /// The words of one other script that look like `word`, folded: `сох` for `Cox`.
  package static func lookAlikes(of word: String) -> [String] {
    let words = NameWords.folded(word)
    guard words.count == 1 else { return [] }
    return LookAlike.inOtherScripts(words[0]).map(string)
  }

  /// The initials of a name: `M. B.` for `Mara Berg`, `A.-L. B.` for `Anna-Lena Berg`.
  ///
  /// Empty for a name in Chinese, Japanese or Korean writing, whose first sign is the family name.
  package static func initials(of name: String) -> String {
    if name.unicodeScalars.contains(where: isSyllable) { return "" }
    return initialsOfLetters(name)
  }

  private static func isSyllable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x3040...0x30FF, 0x3130...0x318F, 0xAC00...0xD7AF, 0xFF66...0xFF9F: true
    default: scalar.properties.isIdeographic
    }
  }

  private static func initialsOfLetters(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace)
      .map { part in
        part.split(separator: "-")
          .compactMap { $0.first { $0.isLetter || $0.isNumber } }
          .map { "\($0.uppercased())." }
          .joined(separator: "-")
      }
      .filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  static func joined(_ words: [[Unicode.Scalar]]) -> String {
    words.map(string).filter { !$0.isEmpty }.joined(separator: " ")
  }

  static func string(_ word: [Unicode.Scalar]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * word.count)
    for scalar in word {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
