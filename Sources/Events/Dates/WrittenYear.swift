/// The year of a date as written: `2016`, `-0043`, `201X`, `1950S2`, `Y170000002`, `Y-17E7`.
struct WrittenYear: Hashable, Sendable {
  /// How the number stands.
  enum Form: Sendable {
    case fourDigits
    case letter
    case exponential
  }

  /// The year without its sign.
  let magnitude: DigitMask
  let isNegative: Bool
  let form: Form
  /// How many of the first digits are sure, if that is written.
  let significantDigits: Int?

  init(reading bytes: Span<UInt8>, at position: inout Int) throws(EDTFFault) {
    let hasLetter = bytes.byte(at: position) == UInt8(ascii: "Y")
    if hasLetter { position += 1 }
    isNegative = bytes.byte(at: position) == UInt8(ascii: "-")
    if isNegative { position += 1 }
    if hasLetter {
      (magnitude, form) = try WrittenYear.longYear(bytes, at: &position)
    } else {
      magnitude = try DigitMask(reading: .year, width: 4, from: bytes, at: &position)
      form = .fourDigits
    }
    if isNegative, magnitude.number == 0 { throw .minusZero }
    significantDigits = try WrittenYear.significance(of: magnitude, bytes, at: &position)
  }

  /// The first and the last year that it can stand for.
  var years: ClosedRange<Int> {
    var first = magnitude.lowest
    var last = magnitude.highest
    if let significantDigits {
      let span = Int.powerOfTen(magnitude.width - significantDigits)
      first -= first % span
      last = first + span - 1
    }
    return isNegative ? -last ... -max(first, 1) : first...last
  }

  /// Whether it can stand for that year.
  func fits(_ year: Int) -> Bool {
    guard years ~= year else { return false }
    return magnitude.isWhole || magnitude.fits(Int(year.magnitude))
  }

  /// Whether neither month nor day can follow it.
  var standsAlone: Bool { form != .fourDigits || significantDigits != nil }

  /// The level of EDTF that the year needs, apart from its mask.
  var level: UInt8 {
    if significantDigits != nil || form == .exponential { return 2 }
    return isNegative || form == .letter ? 1 : 0
  }

  /// The digits after `Y`, with their exponent expanded.
  private static func longYear(
    _ bytes: Span<UInt8>,
    at position: inout Int
  ) throws(EDTFFault) -> (DigitMask, Form) {
    let start = position
    position = bytes.endOfDigits(from: start)
    guard position > start else { throw .missing(.year, offset: start) }
    guard bytes[start] != UInt8(ascii: "0") else { throw .needlessY }
    guard position - start <= yearDigitsMax, let digits = bytes.number(start..<position) else {
      throw .yearTooLong
    }
    guard bytes.byte(at: position) == UInt8(ascii: "E") else {
      guard position - start > 4 else { throw .needlessY }
      return (DigitMask(digits, width: position - start), .letter)
    }
    let exponentStart = position + 1
    let width = position - start
    position = bytes.endOfDigits(from: exponentStart)
    guard position > exponentStart else { throw .unexpected(offset: position) }
    guard position - exponentStart <= 2,
      let exponent = bytes.number(exponentStart..<position), width + exponent <= yearDigitsMax
    else { throw .yearTooLong }
    let year = digits * Int.powerOfTen(exponent)
    return (DigitMask(year, width: width + exponent), .exponential)
  }

  private static func significance(
    of magnitude: DigitMask,
    _ bytes: Span<UInt8>,
    at position: inout Int
  ) throws(EDTFFault) -> Int? {
    guard bytes.byte(at: position) == UInt8(ascii: "S") else { return nil }
    guard magnitude.isWhole else { throw .maskWithSignificantDigits }
    let start = position + 1
    position = bytes.endOfDigits(from: start)
    guard position > start else { throw .unexpected(offset: position) }
    guard position - start <= 2, let count = bytes.number(start..<position),
      1...magnitude.width ~= count
    else { throw .significantDigits(magnitude.width) }
    return count
  }

  private static let yearDigitsMax = 9
}
