/// The words of a text, folded: without case and diacritics, each in one script.
enum NameWords {
  static func folded(_ text: String) -> [[Unicode.Scalar]] {
    split(text, folding: true).map(LookAlike.unmixed)
  }

  /// The words as written, without apostrophes and invisible characters.
  static func written(_ text: String) -> [[Unicode.Scalar]] { split(text, folding: false) }

  private static func split(_ text: String, folding: Bool) -> [[Unicode.Scalar]] {
    var words: [[Unicode.Scalar]] = []
    var word: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if isApostrophe(scalar) { continue }
      if isPartOfWord(scalar) {
        if folding {
          LetterFolding.append(scalar, to: &word)
        } else {
          word.append(scalar)
        }
      } else if !LetterFolding.isMark(scalar), !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Whether `scalar` is an apostrophe or what romanisations write for a soft or hard sign.
  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2B9...0x2BF, 0x2C8, 0x2CA...0x2CB, 0x374, 0x2018...0x201B,
      0x2032...0x2036, 0xA78B...0xA78C, 0xFF07:
      true
    default: false
    }
  }

  static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: false
      }
    }
    if (0x400...0x481).contains(scalar.value) { return true }
    if LetterFolding.isMark(scalar) { return false }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    case .otherSymbol: CompatibilityForms.isEnclosedLetter(scalar)
    default: false
    }
  }
}
