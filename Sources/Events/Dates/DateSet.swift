/// A list of dates of which one (`[...]`) or all (`{...}`) are meant.
struct DateSet: Hashable, Sendable {
  /// Which of its members are meant.
  enum Kind: Sendable {
    case oneOf
    case allOf

    init?(opening byte: UInt8) {
      switch byte {
      case UInt8(ascii: "["): self = .oneOf
      case UInt8(ascii: "{"): self = .allOf
      default: return nil
      }
    }

    var closing: UInt8 { self == .oneOf ? UInt8(ascii: "]") : UInt8(ascii: "}") }
  }

  /// A date of the list, or the dates between two, up to one, or from one on.
  enum Member: Hashable, Sendable {
    case date(WrittenDate)
    case between(WrittenDate, WrittenDate)
    case upTo(WrittenDate)
    case onFrom(WrittenDate)
  }

  let kind: Kind
  /// At least one; only the first can be `upTo`, only the last `onFrom`.
  let members: [Member]

  /// Reads a whole text that opens with the bracket of that kind.
  init(_ kind: Kind, reading bytes: Span<UInt8>) throws(EDTFFault) {
    var position = 1
    if bytes.byte(at: position) == kind.closing { throw .emptySet }
    var members: [Member] = []
    while true {
      members.append(try Member(reading: bytes, at: &position, closing: kind.closing))
      if case .upTo = members[members.count - 1], members.count > 1 { throw .misplacedDots }
      guard let separator = bytes.byte(at: position) else { throw .unclosedSet }
      if separator == UInt8(ascii: "/") { throw .intervalInSet }
      guard separator == UInt8(ascii: ",") || separator == kind.closing else {
        throw EDTFSyntax.excess(bytes, at: position)
      }
      position += 1
      if separator == kind.closing { break }
      if case .onFrom = members[members.count - 1] { throw .misplacedDots }
    }
    guard position == bytes.count else { throw .unexpected(offset: position) }
    self.kind = kind
    self.members = members
  }

  /// Every qualifier that stands anywhere in it.
  var qualifier: DateQualifier {
    members.reduce(into: []) { $0.formUnion($1.qualifier) }
  }

  /// The bounds of the beginning and of the end.
  ///
  /// One of several dates lies between the earliest and the latest of them. All of several begin
  /// with the first to begin and end with the last to end.
  var bounds: (beginning: DayBounds, end: DayBounds) {
    let all = members.map(\.bounds)
    let earliestBeginning = DateSet.extreme(all.map(\.beginning.earliest), min)
    let latestEnd = DateSet.extreme(all.map(\.end.latest), max)
    switch kind {
    case .oneOf:
      let whole = DayBounds(earliest: earliestBeginning, latest: latestEnd)
      return (whole, whole)
    case .allOf:
      let latestBeginning = all.compactMap(\.beginning.latest).min()
      let earliestEnd = all.compactMap(\.end.earliest).max()
      return (
        DayBounds(earliest: earliestBeginning, latest: latestBeginning),
        DayBounds(earliest: earliestEnd, latest: latestEnd)
      )
    }
  }

  /// The least or the greatest of these days, or nil as soon as one of them is open.
  private static func extreme(_ days: [Day?], _ choose: (Day, Day) -> Day) -> Day? {
    guard var result = days.first ?? nil else { return nil }
    for day in days {
      guard let day else { return nil }
      result = choose(result, day)
    }
    return result
  }
}

extension DateSet.Member {
  init(
    reading bytes: Span<UInt8>,
    at position: inout Int,
    closing: UInt8
  ) throws(EDTFFault) {
    if try Self.readDots(bytes, at: &position) {
      guard let next = bytes.byte(at: position) else { throw .unclosedSet }
      if next == closing { throw .nothingDated }
      if next == UInt8(ascii: ",") { throw .misplacedDots }
      self = .upTo(try WrittenDate(reading: bytes, at: &position))
      if bytes.byte(at: position) == UInt8(ascii: ".") { throw .misplacedDots }
      return
    }
    guard bytes.byte(at: position) != nil else { throw .unclosedSet }
    if bytes.byte(at: position) == UInt8(ascii: "/") { throw .intervalInSet }
    let first = try Self.date(bytes, at: &position)
    guard try Self.readDots(bytes, at: &position) else {
      self = .date(first)
      return
    }
    guard let next = bytes.byte(at: position) else { throw .unclosedSet }
    if next == closing || next == UInt8(ascii: ",") {
      self = .onFrom(first)
      return
    }
    let last = try Self.date(bytes, at: &position)
    if last.days.upperBound < first.days.lowerBound { throw .reversed }
    self = .between(first, last)
  }

  var qualifier: DateQualifier {
    switch self {
    case .date(let date), .upTo(let date), .onFrom(let date): date.qualifier
    case .between(let first, let last): first.qualifier.union(last.qualifier)
    }
  }

  /// Whether its dates lie in the years 0000 to 9999.
  var isWithinLogYears: Bool {
    switch self {
    case .date(let date), .upTo(let date), .onFrom(let date): date.isWithinLogYears
    case .between(let first, let last): first.isWithinLogYears && last.isWithinLogYears
    }
  }

  /// The bounds of the first and of the last of the dates meant.
  fileprivate var bounds: (beginning: DayBounds, end: DayBounds) {
    switch self {
    case .date(let date):
      (DayBounds(date.days), DayBounds(date.days))
    case .between(let first, let last):
      IntervalEnd.bounds(from: .date(first), to: .date(last))
    case .upTo(let date):
      (DayBounds(earliest: nil, latest: date.days.upperBound), DayBounds(date.days))
    case .onFrom(let date):
      (DayBounds(date.days), DayBounds(earliest: date.days.lowerBound, latest: nil))
    }
  }

  private static func date(
    _ bytes: Span<UInt8>,
    at position: inout Int
  ) throws(EDTFFault) -> WrittenDate {
    // Without this an unexpected sign would be told as a missing year.
    if let byte = bytes.byte(at: position), DateSet.Kind(opening: byte) != nil {
      throw .unexpected(offset: position)
    }
    let start = position
    do throws(EDTFFault) {
      return try WrittenDate(reading: bytes, at: &position)
    } catch {
      if case .missing(.year, start) = error { throw .missing(.date, offset: start) }
      throw error
    }
  }

  private static func readDots(
    _ bytes: Span<UInt8>,
    at position: inout Int
  ) throws(EDTFFault) -> Bool {
    guard bytes.byte(at: position) == UInt8(ascii: ".") else { return false }
    guard bytes.byte(at: position + 1) == UInt8(ascii: ".") else {
      throw .unexpected(offset: position)
    }
    position += 2
    return true
  }
}
