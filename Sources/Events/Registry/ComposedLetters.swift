/// Signs that are written as several characters and are one letter.
enum ComposedLetters {
  /// Joins `scalar` to the last letter of `word`; false if it does not go with it.
  static func join(_ scalar: Unicode.Scalar, to word: inout [Unicode.Scalar]) -> Bool {
    guard scalar.value > 0x1100, let last = word.last, let letter = joined(last.value, scalar.value)
    else { return false }
    word[word.count - 1] = letter
    return true
  }

  /// Whether `scalar` is a voicing mark, which belongs to the kana before it.
  static func isVoicing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3099, 0x309A, 0xFF9E, 0xFF9F: true
    default: false
    }
  }

  private static func joined(_ last: UInt32, _ next: UInt32) -> Unicode.Scalar? {
    switch (last, next) {
    case (0x1100...0x1112, 0x1161...0x1175):
      return Unicode.Scalar(0xAC00 + ((last - 0x1100) * 21 + next - 0x1161) * 28)
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (last - 0xAC00) % 28 == 0:
      return Unicode.Scalar(last + next - 0x11A7)
    case (_, 0x3099), (_, 0xFF9E): return voiced(last, 1, of: "かきくけこさしすせそたちつてとはひふへほ")
    case (_, 0x309A), (_, 0xFF9F): return voiced(last, 2, of: "はひふへほ")
    default: return nil
    }
  }

  private static func voiced(
    _ kana: UInt32,
    _ step: UInt32,
    of row: String
  ) -> Unicode.Scalar? {
    // Katakana stand 60 places behind their hiragana, in hexadecimal.
    let hiragana = kana >= 0x30A0 ? kana - 0x60 : kana
    guard row.unicodeScalars.contains(where: { $0.value == hiragana }) else { return nil }
    return Unicode.Scalar(kana + step)
  }
}
