/// Base64 of the URL alphabet without padding (RFC 4648, section 5), in its one canonical spelling.
package enum Base64URL {
  /// Appends the first `bits` bits of `words`, most significant bit first.
  static func write(_ words: Span<UInt64>, bits: Int, to bytes: inout [UInt8]) {
    var bit = 0
    while bit < bits {
      bytes.append(character(sextet(words, at: bit)))
      bit += 6
    }
  }

  /// Fills `words` from all of `bytes`; false if this is not how `write` spells `bits` bits.
  static func read(
    _ bytes: Span<UInt8>,
    bits: Int,
    into words: inout MutableSpan<UInt64>
  ) -> Bool {
    guard bytes.count == (bits + 5) / 6 else { return false }
    for index in words.indices { words[index] = 0 }
    // A global is looked up once, not for each character.
    let values = values
    for index in 0..<bytes.count {
      let sextet = UInt64(values[Int(bytes[index])])
      if sextet >= 64 { return false }
      let bit = index * 6
      let padding = max(0, bit + 6 - bits)
      // Bits beyond the last must be zero, or one value would have several spellings.
      guard sextet & ((1 << UInt64(padding)) - 1) == 0 else { return false }
      let shift = bit % 64
      if shift <= 58 {
        words[bit / 64] |= sextet << UInt64(58 - shift)
      } else {
        words[bit / 64] |= sextet >> UInt64(shift - 58)
        if bit / 64 + 1 < words.count {
          words[bit / 64 + 1] |= sextet << UInt64(122 - shift)
        }
      }
    }
    return true
  }

  private static func sextet(_ words: Span<UInt64>, at bit: Int) -> UInt8 {
    let shift = UInt64(bit % 64)
    var sextet = (words[bit / 64] << shift) >> 58
    if shift > 58, bit / 64 + 1 < words.count {
      sextet |= words[bit / 64 + 1] >> (122 - shift)
    }
    return UInt8(sextet)
  }

  /// Writes the first `bits` bits of `words` to the beginning of `bytes`.
  static func write(_ words: Span<UInt64>, bits: Int, into bytes: inout MutableSpan<UInt8>) {
    let characters = characters
    var bit = 0
    while bit < bits {
      bytes[bit / 6] = characters[Int(sextet(words, at: bit))]
      bit += 6
    }
  }

  private static func character(_ sextet: UInt8) -> UInt8 { characters[Int(sextet)] }

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
