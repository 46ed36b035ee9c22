/// The 128 bits of a UUID, the high word first (RFC 9562, section 4).
///
/// Its text is `01890000-0000-7000-8000-000000000001`, always in lower case: a text in upper case
/// is another id, and no number stands for it.
struct UUIDNumber: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The number whose text these bytes are; nil if they are not a UUID in lower case.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count == 36, bytes[8] == UUIDNumber.dash, bytes[13] == UUIDNumber.dash,
      bytes[18] == UUIDNumber.dash, bytes[23] == UUIDNumber.dash,
      let first = Hexadecimal.number(bytes.word(at: 0)),
      let second = Hexadecimal.number(bytes.word(at: 9).lowHalf | bytes.word(at: 14) << 32),
      let third = Hexadecimal.number(bytes.word(at: 19).lowHalf | bytes.word(at: 24) << 32),
      let fourth = Hexadecimal.number(bytes.word(at: 28))
    else { return nil }
    high = first << 32 | second
    low = third << 32 | fourth
  }

  var text: String {
    var text = InlineArray<36, UInt8>(repeating: UUIDNumber.dash)
    func write(_ characters: UInt64, _ count: Int, at start: Int) {
      for offset in 0..<count {
        text[start + offset] = UInt8(truncatingIfNeeded: characters >> (8 * offset))
      }
    }
    let second = Hexadecimal.characters(of: high.lowHalf)
    let third = Hexadecimal.characters(of: low >> 32)
    write(Hexadecimal.characters(of: high >> 32), 8, at: 0)
    write(second, 4, at: 9)
    write(second >> 32, 4, at: 14)
    write(third, 4, at: 19)
    write(third >> 32, 4, at: 24)
    write(Hexadecimal.characters(of: low.lowHalf), 8, at: 28)
    return String(repairing: text.span)
  }

  private static let dash = UInt8(ascii: "-")
}

extension UUIDNumber: Comparable {
  static func < (left: UUIDNumber, right: UUIDNumber) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Eight hexadecimal digits in lower case as they lie in a word, the first in its lowest byte.
private enum Hexadecimal {
  /// The number of 32 bits that they write; nil if one of them is no such digit.
  static func number(_ characters: UInt64) -> UInt64? {
    // `a` to `f` are 0x61 to 0x66.
    var digits = characters & each(0x0F) &+ (characters >> 6 & each(1)) &* 9
    guard digits & each(0xF0) == 0, spelled(digits) == characters else { return nil }
    digits = digits.byteSwapped
    digits = (digits | digits >> 4) & 0x00FF_00FF_00FF_00FF
    digits = (digits | digits >> 8) & 0x0000_FFFF_0000_FFFF
    return (digits | digits >> 16).lowHalf
  }

  /// The digits of a number of 32 bits.
  static func characters(of number: UInt64) -> UInt64 {
    var digits = (number | number << 16) & 0x0000_FFFF_0000_FFFF
    digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits | digits << 4) & each(0x0F)
    return spelled(digits.byteSwapped)
  }

  /// The characters of eight digits, each a byte of at most 15.
  private static func spelled(_ digits: UInt64) -> UInt64 {
    let letters = (digits &+ each(6)) >> 4 & each(1)
    return digits &+ each(UInt8(ascii: "0")) &+ letters &* 39
  }

  /// The same byte eight times.
  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}

extension UInt64 {
  fileprivate var lowHalf: UInt64 { self & 0xFFFF_FFFF }
}
