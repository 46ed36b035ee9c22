package import Events

/// What an append needs to know of the record.
package protocol KnownRecord: References {
  /// The event called `id`, also if it was withdrawn; nil if none bears this id.
  func fact(_ id: EventID) -> Fact?
  /// Where an event called `id` stands, also if its line was withheld.
  func position(of id: EventID) -> Position?
  /// The event called `id` with everything that is tied to it by corrections and retractions, in
  /// the order of the log.
  func amendmentFamily(of id: EventID) -> [Event]
  /// The accounts in force of the event called `id`.
  func accounts(of id: EventID) -> [EventID]
  /// The events that say who is who, also if they were withdrawn, in the order of the log.
  func identityFacts() -> [Fact]
  /// Throws what kept an earlier answer from being found, if anything did.
  func confirm() throws
  /// Does `work`, during which whoever answers need not look each time whether something changed.
  func holding<Found>(_ work: () throws -> Found) throws -> Found
}

extension KnownRecord {
  package func confirm() throws {}
  package func holding<Found>(_ work: () throws -> Found) throws -> Found { try work() }
}

extension Record: KnownRecord {
  package func fact(_ id: EventID) -> Fact? { self[id] }

  package func position(of id: EventID) -> Position? {
    // Which line it was that was withheld is not known: the one that says so stands for it.
    self[id]?.position ?? redactions[id]
  }

  package func amendmentFamily(of id: EventID) -> [Event] {
    var family: Set<EventID> = [id]
    let amendments = facts.filter { $0.isAmendment }
    var sizeBefore = 0
    while family.count > sizeBefore {
      sizeBefore = family.count
      for fact in amendments {
        let tied = [fact.id, fact.event.details.event("of"), fact.details.event("of")]
          .compactMap { $0 }
        if tied.contains(where: family.contains) { family.formUnion(tied) }
      }
    }
    return facts.filter { family.contains($0.id) }.map(\.event)
  }

  package func accounts(of id: EventID) -> [EventID] {
    facts.filter { $0.accountOf == id && !$0.isRetracted }.map(\.id)
  }

  package func identityFacts() -> [Fact] { facts.filter { $0.kind == "identity" } }

  package func sort(of id: EntityID) -> EntitySort? { registry.sort(of: id) }

  package func outline(of event: EventID) -> EventOutline? {
    if let fact = self[event] { return EventOutline(fact.content) }
    // The id of a withheld line stays taken.
    return redactions[event] == nil ? nil : EventOutline(kind: nil, isAccount: false)
  }

  package func nearest(to id: String, among sorts: [EntitySort]) -> [String] {
    registry.nearest(to: id, sorts: Set(sorts)).map(\.text)
  }
}
