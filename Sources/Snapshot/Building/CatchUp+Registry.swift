internal import Events
internal import Projections

// Who is one with whom, and who and what is registered.
extension CatchUp {
  mutating func settleIdentities() throws(SnapshotError) {
    if changes.identities.isEmpty { return }
    let (ids, identities) = try identities()
    for id in ids {
      let old = try connection.canonical(id)
      let new = identities.canonical(id)
      changes.registrations.insert(id)
      guard old != new else { continue }
      changes.persons.formUnion([id, old, new])
      try connection.run("DELETE FROM merges WHERE id = ?", .id(id))
      if new != id {
        try connection.run(
          "INSERT INTO merges (id, canonical) VALUES (?, ?)",
          .id(id),
          .id(new)
        )
      }
      try connection.run(
        "UPDATE event_persons SET canonical = ? WHERE person = ?",
        .id(new),
        .id(id)
      )
    }
  }

  /// Everybody who is or was one with those whose identity changed, and who is one now.
  private func identities() throws(SnapshotError) -> ([EntityID], Identities) {
    var ids = changes.identities
    var positions: Set<Int> = []
    var waiting = Array(ids)
    while let id = waiting.popLast() {
      for position in try connection.identities(naming: id)
      where positions.insert(position).inserted {
        let named = try connection.entities(
          "SELECT entity FROM refs WHERE position = ? AND entity IS NOT NULL",
          .integer(position)
        )
        for other in named where ids.insert(other).inserted { waiting.append(other) }
      }
    }
    let record = try connection.record(of: connection.amended(with: positions))
    return (ids.sorted(), record.identities)
  }

  mutating func settleRegistrations() throws(SnapshotError) {
    // Whoever is one with somebody shares their names and how far these may be shown.
    for id in changes.registrations {
      changes.registrations.formUnion(try connection.namesakes(of: id))
    }
    for portion in changes.registrations.sorted().portions(of: CatchUp.portion) {
      var neighbourhood = Neighbourhood(connection, reach: .fold)
      for id in portion { neighbourhood.add(registrationOf: id) }
      let record = try neighbourhood.record()
      let registrations = Registrations(record.facts)
      for id in portion {
        try write(registrations[id], of: id, in: record)
        if !isFromStart { try noteFolds(reading: id) }
      }
    }
  }

  private func write(
    _ registration: Registrations.State?,
    of id: EntityID,
    in record: Record
  ) throws(SnapshotError) {
    try entities.clear(id)
    guard let registration else { return }
    try entities.insert(
      registration.entity,
      at: registration.position,
      as: record.identities.canonical(id),
      called: record.registry.displayName(of: id),
      isWithdrawn: registration.isWithdrawn
    )
  }

  /// Notes everybody whose fold reads what `id` is registered as.
  private mutating func noteFolds(reading id: EntityID) throws(SnapshotError) {
    changes.persons.insert(id)
    changes.persons.formUnion(
      try connection.entities(
        """
        SELECT canonical FROM event_persons WHERE person = ?1
        UNION
        SELECT p.canonical FROM refs r JOIN event_persons p ON p.position = r.position
        WHERE r.entity = ?1
        UNION
        SELECT p.canonical FROM events e JOIN event_persons p ON p.position = e.position
        WHERE e.place = ?1
        """,
        .id(id)
      )
    )
  }
}

extension Connection {
  /// The ids that are one with `id`, it among them.
  func namesakes(of id: EntityID) throws(SnapshotError) -> [EntityID] {
    let root = try canonical(id)
    return try [root] + entities("SELECT id FROM merges WHERE canonical = ?", .id(root))
  }
}

/// What each id is registered as by itself, without those it is one with.
struct Registrations {
  struct State {
    var entity: Entity
    var isWithdrawn: Bool
    var position: Position
  }

  private var states: [EntityID: State] = [:]

  init(_ facts: [Fact]) {
    for fact in facts {
      guard let entity = Entity(fact.content) else { continue }
      states[entity.id] = State(
        entity: entity,
        isWithdrawn: fact.isRetracted,
        position: fact.position
      )
    }
  }

  subscript(id: EntityID) -> State? { states[id] }
}
