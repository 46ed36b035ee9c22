/// What is written in an EDTF text: a date, an interval or a set.
enum EDTFSyntax: Hashable, Sendable {
  case date(WrittenDate)
  /// A date with a time of day.
  case moment(WrittenDate)
  case interval(IntervalEnd, IntervalEnd)
  case set(DateSet)

  /// Reads all of the text, of one byte to `EDTF.bytesMax`.
  init(reading bytes: Span<UInt8>) throws(EDTFFault) {
    guard 1...EDTF.bytesMax ~= bytes.count else { throw .notADate }
    if let kind = DateSet.Kind(opening: bytes[0]) {
      self = .set(try DateSet(kind, reading: bytes))
      return
    }
    guard bytes[0] != UInt8(ascii: " ") else { throw .unexpected(offset: 0) }
    guard EDTFSyntax.canOpen(bytes[0]) else { throw .notADate }
    var position = 0
    let first = try IntervalEnd(reading: bytes, at: &position)
    if bytes.byte(at: position) == UInt8(ascii: "/") {
      position += 1
      let last = try IntervalEnd(reading: bytes, at: &position)
      self = try EDTFSyntax.checkedInterval(first, last)
    } else {
      guard case .date(let date) = first else { throw .dotsWithoutBrackets }
      self = try EDTFSyntax.timed(date, bytes, at: &position)
    }
    guard position == bytes.count else { throw EDTFSyntax.excess(bytes, at: position) }
  }

  /// The bounds of the beginning and of the end.
  var bounds: (beginning: DayBounds, end: DayBounds) {
    switch self {
    case .date(let date), .moment(let date): (DayBounds(date.days), DayBounds(date.days))
    case .interval(let first, let last): IntervalEnd.bounds(from: first, to: last)
    case .set(let set): set.bounds
    }
  }

  /// The level of EDTF that it needs.
  var level: UInt8 {
    switch self {
    case .date(let date), .moment(let date): date.level
    case .interval(let first, let last): max(first.level, last.level)
    case .set: 2
    }
  }

  /// Every qualifier that stands anywhere in it.
  var qualifier: DateQualifier {
    switch self {
    case .date(let date), .moment(let date): date.qualifier
    case .interval(let first, let last): first.qualifier.union(last.qualifier)
    case .set(let set): set.qualifier
    }
  }

  /// Whether every date in it lies in the years 0000 to 9999.
  var isWithinLogYears: Bool {
    switch self {
    case .date(let date), .moment(let date): date.isWithinLogYears
    case .interval(let first, let last):
      first.date?.isWithinLogYears ?? true && last.date?.isWithinLogYears ?? true
    case .set(let set): set.members.allSatisfy(\.isWithinLogYears)
    }
  }

  var isInterval: Bool {
    if case .interval = self { true } else { false }
  }

  /// Why something stands at this offset where the text should have ended.
  static func excess(_ bytes: Span<UInt8>, at position: Int) -> EDTFFault {
    guard bytes.byte(at: position) == UInt8(ascii: "T") else {
      return .unexpected(offset: position)
    }
    return .timeInside
  }

  private static func canOpen(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "X"), UInt8(ascii: "x"), UInt8(ascii: "Y"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "/"):
      true
    default: byte.isDigit || DateQualifier(byte: byte) != nil
    }
  }

  private static func checkedInterval(
    _ first: IntervalEnd,
    _ last: IntervalEnd
  ) throws(EDTFFault) -> EDTFSyntax {
    switch (first, last) {
    case (.date(let beginning), .date(let end)):
      if end.days.upperBound < beginning.days.lowerBound { throw .reversed }
    case (.date, _), (_, .date): break
    default: throw .nothingDated
    }
    return .interval(first, last)
  }

  private static func timed(
    _ date: WrittenDate,
    _ bytes: Span<UInt8>,
    at position: inout Int
  ) throws(EDTFFault) -> EDTFSyntax {
    if bytes.byte(at: position) == UInt8(ascii: ".") { throw .dotsWithoutBrackets }
    guard bytes.byte(at: position) == UInt8(ascii: "T") else { return .date(date) }
    guard date.isPlainDay else { throw .timeWithoutDay }
    try TimeOfDay.check(bytes, from: &position)
    if bytes.byte(at: position) == UInt8(ascii: "/") { throw .timeInside }
    return .moment(date)
  }
}
