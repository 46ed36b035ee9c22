package import Events
package import Projections

/// What an append must know of the record, asked from the snapshot one id at a time.
///
/// Its answers cannot fail, so the first failure is kept: whoever relies on them calls `confirm`
/// before anything is written.
package final class StoredReferences: KnownRecord {
  private let store: Store
  private var failure: SnapshotError?
  private var registry: Registry?
  /// What stays as it is while the snapshot is held.
  private var held: Held?

  private final class Held {
    let connection: Connection
    let positions: PositionLookup
    let hasRedactions: Bool
    var sorts: [EntityID: EntitySort] = [:]

    init(_ connection: Connection) throws(SnapshotError) {
      self.connection = connection
      positions = try connection.positionLookup()
      hasRedactions = try !connection.integers(
        "SELECT 1 FROM events WHERE is_happening = 0 AND kind = 'redaction' LIMIT 1"
      ).isEmpty
    }
  }

  /// Does `work` within one transaction, so that many questions cost little more than one.
  package func holding<Found>(_ work: () throws -> Found) throws -> Found {
    if held != nil { return try work() }
    let found = try store.read { connection throws(SnapshotError) in
      held = try Held(connection)
      defer { held = nil }
      return Result { try work() }
    }
    return try found.get()
  }

  init(_ store: Store) {
    self.store = store
  }

  /// Throws what kept an answer from being found.
  package func confirm() throws(SnapshotError) {
    if let failure { throw failure }
  }

  package func sort(of id: EntityID) -> EntitySort? {
    if let known = held?.sorts[id] { return known }
    let sort = ask { connection throws(SnapshotError) in try connection.sort(of: id) }
    if let sort { held?.sorts[id] = sort }
    return sort
  }

  package func outline(of event: EventID) -> EventOutline? {
    ask { connection throws(SnapshotError) in try connection.outline(of: event) }
  }

  package func position(of id: EventID) -> Position? {
    ask { connection throws(SnapshotError) in
      if let held {
        if let position = try held.positions.position(of: id) { return Position(position) }
        if !held.hasRedactions { return nil }
      } else if let position = try connection.position(of: id) {
        return Position(position)
      }
      // Which line it was that was withheld is not known: the one that says so stands for it.
      guard let position = try connection.redaction(of: id) else { return nil }
      return Position(position)
    }
  }

  package func fact(_ id: EventID) -> Fact? {
    ask { connection throws(SnapshotError) in
      guard let position = try connection.position(of: id) else { return nil }
      return try connection.record(of: connection.amended(with: [position]))[id]
    }
  }

  package func amendmentFamily(of id: EventID) -> [Event] {
    ask { connection throws(SnapshotError) in
      guard let position = try connection.position(of: id) else { return nil }
      return try connection.record(of: connection.amended(with: [position])).facts.map(\.event)
    } ?? []
  }

  package func accounts(of id: EventID) -> [EventID] {
    ask { connection throws(SnapshotError) in
      let accounts = try connection.accounts(of: id)
      return try connection.record(of: connection.amended(with: Set(accounts))).accounts(of: id)
    } ?? []
  }

  package func identityFacts() -> [Fact] {
    ask { connection throws(SnapshotError) in
      let positions = try connection.integers(
        "SELECT position FROM events WHERE is_happening = 0 AND kind = 'identity'"
      )
      let record = try connection.record(of: connection.amended(with: Set(positions)))
      return record.identityFacts()
    } ?? []
  }

  /// Reads every name, once.
  package func nearest(to id: String, among sorts: [EntitySort]) -> [String] {
    if registry == nil {
      registry = ask { connection throws(SnapshotError) in try connection.registry() }
    }
    return registry?.nearest(to: id, sorts: Set(sorts)).map(\.text) ?? []
  }

  private func ask<Answer>(
    _ question: (Connection) throws(SnapshotError) -> Answer?
  ) -> Answer? {
    do {
      if let held { return try question(held.connection) }
      return try store.read(question)
    } catch {
      failure = failure ?? error
      return nil
    }
  }
}

extension Snapshot {
  /// What an append must know of the record.
  package var references: StoredReferences { StoredReferences(store) }
}

extension Connection {
  /// What `id` is registered as, also if that was withdrawn; a place also if it lies above one.
  func sort(of id: EntityID) throws(SnapshotError) -> EntitySort? {
    let sort = try row("SELECT sort FROM entities WHERE id = ?", .id(id)) {
      columns throws(SnapshotError) in try columns.text(0)
    }
    if let sort { return EntitySort(rawValue: sort) }
    // All that begins with the id and a slash lies before the id with the next character.
    let below = try row(
      "SELECT 1 FROM entities WHERE id >= ? AND id < ? AND sort = 'place' LIMIT 1",
      .text(id.text + "/"),
      .text(id.text + "0")
    ) { columns throws(SnapshotError) in try columns.integer(0) }
    return below == nil ? nil : .place
  }

  func outline(of event: EventID) throws(SnapshotError) -> EventOutline? {
    let outline = try row(
      "SELECT kind, account_of FROM events WHERE id = ?",
      .id(event)
    ) { columns throws(SnapshotError) in
      EventOutline(kind: try columns.text(0), isAccount: columns.optionalText(1) != nil)
    }
    if let outline { return outline }
    // The id of a withheld line stays taken.
    return try redaction(of: event) == nil ? nil : EventOutline(kind: nil, isAccount: false)
  }

  /// Where the line stands that says that the event called `id` was withheld.
  func redaction(of id: EventID) throws(SnapshotError) -> Int? {
    try integers(
      """
      SELECT r.position FROM refs r JOIN events e ON e.position = r.position
      WHERE r.event = ? AND r.path = 'details.of' AND e.kind = 'redaction'
      """,
      .id(id)
    ).first
  }

  /// Everything that is registered, with names as merged.
  func registry() throws(SnapshotError) -> Registry { try registry(upTo: point().position.number) }

  /// Everything that was registered in the first so many lines.
  func registry(upTo last: Int) throws(SnapshotError) -> Registry {
    let positions = try registrations()
    return try record(of: amended(with: Set(positions)), upTo: last).registry
  }
}
