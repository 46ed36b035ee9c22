package import Events
package import Projections

/// A timeline that a snapshot gives some entries at a time.
///
/// Which entries it has, and in which order, is noted in tables of the connection's own when it is
/// made. After that nobody who writes to the snapshot waits for it or changes it: what the entries
/// say is read from their lines, which never change.
package struct StoredTimeline: TimelineEntries {
  private let store: Store
  private let rule: TimelineRule
  private let registrations: StoredRegistrations
  /// How many rows were noted, not all of which are entries.
  private let rowCount: Int
  private let visit: (SnapshotProgress) -> Void
  private static let portion = 500

  fileprivate init(
    _ store: Store,
    _ rule: TimelineRule,
    _ registrations: StoredRegistrations,
    rowCount: Int,
    visit: @escaping (SnapshotProgress) -> Void
  ) {
    self.store = store
    self.rule = rule
    self.registrations = registrations
    self.rowCount = rowCount
    self.visit = visit
  }

  package func eachEntry(_ body: (TimelineEntry) throws -> Void) throws {
    var last = 0
    while true {
      let rows = try store.read { connection throws(SnapshotError) in
        try connection.timelineRows(
          after: last,
          StoredTimeline.portion,
          registrations
        )
      }
      for row in rows {
        let entry =
          row.isPlanned
          ? rule.plannedEntry(row.happening, others: row.others)
          : rule.entry(row.happening, others: row.others)
        if let entry { try body(entry) }
      }
      try registrations.confirm()
      guard let next = rows.last?.number else { return }
      last = next
      visit(SnapshotProgress(bytesDone: last, bytesTotal: rowCount, lines: last))
    }
  }
}

extension Snapshot {
  /// The timeline whose entries `rule` decides, with the persons whom it asks for, or everybody's.
  ///
  /// One at a time: making another ends the first. `visit` is told how far each walk has come.
  package func timeline(
    _ rule: TimelineRule,
    of persons: Set<EntityID>,
    among registrations: StoredRegistrations,
    visit: @escaping (SnapshotProgress) -> Void = { _ in }
  ) throws(SnapshotError) -> StoredTimeline {
    try store.prepareTables()
    let rowCount = try store.read { connection throws(SnapshotError) in
      try connection.noteTimeline(of: persons, planned: rule.planned, registrations)
      return try connection.integers("SELECT coalesce(max(rowid), 0) FROM temp.timeline_rows").first
    }
    return StoredTimeline(store, rule, registrations, rowCount: rowCount ?? 0, visit: visit)
  }

  /// Asks several questions about the same moment.
  package func atOneMoment<Found>(_ work: () throws -> Found) throws -> Found {
    try store.read { _ in Result { try work() } }.get()
  }
}

/// A row of a timeline, before it is asked whether it belongs to it.
private struct TimelineRow {
  let number: Int
  let isPlanned: Bool
  let happening: Happening
  let others: [Fact]
}

extension Store {
  /// Makes ready for tables of the connection's own, which lie beside the log or in memory.
  func prepareTables() throws(SnapshotError) {
    // Where nothing can be written beside the log, nothing is written in shared folders either.
    if SnapshotFile(path).isFolderWritable { return }
    try read { connection throws(SnapshotError) in
      try connection.script("PRAGMA temp_store = MEMORY")
    }
  }
}

extension Connection {
  /// Notes which happenings there are, in the order of a timeline, and which are announced.
  fileprivate func noteTimeline(
    of persons: Set<EntityID>,
    planned: Bool,
    _ register: any NameRegister
  ) throws(SnapshotError) {
    try script(Connection.timelineTables)
    if persons.isEmpty {
      try run(
        """
        INSERT INTO told SELECT position, 0, julianday(coalesce(earliest, latest)) - 2440587.5,
          julianday(latest) - 2440587.5
        FROM events WHERE shown = 1
        """
      )
    }
    for person in persons.sorted() {
      for id in try namesakes(of: person) {
        try run(
          """
          INSERT OR IGNORE INTO told SELECT e.position, 0,
            julianday(coalesce(e.earliest, e.latest)) - 2440587.5, julianday(e.latest) - 2440587.5
          FROM event_persons p JOIN events e ON e.position = p.position
          WHERE p.person = ? AND e.shown = 1
          """,
          .id(id)
        )
      }
    }
    for kind in Vocabulary.standard.kinds where planned && kind.field("for") != nil {
      try noteAnnounced(kind.name, register)
    }
    try noteDigests()
    try script(Connection.timelineRows)
  }

  /// Notes the days for which happenings of a kind announce something.
  private func noteAnnounced(
    _ kind: String,
    _ register: any NameRegister
  ) throws(SnapshotError) {
    let announcing = try integers(
      """
      SELECT t.position FROM told t JOIN events e ON e.position = t.position
      WHERE e.kind = ? AND t.is_planned = 0
      """,
      .text(kind)
    )
    for position in announcing {
      guard let row = try settledRow(at: position),
        let date = try happening(row, register, others: []).plannedDate
      else { continue }
      try run(
        "INSERT INTO told VALUES (?, 1, ?, ?)",
        .integer(position),
        .optional((date.beginning.earliest ?? date.beginning.latest)?.number),
        .optional(date.beginning.latest?.number)
      )
    }
  }

  /// Notes the digests of the confidential parts of what was corrected, which no row tells.
  private func noteDigests() throws(SnapshotError) {
    let corrected = try integers(
      """
      SELECT DISTINCT t.position FROM told t JOIN events e ON e.position = t.position
      WHERE e.content IS NOT NULL
      """
    )
    for portion in corrected.portions(of: CatchUp.portion) {
      let record = try record(of: amended(with: Set(portion)))
      for position in portion {
        try run(
          "INSERT INTO digests VALUES (?, ?)",
          .integer(position),
          .optional(record[Position(position)]?.privateDigest)
        )
      }
    }
  }

  fileprivate func timelineRows(
    after last: Int,
    _ count: Int,
    _ register: any NameRegister
  ) throws(SnapshotError) -> [TimelineRow] {
    let rows = try rows(
      """
      SELECT position, offset, bytes, earliest, latest, content, digest, is_planned, has_others,
        rowid
      FROM timeline_rows WHERE rowid > ? ORDER BY rowid LIMIT ?
      """,
      .integer(last),
      .integer(count)
    ) { columns throws(SnapshotError) in
      (
        row: try SettledRow(columns), digest: columns.optionalText(6),
        isPlanned: try columns.flag(7), hasOthers: try columns.flag(8),
        number: try columns.integer(9)
      )
    }
    var found: [TimelineRow] = []
    for row in rows {
      let others = row.hasOthers ? try otherAccounts(of: row.row.place.position) : []
      let happening = try happening(row.row, digest: row.digest, register, others: others)
      found.append(
        TimelineRow(
          number: row.number,
          isPlanned: row.isPlanned,
          happening: happening,
          others: others
        )
      )
    }
    return found
  }

  private func otherAccounts(of position: Position) throws(SnapshotError) -> [Fact] {
    try rows(
      """
      SELECT position, offset, bytes, NULL, NULL, content FROM other_accounts
      WHERE preferred = ? ORDER BY position
      """,
      .integer(position.number)
    ) { columns throws(SnapshotError) in try fact(SettledRow(columns)) }
  }

  private func happening(
    _ row: SettledRow,
    digest: String? = nil,
    _ register: any NameRegister,
    others: [Fact]
  ) throws(SnapshotError) -> Happening {
    let fact = try fact(row, digest: digest)
    // Whatever is shown is dated; a line that is not any more is no reason to pass over it.
    guard let date = fact.date else { throw .badLine(snapshot: path, row.place.position) }
    return Happening(
      fact: fact,
      date: date,
      otherAccounts: others.map(\.id),
      persons: register.canonical(fact.persons),
      beginning: row.beginning
    )
  }
}

extension Connection {
  private static let timelineTables: StaticString = """
    DROP TABLE IF EXISTS temp.told;
    DROP TABLE IF EXISTS temp.digests;
    DROP TABLE IF EXISTS temp.timeline_rows;
    DROP TABLE IF EXISTS temp.other_accounts;
    CREATE TEMP TABLE told (
      -- The first and last days of its beginning, since 1970, as the timeline orders them.
      position INTEGER NOT NULL, is_planned INTEGER NOT NULL, first INTEGER, last INTEGER,
      PRIMARY KEY (position, is_planned)
    ) STRICT, WITHOUT ROWID;
    CREATE TEMP TABLE digests (position INTEGER PRIMARY KEY, digest TEXT) STRICT;
    """

  /// Rows in the order of the timeline, numbered in that order; then the accounts beside them.
  private static let timelineRows: StaticString = """
    CREATE TEMP TABLE timeline_rows AS
      SELECT e.position, e.offset, e.bytes, e.earliest, e.latest, e.content, d.digest,
        t.is_planned, e.account_of IS NOT NULL
          OR EXISTS (SELECT 1 FROM events a WHERE a.account_of = e.id) AS has_others
      FROM told t JOIN events e ON e.position = t.position
        LEFT JOIN digests d ON d.position = t.position
      ORDER BY t.first, t.last IS NULL, t.last, e.day_order, e.position, t.is_planned;
    CREATE TEMP TABLE other_accounts (
      preferred INTEGER NOT NULL, position INTEGER NOT NULL, offset INTEGER NOT NULL,
      bytes INTEGER NOT NULL, content TEXT, PRIMARY KEY (preferred, position)
    ) STRICT, WITHOUT ROWID;
    INSERT OR IGNORE INTO other_accounts
      WITH preferred AS (
        SELECT r.position, coalesce(main.id, e.id) AS main
        FROM timeline_rows r JOIN events e ON e.position = r.position
          LEFT JOIN events main ON main.id = e.account_of AND main.retracted_by IS NULL
        WHERE r.has_others AND r.is_planned = 0
      )
      SELECT p.position, a.position, a.offset, a.bytes, a.content
      FROM preferred p JOIN events a ON a.account_of = p.main
      WHERE a.position != p.position AND a.retracted_by IS NULL AND a.is_happening = 1
      UNION ALL
      SELECT p.position, a.position, a.offset, a.bytes, a.content
      FROM preferred p JOIN events a ON a.id = p.main
        LEFT JOIN events own ON own.id = a.account_of AND own.retracted_by IS NULL
      WHERE a.position != p.position AND a.retracted_by IS NULL AND a.is_happening = 1
        AND own.id IS NULL;
    DROP TABLE told;
    DROP TABLE digests;
    """
}
