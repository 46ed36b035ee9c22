package import Events

/// Which happenings a timeline holds: every condition that is set must be met.
package struct TimelineFilter: Sendable {
  /// Anybody of these, as merged.
  package var persons: Set<EntityID> = []
  package var kinds: Set<String> = []
  /// One of these places, or a place inside one.
  package var places: [EntityID] = []
  /// Cited by any account of it, also only as the source actually read.
  package var sources: Set<EntityID> = []
  package var tags: [String] = []
  /// Every word, in any script, in title, text, quotes, tags or names.
  package var text: String?
  package var cases: [String] = []
  /// On this day or later, possibly.
  package var since: Day?
  /// On this day or earlier, possibly.
  package var until: Day?
  package var certainties: Set<Certainty> = []

  package init() {}
}

/// A filter made ready for one record.
struct TimelineMatch {
  private let filter: TimelineFilter
  private let persons: Set<EntityID>
  private let words: SearchWords?
  private let record: Record

  init(_ filter: TimelineFilter, in record: Record) {
    self.filter = filter
    self.record = record
    persons = Set(filter.persons.map { record.identities.canonical($0) })
    words = filter.text.map { SearchWords($0, in: record.registry) }
  }

  func accepts(_ happening: Happening) -> Bool {
    acceptsSubject(of: happening) && acceptsLabels(of: happening)
      && acceptsSources(of: happening) && acceptsDays(of: happening)
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

  private func acceptsSources(of happening: Happening) -> Bool {
    guard !filter.sources.isEmpty else { return true }
    let accounts = [happening.fact] + happening.otherAccounts.compactMap { record[$0] }
    return accounts.contains { account in
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
