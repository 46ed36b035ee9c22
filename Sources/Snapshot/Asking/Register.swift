internal import Events
internal import Projections

/// What is noted of a registered id.
struct RegisterRow {
  let id: EntityID
  let sort: EntitySort
  let isWithdrawn: Bool
  let protection: NameProtection
  /// The name under which views would show it by itself.
  let name: String
  /// The first line that registers it.
  let first: Position
  let canonical: EntityID
  /// Whether it is one with others.
  let isOneOfSeveral: Bool
}

// The register in tables of the connection's own.
extension Connection {
  func registerRow(_ id: EntityID) throws(SnapshotError) -> RegisterRow? {
    try row(
      """
      SELECT r.sort, r.withdrawn, r.protection, r.name, r.first, coalesce(m.canonical, r.id),
        m.id IS NOT NULL OR EXISTS (SELECT 1 FROM temp.register_merges o WHERE o.canonical = r.id)
      FROM temp.register r LEFT JOIN temp.register_merges m ON m.id = r.id WHERE r.id = ?
      """,
      .id(id)
    ) { columns throws(SnapshotError) in
      RegisterRow(
        id: id,
        // What cannot be read is shown to nobody.
        sort: EntitySort(rawValue: try columns.text(0)) ?? .person,
        isWithdrawn: try columns.flag(1),
        protection: NameProtection(rawValue: try columns.integer(2)) ?? .withheld,
        name: try columns.text(3),
        first: Position(try columns.integer(4)),
        canonical: EntityID(try columns.text(5)) ?? id,
        isOneOfSeveral: try columns.flag(6)
      )
    }
  }

  func registerNames(of id: EntityID) throws(SnapshotError) -> [EntityName] {
    try rows(
      """
      SELECT text, lang, script, kind FROM temp.register_names WHERE entity = ? ORDER BY number
      """,
      .id(id)
    ) { columns throws(SnapshotError) in
      EntityName(
        try columns.text(0),
        lang: columns.optionalText(1),
        script: columns.optionalText(2),
        kind: columns.optionalText(3).flatMap(EntityName.Kind.init)
      )
    }
  }

  /// Whether a registered place lies inside `id`.
  func isAboveRegistered(_ id: EntityID) throws(SnapshotError) -> Bool {
    // All that begins with the id and a slash lies before the id with the next character.
    let below = try row(
      "SELECT 1 FROM temp.register WHERE id >= ? AND id < ? AND sort = 'place' LIMIT 1",
      .text(id.text + "/"),
      .text(id.text + "0")
    ) { columns throws(SnapshotError) in try columns.integer(0) }
    return below != nil
  }

  func notedCanonical(_ id: EntityID) throws(SnapshotError) -> EntityID? {
    try entities("SELECT canonical FROM temp.register_merges WHERE id = ?", .id(id)).first
  }

  func notedMerged(into id: EntityID) throws(SnapshotError) -> [EntityID] {
    try entities("SELECT id FROM temp.register_merges WHERE canonical = ?", .id(id))
  }

  /// The next lines that register or correct a registration.
  func registerLines(after last: Int, _ count: Int) throws(SnapshotError) -> [Int] {
    try integers(
      "SELECT position FROM temp.register_lines WHERE position > ? ORDER BY position LIMIT ?",
      .integer(last),
      .integer(count)
    )
  }

  /// The events at `positions` as they were after the first `last` lines.
  func facts(at positions: [Int], upTo last: Int) throws(SnapshotError) -> [Fact] {
    let record = try record(of: amended(with: Set(positions)), upTo: last)
    return positions.compactMap { record[Position($0)] }
  }
}

extension Connection {
  /// Notes everything that was registered in the first `last` lines, and everybody's identity.
  func noteRegister(upTo last: Int) throws(SnapshotError) {
    try script(Connection.registerTables)
    let writer = try RegisterWriter(self)
    var end = 0
    while true {
      let positions = try registerLines(after: end, CatchUp.portion)
      guard let next = positions.last else { return }
      for fact in try facts(at: positions, upTo: last) { try writer.take(fact) }
      end = next
    }
  }

  private static let registerTables: StaticString = """
    DROP TABLE IF EXISTS temp.register_lines;
    DROP TABLE IF EXISTS temp.register;
    DROP TABLE IF EXISTS temp.register_names;
    DROP TABLE IF EXISTS temp.register_merges;
    CREATE TEMP TABLE register_lines (position INTEGER PRIMARY KEY) STRICT;
    INSERT INTO register_lines
      WITH RECURSIVE
        registering(position) AS (
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
        ),
        tied(position) AS (
          SELECT position FROM registering
          UNION SELECT a.amendment FROM tied t JOIN amendments a ON a.target = t.position
          UNION SELECT a.target FROM tied t JOIN amendments a ON a.amendment = t.position
        )
      SELECT position FROM tied;
    CREATE TEMP TABLE register (
      id TEXT PRIMARY KEY, sort TEXT NOT NULL, withdrawn INTEGER NOT NULL,
      protection INTEGER NOT NULL, name TEXT NOT NULL, first INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TEMP TABLE register_names (
      entity TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, lang TEXT, script TEXT,
      kind TEXT, PRIMARY KEY (entity, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TEMP TABLE register_merges (
      id TEXT PRIMARY KEY, canonical TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO register_merges SELECT id, canonical FROM merges;
    CREATE INDEX temp.register_merges_by_canonical ON register_merges (canonical);
    """
}

/// Notes registrations in the order of the log, as a registry takes them.
private struct RegisterWriter {
  private let connection: Connection
  private let names: RowInserter

  init(_ connection: Connection) throws(SnapshotError) {
    self.connection = connection
    names = try connection.inserter(
      """
      INSERT INTO temp.register_names (entity, number, text, lang, script, kind)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    )
  }

  func take(_ fact: Fact) throws(SnapshotError) {
    guard let entity = Entity(fact.content) else { return }
    // A withdrawn registration takes nothing from another one that stands.
    try connection.run(
      """
      INSERT INTO temp.register (id, sort, withdrawn, protection, name, first)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET sort = excluded.sort, withdrawn = excluded.withdrawn,
        protection = excluded.protection, name = excluded.name
      WHERE excluded.withdrawn = 0 OR register.withdrawn = 1
      """,
      .id(entity.id),
      .text(entity.sort.rawValue),
      .flag(fact.isRetracted),
      .integer(entity.protection.rawValue),
      .text(fact.isRetracted ? entity.id.text : entity.displayName),
      .integer(fact.position.number)
    )
    if fact.isRetracted { return }
    try connection.run("DELETE FROM temp.register_names WHERE entity = ?", .id(entity.id))
    for (number, name) in entity.names.enumerated() {
      names.add(entity.id.text)
      names.add(number)
      names.add(name.text)
      names.add(name.lang)
      names.add(name.script)
      names.add(name.kind?.rawValue)
      try names.insert()
    }
  }
}
