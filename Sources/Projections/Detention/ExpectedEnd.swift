package import Events

/// The days between which a person is due out.
package struct ExpectedEnd: Sendable, Hashable {
  /// Nil where the custody began on a day of which only the latest is known.
  package var earliest: Day?
  package var latest: Day
  /// Whether the day from which the term counts was estimated.
  package var isEstimated: Bool

  init(earliest: Day?, latest: Day, isEstimated: Bool) {
    self.earliest = earliest
    self.latest = latest
    self.isEstimated = isEstimated
  }

  /// The end that an order states itself.
  init?(until date: EDTF?) {
    guard let date, let latest = date.end.latest else { return nil }
    earliest = date.beginning.earliest
    self.latest = latest
    isEstimated = false
  }

  /// The end of a term that counts from one of the days within `start`.
  init?(_ term: CalendarDuration?, from start: DayBounds, estimated: Bool) {
    guard let term, let latest = start.latest else { return nil }
    earliest = start.earliest.map { term.added(to: $0) }
    self.latest = term.added(to: latest)
    isEstimated = estimated
  }

  /// The end moved to an earlier day by time already served.
  func minus(_ credit: CalendarDuration?) -> ExpectedEnd {
    guard let credit else { return self }
    var end = self
    end.earliest = earliest.map { credit.subtracted(from: $0) }
    end.latest = credit.subtracted(from: latest)
    return end
  }

  /// Both ends at once: nobody is due out before the later of two terms.
  func orLater(_ other: ExpectedEnd?) -> ExpectedEnd {
    guard let other else { return self }
    var end = self
    end.earliest = [earliest, other.earliest].compactMap { $0 }.max()
    end.latest = max(latest, other.latest)
    end.isEstimated = isEstimated || other.isEstimated
    return end
  }

  /// Whether `date` can be the day on which the person is due out.
  func agrees(with date: EDTF) -> Bool {
    if let last = date.end.latest, let earliest, last < earliest { return false }
    if let first = date.beginning.earliest, first > latest { return false }
    return true
  }
}
