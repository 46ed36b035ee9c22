/// Some characters of ASCII, asked for without a branch: ids are looked at for every line.
struct ASCIISet {
  /// Bit n stands for character n, and for character 64 + n.
  private let low: UInt64
  private let high: UInt64

  static let digits = ASCIISet("0123456789")
  static let upperCase = ASCIISet("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  static let lowerCase = ASCIISet("abcdefghijklmnopqrstuvwxyz")

  init(_ characters: String) {
    var (low, high) = (0 as UInt64, 0 as UInt64)
    for byte in characters.utf8 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }
    (self.low, self.high) = (low, high)
  }

  private init(low: UInt64, high: UInt64) {
    (self.low, self.high) = (low, high)
  }

  static func + (left: ASCIISet, right: ASCIISet) -> ASCIISet {
    ASCIISet(low: left.low | right.low, high: left.high | right.high)
  }

  /// 1 if the character is one of these, else 0.
  func count(_ byte: UInt8) -> UInt64 {
    let bits = byte < 64 ? low : high
    return byte < 128 ? bits >> UInt64(byte & 63) & 1 : 0
  }

  func contains(all text: Span<UInt8>) -> Bool {
    var isAll: UInt64 = 1
    for index in text.indices { isAll &= count(text[index]) }
    return isAll == 1
  }
}
