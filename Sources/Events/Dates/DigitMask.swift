/// Digits of a year, month or day, of which some may be unspecified: `2016`, `201X`, `1X`.
struct DigitMask: Hashable, Sendable {
  /// The number with 0 for every unspecified digit.
  let lowest: Int
  /// The number with 9 for every unspecified digit.
  let highest: Int
  /// Bit 0 for the last digit, bit 1 for the one before it; set where unspecified.
  let unspecified: UInt16
  let width: Int

  /// A number of which every digit is given.
  init(_ number: Int, width: Int) {
    lowest = number
    highest = number
    unspecified = 0
    self.width = width
  }

  /// Reads `width` digits or `X`.
  ///
  /// Another number of them is a fault of `part`, none at all means that it is missing.
  init(
    reading part: EDTFFault.Part,
    width: Int,
    from bytes: Span<UInt8>,
    at position: inout Int
  ) throws(EDTFFault) {
    let start = position
    var lowest = 0
    var unspecified: UInt16 = 0
    var gap = 0
    while let byte = bytes.byte(at: position), byte.isDigit || byte == UInt8(ascii: "X") {
      guard position < start + width else { throw .wrongWidth(part) }
      let isUnspecified = byte == UInt8(ascii: "X")
      lowest = lowest * 10 + (isUnspecified ? 0 : Int(byte - UInt8(ascii: "0")))
      gap = gap * 10 + (isUnspecified ? 9 : 0)
      unspecified = unspecified << 1 | (isUnspecified ? 1 : 0)
      position += 1
    }
    if bytes.byte(at: position) == UInt8(ascii: "x") { throw .lowercaseX }
    guard position > start else { throw .missing(part, offset: position) }
    guard position == start + width else { throw .wrongWidth(part) }
    self.lowest = lowest
    self.highest = lowest + gap
    self.unspecified = unspecified
    self.width = width
  }

  /// The number, if every digit is given.
  var number: Int? { unspecified == 0 ? lowest : nil }

  var isWhole: Bool { unspecified == 0 }

  /// Whether no digit at all is given.
  var isBlank: Bool { unspecified == 1 << width - 1 }

  /// Whether the number, which must not be negative, has the given digits in their places.
  func fits(_ number: Int) -> Bool {
    var rest = number
    var pattern = lowest
    var bits = unspecified
    for _ in 0..<width {
      if bits & 1 == 0, rest % 10 != pattern % 10 { return false }
      rest /= 10
      pattern /= 10
      bits >>= 1
    }
    return rest == 0
  }
}

extension DigitMask: CustomStringConvertible {
  /// The digits as written.
  var description: String {
    let digits = Array(lowest.padded(to: width))
    let places = digits.indices.map { index in
      unspecified >> (width - 1 - index) & 1 == 1 ? "X" : String(digits[index])
    }
    return places.joined()
  }
}
