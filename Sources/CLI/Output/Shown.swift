/// Data made safe to show on a terminal.
enum Shown {
  /// `text` on one line, without control characters and without marks that turn writing around.
  static func line(_ text: String) -> String { cleaned(text, keepsNewlines: false) }

  /// `text` with its line breaks, otherwise as `line`.
  static func text(_ text: String) -> String { cleaned(text, keepsNewlines: true) }

  private static func cleaned(_ text: String, keepsNewlines: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result.append(keepsNewlines ? scalar : " ")
      // These two part lines and paragraphs.
      case 0x2028, 0x2029: result.append(keepsNewlines ? "\n" : " ")
      case 0x09, 0x0D: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0: result.append("\u{FFFD}")
      // Bidirectional controls could make a text read as another.
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// How many columns `text` takes on a terminal.
  static func width(_ text: String) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  private static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200D, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// `text` cut to `columns`, with an ellipsis where something is missing.
  static func cut(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    var result = ""
    var used = 0
    for character in text {
      let next = width(character)
      if used + next > columns - 1 { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }

  /// `text` followed by blanks up to `columns`.
  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(text)))
  }
}
