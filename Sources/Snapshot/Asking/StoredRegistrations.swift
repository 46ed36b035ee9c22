package import Events
package import Projections

/// Who and what was ever registered, as a snapshot knows it; nothing of what happened.
///
/// Its answers cannot fail, so the first failure is kept: whoever relies on them calls `confirm`.
package final class StoredRegistrations: NameRegister {
  /// The record of the registrations and the identities alone, and of what amends them.
  package let record: Record
  private let store: Store
  private let unregistered: [(id: EntityID, position: Position)]
  private var failure: SnapshotError?

  fileprivate init(
    _ record: Record,
    unregistered: [(id: EntityID, position: Position)],
    _ store: Store
  ) {
    self.record = record
    self.unregistered = unregistered
    self.store = store
  }

  package var registry: Registry { record.registry }
  package var identities: Identities { record.identities }
  package var registrationFacts: [Fact] { record.facts }

  package func eachUnregistered(_ body: (EntityID, Position) -> Void) {
    for (id, position) in unregistered { body(id, position) }
  }

  package func place(of id: EventID) -> Position? {
    do {
      let position = try store.read { connection throws(SnapshotError) in
        try connection.position(of: id)
      }
      return position.flatMap { $0 <= record.head.number ? Position($0) : nil }
    } catch {
      failure = failure ?? error
      return nil
    }
  }

  /// Throws what kept an answer from being found.
  package func confirm() throws(SnapshotError) {
    if let failure { throw failure }
  }
}

extension Snapshot {
  /// Everything that was ever registered.
  package func registrations() throws(SnapshotError) -> StoredRegistrations {
    try store.read { connection throws(SnapshotError) in
      let positions = try connection.registrations()
      let record = try connection.record(of: connection.amended(with: Set(positions)))
      let unregistered = record.withheld.isEmpty ? [] : try connection.unregistered()
      return StoredRegistrations(
        record,
        // A place above a registered one needs no registration.
        unregistered: unregistered.filter { record.registry.sort(of: $0.id) == nil },
        store
      )
    }
  }
}

extension Connection {
  /// The events that register somebody or something, say who is who, or name a registration that
  /// they correct; also those that did before they were corrected.
  func registrations() throws(SnapshotError) -> [Int] {
    try integers(
      """
      SELECT position FROM events
      WHERE is_happening = 0
        AND (kind IN ('person', 'organisation', 'place', 'source', 'case', 'identity')
          OR content IS NOT NULL)
      UNION
      SELECT c.position FROM events c JOIN refs r ON r.position = c.position
        JOIN events registration ON registration.id = r.event
      WHERE c.is_happening = 0 AND c.kind = 'correction' AND r.path = 'details.of'
        AND registration.kind = 'person'
      """
    )
  }

  /// Those whom happenings in force or withdrawn name, and who are not registered, with the first
  /// line that does, in the order in which they are first named.
  fileprivate func unregistered() throws(SnapshotError) -> [(id: EntityID, position: Position)] {
    let found = try rows(
      """
      SELECT id, position FROM (
        SELECT p.person AS id, p.position, 0 AS is_actor, p.number FROM event_persons p
          JOIN events e ON e.position = p.position
        WHERE e.is_happening = 1 AND NOT EXISTS (SELECT 1 FROM entities n WHERE n.id = p.person)
        UNION ALL
        SELECT a.actor, a.position, 1, a.number FROM actors a
          JOIN events e ON e.position = a.position
        WHERE e.is_happening = 1 AND NOT EXISTS (SELECT 1 FROM entities n WHERE n.id = a.actor))
      ORDER BY position, is_actor, number
      """
    ) { columns throws(SnapshotError) in (EntityID(try columns.text(0)), try columns.integer(1)) }
    var seen: Set<EntityID> = []
    return found.compactMap { id, position in
      guard let id, seen.insert(id).inserted else { return nil }
      return (id, Position(position))
    }
  }
}
