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
    try connection.run("DELETE FROM names WHERE entity = ?", .id(id))
    try connection.run("DELETE FROM name_words WHERE entity = ?", .id(id))
    try connection.run("DELETE FROM entities WHERE id = ?", .id(id))
    guard let registration else { return }
    let entity = registration.isWithdrawn ? nil : registration.entity
    try connection.run(
      """
      INSERT INTO entities (id, sort, canonical, name, form, is_group, withdrawn, position)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .id(id),
      .text(registration.entity.sort.rawValue),
      .id(record.identities.canonical(id)),
      .text(record.registry.displayName(of: id)),
      .optional(entity?.form),
      .flag(entity?.isGroup ?? false),
      .flag(registration.isWithdrawn),
      .integer(registration.position.number)
    )
    if let entity { try writeNames(of: entity) }
  }

  private func writeNames(of entity: Entity) throws(SnapshotError) {
    var words: Set<String> = []
    for (number, name) in entity.names.enumerated() {
      let sounds = NameFolding.soundKey(name.text)
      try connection.run(
        """
        INSERT INTO names (entity, number, text, lang, script, kind, exact_key, sound_key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        .id(entity.id),
        .integer(number),
        .text(name.text),
        .optional(name.lang),
        .optional(name.script),
        .optional(name.kind?.rawValue),
        .text(NameFolding.exactKey(name.text)),
        .text(sounds)
      )
      // Lookups and searches split some names differently; both must find them.
      words.formUnion(sounds.split(separator: " ").map(String.init))
      words.formUnion(SearchFolding.tokens(name.text))
    }
    for word in words {
      try connection.run(
        "INSERT OR IGNORE INTO name_words (word, entity) VALUES (?, ?)",
        .text(word),
        .id(entity.id)
      )
    }
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
