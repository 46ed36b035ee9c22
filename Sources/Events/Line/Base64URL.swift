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
    for index in 0..<bytes.count {
      guard let sextet = value(bytes[index]) else { return false }
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

  private static func character(_ sextet: UInt8) -> UInt8 {
    switch sextet {
    case 0..<26: UInt8(ascii: "A") + sextet
    case 26..<52: UInt8(ascii: "a") + sextet - 26
    case 52..<62: UInt8(ascii: "0") + sextet - 52
    case 62: UInt8(ascii: "-")
    default: UInt8(ascii: "_")
    }
  }

  private static func value(_ character: UInt8) -> UInt64? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(character - UInt8(ascii: "a") + 26)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(character - UInt8(ascii: "0") + 52)
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
