/// The earliest and the latest day on which something can have been; nil where open or unknown.
package struct DayBounds: Hashable, Sendable {
  // Bounds stand in every date and every occasion, and no day is so far away as these ends.
  private var first: Int
  private var last: Int

  package init(earliest: Day?, latest: Day?) {
    first = earliest?.number ?? Int.min
    last = latest?.number ?? Int.max
  }

  package var earliest: Day? {
    get { first == Int.min ? nil : Day(number: first) }
    set { first = newValue?.number ?? Int.min }
  }

  package var latest: Day? {
    get { last == Int.max ? nil : Day(number: last) }
    set { last = newValue?.number ?? Int.max }
  }
}

extension DayBounds {
  /// Neither side is known.
  static let unbounded = DayBounds(earliest: nil, latest: nil)

  init(_ days: ClosedRange<Day>) {
    self.init(earliest: days.lowerBound, latest: days.upperBound)
  }
}
