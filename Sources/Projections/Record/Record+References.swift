package import Events

/// What an append needs to know of the record.
package protocol KnownRecord: References {
  /// The event called `id`, also if it was withdrawn; nil if none bears this id.
  func fact(_ id: EventID) -> Fact?
  /// Where an event called `id` stands, also if its line was withheld.
  func position(of id: EventID) -> Position?
}

extension Record: KnownRecord {
  package func fact(_ id: EventID) -> Fact? { self[id] }

  package func position(of id: EventID) -> Position? {
    // Which line it was that was withheld is not known: the one that says so stands for it.
    self[id]?.position ?? redactions[id]
  }

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
