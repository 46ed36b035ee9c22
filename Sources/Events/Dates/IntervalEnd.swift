/// One side of an interval.
enum IntervalEnd: Hashable, Sendable {
  case date(WrittenDate)
  /// Written `..`: there is none, or none is meant.
  case open
  /// Written as nothing: there is one, but it is not known.
  case unknown

  init(reading bytes: Span<UInt8>, at position: inout Int) throws(EDTFFault) {
    guard let byte = bytes.byte(at: position), byte != UInt8(ascii: "/") else {
      self = .unknown
      return
    }
    if DateSet.Kind(opening: byte) != nil { throw .setInInterval }
    guard byte == UInt8(ascii: ".") else {
      self = .date(try WrittenDate(reading: bytes, at: &position))
      return
    }
    guard bytes.byte(at: position + 1) == byte else { throw .unexpected(offset: position) }
    position += 2
    self = .open
  }

  var date: WrittenDate? {
    if case .date(let date) = self { date } else { nil }
  }

  /// The level of EDTF that it needs; masks in an interval are of level 2.
  var level: UInt8 {
    guard let date else { return 1 }
    return date.isMasked ? 2 : date.level
  }

  var qualifier: DateQualifier { date?.qualifier ?? [] }

  /// The bounds of the beginning and of the end of an interval between these.
  ///
  /// It ends no earlier than it can begin, and begins no later than it can end.
  static func bounds(
    from first: IntervalEnd,
    to last: IntervalEnd
  ) -> (beginning: DayBounds, end: DayBounds) {
    var beginning = first.date.map { DayBounds($0.days) } ?? .unbounded
    var end = last.date.map { DayBounds($0.days) } ?? .unbounded
    if let latestEnd = end.latest {
      beginning.latest = min(beginning.latest ?? latestEnd, latestEnd)
    }
    if let earliestEnd = end.earliest, let earliestBeginning = beginning.earliest {
      end.earliest = max(earliestEnd, earliestBeginning)
    }
    return (beginning, end)
  }
}
