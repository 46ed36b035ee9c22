package import Events
package import Projections

/// Who and what was ever registered, as a snapshot knows it; nothing of what happened.
///
/// It stands in tables of the connection's own, noted when this is made: whoever appends meanwhile
/// changes nothing. Only those are held who were asked for of late.
///
/// Its answers cannot fail, so the first failure is kept: whoever relies on them calls `confirm`.
/// Until then an answer that failed is the one that lets nobody's name be shown.
package final class StoredRegistrations: NameRegister {
  private let store: Store
  /// The last line that counts.
  private let head: Int
  private let hasMerges: Bool
  private let unregistered: [(id: EntityID, position: Position)]
  private let met = Recent<EntityID, RegisterRow?>(StoredRegistrations.metMax)
  private let entities = Recent<EntityID, Entity?>(StoredRegistrations.entitiesMax)
  private var failure: SnapshotError?
  private static let metMax = 8_000
  private static let entitiesMax = 1_000
  private static let portion = 500

  /// Noted when somebody first asks.
  package private(set) lazy var names: any NamesByWords = StoredNames(self)

  fileprivate init(
    _ store: Store,
    head: Int,
    hasMerges: Bool,
    unregistered: [(id: EntityID, position: Position)]
  ) {
    self.store = store
    self.head = head
    self.hasMerges = hasMerges
    self.unregistered = unregistered
  }

  package func entity(_ id: EntityID) -> Entity? {
    entities.value(of: id) {
      if let row = row(id), !row.isOneOfSeveral { return row.isWithdrawn ? nil : own(row) }
      return hasMerges ? registry(about: id)[id] : nil
    }
  }

  package func sort(of id: EntityID) -> EntitySort? {
    if let row = row(id) { return row.sort }
    let isAbove = ask { connection throws(SnapshotError) in
      try connection.isAboveRegistered(id)
    }
    return isAbove == true ? .place : nil
  }

  package func displayName(of id: EntityID) -> String {
    if let row = row(id), !row.isOneOfSeveral { return row.name }
    return hasMerges ? registry(about: id).displayName(of: id) : id.text
  }

  package func canonical(_ id: EntityID) -> EntityID {
    guard hasMerges else { return id }
    if let row = row(id) { return row.canonical }
    return ask { connection throws(SnapshotError) in try connection.notedCanonical(id) } ?? id
  }

  package func namesakes(of id: EntityID) -> [EntityID] {
    guard hasMerges else { return [id] }
    let root = canonical(id)
    let merged = ask { connection throws(SnapshotError) in try connection.notedMerged(into: root) }
    return [root] + (merged ?? []).sorted()
  }

  package func firstRegistration(of id: EntityID) -> Position? { row(id)?.first }

  package func fact(_ id: EventID) -> Fact? {
    guard let position = place(of: id) else { return nil }
    return askAll { connection throws(SnapshotError) in
      try connection.facts(at: [position.number], upTo: head).first
    }
  }

  package func place(of id: EventID) -> Position? {
    let position = askAll { connection throws(SnapshotError) in try connection.position(of: id) }
    return position.flatMap { $0 <= head ? Position($0) : nil }
  }

  package func eachRegistration(_ body: (Fact) -> Void) {
    var last = 0
    while true {
      let portion = askAll { connection throws(SnapshotError) in
        let lines = try connection.registerLines(after: last, StoredRegistrations.portion)
        return (end: lines.last, facts: try connection.facts(at: lines, upTo: head))
      }
      guard let portion, let end = portion.end else { return }
      portion.facts.forEach(body)
      last = end
    }
  }

  package func eachUnregistered(_ body: (EntityID, Position) -> Void) {
    for (id, position) in unregistered { body(id, position) }
  }

  /// Throws what kept an answer from being found.
  package func confirm() throws(SnapshotError) {
    if let failure { throw failure }
  }

  /// What `question` finds in the register; nil if it finds nothing, or fails.
  func ask<Answer>(_ question: (Connection) throws(SnapshotError) -> Answer?) -> Answer? {
    keepingFailure { () throws(SnapshotError) in try store.readOwn(question) }
  }

  /// What `question` finds in the snapshot and the log.
  func askAll<Answer>(
    _ question: (Connection) throws(SnapshotError) -> Answer?
  ) -> Answer? {
    keepingFailure { () throws(SnapshotError) in try store.read(question) }
  }

  private func keepingFailure<Answer>(
    _ answer: () throws(SnapshotError) -> Answer?
  ) -> Answer? {
    do {
      return try answer()
    } catch {
      failure = failure ?? error
      return nil
    }
  }
}

extension StoredRegistrations {
  private func row(_ id: EntityID) -> RegisterRow? {
    met.value(of: id) {
      ask { connection throws(SnapshotError) in try connection.registerRow(id) }
    }
  }

  private func own(_ row: RegisterRow) -> Entity {
    let names = ask { connection throws(SnapshotError) in try connection.registerNames(of: row.id) }
    return Entity(id: row.id, sort: row.sort, names: names ?? [], protection: row.protection)
  }

  /// The registry of `id` and of whoever is one with it.
  private func registry(about id: EntityID) -> Registry {
    var registry = Registry()
    let namesakes = namesakes(of: id)
    for id in namesakes {
      guard let row = row(id) else { continue }
      if row.isWithdrawn {
        registry.addWithdrawn(id, sort: row.sort)
      } else {
        registry.add(own(row))
      }
    }
    for id in namesakes.dropFirst() { registry.merge(id, into: namesakes[0]) }
    return registry
  }
}

extension Snapshot {
  /// Everything that was ever registered.
  ///
  /// One at a time: making another ends the first.
  package func registrations() throws(SnapshotError) -> StoredRegistrations {
    try store.prepareTables()
    return try store.read { connection throws(SnapshotError) in
      let head = try connection.point().position.number
      try connection.noteRegister(upTo: head)
      let withheld = try connection.integers("SELECT 1 FROM events WHERE withheld = 1 LIMIT 1")
      var unregistered: [(id: EntityID, position: Position)] = []
      for stranger in withheld.isEmpty ? [] : try connection.unregistered() {
        // A place above a registered one needs no registration.
        if try connection.registerRow(stranger.id) != nil { continue }
        if try !connection.isAboveRegistered(stranger.id) { unregistered.append(stranger) }
      }
      return StoredRegistrations(
        store,
        head: head,
        hasMerges: try !connection.integers("SELECT 1 FROM merges LIMIT 1").isEmpty,
        unregistered: unregistered
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
      -- A line that is not there was withheld, and can have registered somebody.
      SELECT c.position FROM events c JOIN refs r ON r.position = c.position
        LEFT JOIN events registration ON registration.id = r.event
      WHERE c.is_happening = 0 AND c.kind = 'correction' AND r.path = 'details.of'
        AND (registration.kind = 'person' OR registration.id IS NULL)
      """
    )
  }

  /// Those whom happenings in force or withdrawn name, and who are not registered, with the first
  /// line that does, in the order in which they are first named.
  func unregistered() throws(SnapshotError) -> [(id: EntityID, position: Position)] {
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
