/// The units of a duration, in the order in which they are written.
enum DurationUnit: Int, CaseIterable {
  case years
  case months
  case weeks
  case days
  case hours
  case minutes
  case seconds

  /// The unit that this letter stands for, before or after `T`.
  init?(letter: UInt8, afterT: Bool) {
    switch (letter, afterT) {
    case (UInt8(ascii: "Y"), false): self = .years
    case (UInt8(ascii: "M"), false): self = .months
    case (UInt8(ascii: "W"), false): self = .weeks
    case (UInt8(ascii: "D"), false): self = .days
    case (UInt8(ascii: "H"), true): self = .hours
    case (UInt8(ascii: "M"), true): self = .minutes
    case (UInt8(ascii: "S"), true): self = .seconds
    default: return nil
    }
  }
}

/// How much of each unit a written duration holds.
struct DurationAmounts {
  private var amounts: [7 of Int] = .init(repeating: 0)

  subscript(unit: DurationUnit) -> Int { amounts[unit.rawValue] }

  init(reading text: String) throws(CalendarDurationError) {
    let bytes = text.utf8Span.span
    guard bytes.count <= CalendarDurationError.bytesMax else {
      throw .tooLong(bytes: bytes.count)
    }
    guard bytes.byte(at: 0) == UInt8(ascii: "P") else { throw .notADuration(text) }
    var position = 1
    var isAfterT = false
    var last: DurationUnit?
    var isUnitDue = true
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "T"), !isAfterT {
        isAfterT = true
        isUnitDue = true
        position += 1
        continue
      }
      let end = bytes.endOfDigits(from: position)
      guard end > position, let letter = bytes.byte(at: end) else {
        throw .notADuration(text)
      }
      guard letter != UInt8(ascii: "."), letter != UInt8(ascii: ",") else {
        throw .fraction(text)
      }
      guard let unit = DurationUnit(letter: letter, afterT: isAfterT) else {
        throw .notADuration(text)
      }
      if let last, last.rawValue >= unit.rawValue { throw .order(text) }
      guard end - position <= 9, let amount = bytes.number(position..<end) else {
        throw .numberTooLong(text)
      }
      amounts[unit.rawValue] = amount
      last = unit
      isUnitDue = false
      position = end + 1
    }
    guard !isUnitDue else { throw .noUnits(text) }
  }
}
