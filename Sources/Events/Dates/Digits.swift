extension Int {
  /// The quotient rounded towards negative infinity; the divisor must be positive.
  func floorDivided(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self + 1) / divisor - 1
  }

  /// The remainder that is never negative; the divisor must be positive.
  func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  /// The number, which must not be negative, with zeros in front up to that many digits.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }

  static func powerOfTen(_ exponent: Int) -> Int {
    var power = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}

extension Span<UInt8> {
  /// The byte at that offset, or nil past the end.
  func byte(at offset: Int) -> UInt8? {
    offset < count ? self[offset] : nil
  }

  /// The number written in these bytes, or nil if one of them is not an ASCII digit.
  ///
  /// The range must lie within the span and hold at most eighteen bytes.
  func number(_ range: Range<Int>) -> Int? {
    var value = 0
    for offset in range {
      let byte = self[offset]
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// The offset after the digits that begin at this one.
  func endOfDigits(from start: Int) -> Int {
    var end = start
    while end < count, self[end].isDigit { end += 1 }
    return end
  }
}
