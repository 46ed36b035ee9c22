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
    let rule = TimelineRule(
      asOf: day,
      planned: planned,
      filter: filter,
      register: ReplayedRegister(record)
    )
    var entries: [TimelineEntry] = []
    for happening in record.happenings {
      let others = happening.otherAccounts.compactMap { record[$0] }
      if let entry = rule.entry(happening, others: others) { entries.append(entry) }
      if let entry = rule.plannedEntry(happening, others: others) { entries.append(entry) }
    }
    self.entries = entries.sorted { $0.happening.precedesInTimeline($1.happening) }
  }

  /// The timeline of these happenings, each with its other accounts in the order of the log, as
  /// far as `filter` accepts them; it names persons as views show them, and no words.
  package init(
    of happenings: [(happening: Happening, others: [Fact])],
    asOf day: Day,
    filter: TimelineFilter
  ) {
    asOf = day
    let rule = TimelineRule(asOf: day, filter: filter)
    entries = happenings.compactMap { rule.entry($0.happening, others: $0.others) }
      .sorted { $0.happening.precedesInTimeline($1.happening) }
  }
}

/// The entries of a timeline, in its order, as often as somebody asks for them.
package protocol TimelineEntries {
  func eachEntry(_ body: (TimelineEntry) throws -> Void) throws
}

extension Timeline: TimelineEntries {
  package func eachEntry(_ body: (TimelineEntry) throws -> Void) throws {
    for entry in entries { try body(entry) }
  }
}
