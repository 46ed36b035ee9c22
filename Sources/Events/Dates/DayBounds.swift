/// The earliest and the latest day on which something can have been; nil where open or unknown.
package struct DayBounds: Hashable, Sendable {
  package var earliest: Day?
  package var latest: Day?

  package init(earliest: Day?, latest: Day?) {
    self.earliest = earliest
    self.latest = latest
  }
}

extension DayBounds {
  /// Neither side is known.
  static let unbounded = DayBounds(earliest: nil, latest: nil)

  init(_ days: ClosedRange<Day>) {
    self.init(earliest: days.lowerBound, latest: days.upperBound)
  }
}
