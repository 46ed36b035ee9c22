package import Events

/// What happened, in the order in which it happened.
///
/// It holds what has certainly or possibly begun by the day that is asked about, one entry for each
/// happening: the account that the record prefers. With what is planned, it also holds what lies
/// ahead: happenings dated later, and the days for which happenings announce something.
package struct Timeline: Sendable {
  package let asOf: Day
  package let entries: [TimelineEntry]

  package init(
    of record: Record,
    asOf day: Day,
    planned: Bool = false,
    filter: TimelineFilter = TimelineFilter()
  ) {
    asOf = day
    let match = TimelineMatch(filter, in: record)
    var entries: [TimelineEntry] = []
    for happening in record.happenings {
      let isAhead = !happening.hasPossiblyBegun(by: day)
      if !isAhead || planned, match.accepts(happening) {
        let when: TimelineEntry.When =
          isAhead
          ? .ahead
          : happening.hasCertainlyBegun(by: day) ? .certain : .possible
        entries.append(TimelineEntry(happening, when, in: record))
      }
      if planned, let date = happening.plannedDate, date.isAhead(of: day) {
        let moved = happening.moved(to: date)
        if match.accepts(moved) { entries.append(TimelineEntry(moved, .planned(date), in: record)) }
      }
    }
    self.entries = entries.sorted { $0.happening.precedesInTimeline($1.happening) }
  }
}

extension EDTF {
  /// Whether it can still come, seen from `day`; the day itself counts.
  func isAhead(of day: Day) -> Bool {
    beginning.latest.map { $0 >= day } ?? true
  }
}
