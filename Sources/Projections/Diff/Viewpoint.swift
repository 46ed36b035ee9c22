internal import Events

/// A record, and the day about which it is asked.
struct Viewpoint {
  let record: Record
  let day: Day

  /// How a happening stands to the day: `certain`, `possible` or `ahead`.
  func when(_ bounds: DayBounds) -> When {
    if bounds.latest.map({ $0 <= day }) ?? false { return .certain }
    return bounds.earliest.map { $0 <= day } ?? true ? .possible : .ahead
  }

  enum When: String {
    case certain, possible, ahead
  }

  /// The happening as the timeline shows it, also where it lies ahead.
  func entry(_ happening: Happening) -> TimelineEntry {
    switch when(happening.beginning) {
    case .certain: TimelineEntry(happening, .certain, in: record)
    case .possible: TimelineEntry(happening, .possible, in: record)
    case .ahead: TimelineEntry(happening, .ahead, in: record)
    }
  }

  /// The ids of all accounts of the happening of which the event called `id` is one.
  func accounts(of id: EventID) -> [EventID] {
    record.happening(of: id)?.accounts ?? []
  }
}

extension Happening {
  /// The preferred account, then the others.
  var accounts: [EventID] { [id] + otherAccounts }
}
