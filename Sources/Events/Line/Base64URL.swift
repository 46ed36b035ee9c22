/// Base64 of the URL alphabet without padding (RFC 4648, section 5), in its one canonical spelling.
///
/// Six bits a character, most significant bit first; what is missing of the last six is zero.
package enum Base64URL {
  /// How many characters spell `words`.
  private static func characterCount(_ words: Int) -> Int { (words * 64 + 5) / 6 }

  /// Appends the characters that spell `words`.
  static func write(_ words: Span<UInt64>, to bytes: inout [UInt8]) {
    eachSextet(words) { bytes.append(characters[Int($0)]) }
  }

  /// Writes the characters that spell `words` to the beginning of `bytes`.
  static func write(_ words: Span<UInt64>, into bytes: inout MutableSpan<UInt8>) {
    // A global is looked up once, not for each character.
    let characters = characters
    var place = 0
    eachSextet(words) { sextet in
      bytes[place] = characters[Int(sextet)]
      place += 1
    }
  }

  /// Fills `words` from all of `bytes`; false if this is not how `write` spells them.
  static func read(_ bytes: Span<UInt8>, into words: inout MutableSpan<UInt64>) -> Bool {
    guard bytes.count == characterCount(words.count) else { return false }
    let values = values
    var place = 0
    // Any byte that is no character of the alphabet sets the highest bits.
    var seen: UInt8 = 0
    // What is left of the character before, and how many bits that is.
    var rest: UInt64 = 0
    var restBits: UInt64 = 0
    for index in words.indices {
      var word = rest
      var filled = restBits
      while filled < 64 {
        let value = values[Int(bytes[place])]
        place += 1
        seen |= value
        let bits = min(6, 64 - filled)
        restBits = 6 - bits
        rest = UInt64(value) & ((1 << restBits) - 1)
        word = word << bits | UInt64(value & 63) >> restBits
        filled += bits
      }
      words[index] = word
    }
    // Bits beyond the last must be zero, or one value would have several spellings.
    return seen < 64 && rest == 0
  }

  private static func eachSextet(_ words: Span<UInt64>, _ body: (UInt64) -> Void) {
    // What no character has taken yet of the word before, and how many bits that is.
    var rest: UInt64 = 0
    var restBits: UInt64 = 0
    for index in words.indices {
      var left = 64 + restBits - 6
      body((rest << (6 - restBits) | words[index] >> left) & 63)
      while left >= 6 {
        left -= 6
        body(words[index] >> left & 63)
      }
      rest = words[index]
      restBits = left
    }
    if restBits > 0 { body(rest << (6 - restBits) & 63) }
  }

  private static let characters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
  )

  /// The six bits that each byte stands for; 255 for bytes that are no characters of the alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, character) in characters.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()
}
