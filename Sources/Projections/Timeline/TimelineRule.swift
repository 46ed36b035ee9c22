package import Events

/// Which entries a happening has in a timeline: what was asked for, made ready for one record.
package struct TimelineRule {
  private let day: Day
  /// Whether what lies ahead is asked for, too.
  package let planned: Bool
  private let filter: TimelineFilter
  private let persons: Set<EntityID>
  private let words: SearchWords?

  /// `register` is that of the record whose happenings are judged.
  package init(
    asOf day: Day,
    planned: Bool,
    filter: TimelineFilter,
    register: any NameRegister
  ) {
    self.day = day
    self.planned = planned
    self.filter = filter
    persons = Set(filter.persons.map { register.canonical($0) })
    words = filter.text.map { SearchWords($0, in: register) }
  }

  /// The same without what is planned, and without words; `filter` names persons as views show
  /// them.
  package init(asOf day: Day, filter: TimelineFilter) {
    precondition(filter.text == nil, "words are looked for in a register")
    self.day = day
    planned = false
    self.filter = filter
    persons = filter.persons
    words = nil
  }

  /// The entry on the happening's own day; nil if the timeline has none.
  ///
  /// `others` are its other accounts, in the order of the log.
  package func entry(_ happening: Happening, others: [Fact]) -> TimelineEntry? {
    let isAhead = !happening.hasPossiblyBegun(by: day)
    guard !isAhead || planned, accepts(happening, others) else { return nil }
    if isAhead { return TimelineEntry(happening, .ahead, others: others) }
    let isCertain = happening.hasCertainlyBegun(by: day)
    return TimelineEntry(happening, isCertain ? .certain : .possible, others: others)
  }

  /// The entry on the day for which the happening announces something; nil if there is none.
  package func plannedEntry(_ happening: Happening, others: [Fact]) -> TimelineEntry? {
    guard planned, let date = happening.plannedDate, date.isAhead(of: day) else { return nil }
    let moved = happening.moved(to: date)
    guard accepts(moved, others) else { return nil }
    let isSecond = entry(happening, others: others) != nil
    return TimelineEntry(moved, .planned(date), others: others, isSecond: isSecond)
  }

  private func accepts(_ happening: Happening, _ others: [Fact]) -> Bool {
    acceptsSubject(of: happening) && acceptsLabels(of: happening)
      && acceptsSources(of: [happening.fact] + others) && acceptsDays(of: happening)
      && (words?.areFound(in: happening.fact) ?? true)
  }

  private func acceptsSubject(of happening: Happening) -> Bool {
    (persons.isEmpty || !persons.isDisjoint(with: happening.persons))
      && (filter.kinds.isEmpty || filter.kinds.contains(happening.kind))
      && (filter.places.isEmpty
        || filter.places.contains { happening.place?.isWithin($0) ?? false })
  }

  private func acceptsLabels(of happening: Happening) -> Bool {
    let label = happening.details.text("case")
    return
      (filter.tags.isEmpty
      || filter.tags.contains { tag in happening.tags.contains { $0.hasSameBytes(as: tag) } })
      && (filter.cases.isEmpty
        || filter.cases.contains { label?.hasSameBytes(as: $0) ?? false })
      && (filter.certainties.isEmpty || filter.certainties.contains(happening.certainty))
  }

  private func acceptsSources(of accounts: [Fact]) -> Bool {
    filter.sources.isEmpty
      || accounts.contains { account in
        account.sources.contains { citation in
          filter.sources.contains(citation.source)
            || citation.via.map { filter.sources.contains($0) } ?? false
        }
      }
  }

  /// Whether any day from `since` to `until` can belong to it.
  private func acceptsDays(of happening: Happening) -> Bool {
    if let until = filter.until, !happening.hasPossiblyBegun(by: until) { return false }
    guard let since = filter.since, let last = happening.end.latest else { return true }
    return last >= since
  }
}

extension EDTF {
  /// Whether it can still come, seen from `day`; the day itself counts.
  fileprivate func isAhead(of day: Day) -> Bool {
    beginning.latest.map { $0 >= day } ?? true
  }
}
