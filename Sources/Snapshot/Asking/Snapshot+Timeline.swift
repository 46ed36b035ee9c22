package import Events
package import Projections

extension Snapshot {
  /// What happened to `person`, given by the id under which views show them.
  ///
  /// Reads the lines of that person's events and of their other accounts.
  package func timeline(of person: EntityID, asOf day: Day) throws(SnapshotError) -> Timeline {
    try store.read { connection throws(SnapshotError) in
      var rows: [Int: SettledRow] = [:]
      for id in try connection.namesakes(of: person) {
        for row in try connection.settledRows(of: id) { rows[row.place.position.number] = row }
      }
      var filter = TimelineFilter()
      filter.persons = [person]
      return try connection.timeline(Array(rows.values), asOf: day, filter: filter)
    }
  }

  /// What happened in the case that events name as `label`.
  ///
  /// Reads the lines of its events and of their other accounts.
  package func timeline(ofCase label: String, asOf day: Day) throws(SnapshotError) -> Timeline {
    try store.read { connection throws(SnapshotError) in
      let rows = try connection.rows(
        """
        SELECT position, offset, bytes, earliest, latest, content FROM events
        WHERE case_label = ? AND shown = 1
        """,
        .text(label)
      ) { columns throws(SnapshotError) in try SettledRow(columns) }
      var filter = TimelineFilter()
      filter.cases = [label]
      return try connection.timeline(rows, asOf: day, filter: filter)
    }
  }

  /// Whether something happened in a case of that name, or one is registered by that id.
  package func hasCase(_ name: String) throws(SnapshotError) -> Bool {
    try store.read { connection throws(SnapshotError) in
      let bearer = try connection.integers(
        "SELECT 1 FROM events WHERE case_label = ? AND shown = 1 LIMIT 1",
        .text(name)
      )
      if !bearer.isEmpty { return true }
      if let id = EntityID(name), try connection.sort(of: id) == .caseFile { return true }
      // Spelled with other bytes it is the same name, as the record sees it.
      return try connection.rows(
        "SELECT DISTINCT case_label FROM events WHERE case_label IS NOT NULL AND shown = 1"
      ) { columns throws(SnapshotError) in try columns.text(0) }.contains(name)
    }
  }
}

extension Connection {
  fileprivate func timeline(
    _ rows: [SettledRow],
    asOf day: Day,
    filter: TimelineFilter
  ) throws(SnapshotError) -> Timeline {
    let reader = try HistoryReader(self)
    var happenings: [(happening: Happening, others: [Fact])] = []
    for row in rows {
      let others = try otherAccounts(of: row.place.position)
      let fact = try fact(row)
      // Whatever is shown is dated; a line that is not any more is no reason to pass over it.
      guard let date = fact.date else { throw .badLine(snapshot: path, row.place.position) }
      let happening = Happening(
        fact: fact,
        date: date,
        otherAccounts: others.map(\.id),
        persons: reader.canonical(fact.persons),
        beginning: row.beginning
      )
      happenings.append((happening, others))
    }
    return Timeline(of: happenings, asOf: day, filter: filter)
  }

  /// The other accounts in force of what the event at `position` tells, in the order of the log.
  private func otherAccounts(of position: Position) throws(SnapshotError) -> [Fact] {
    try rows(
      """
      WITH preferred AS (
        SELECT e.position, coalesce(main.id, e.id) AS main FROM events e
          LEFT JOIN events main ON main.id = e.account_of AND main.retracted_by IS NULL
        WHERE e.position = ?
      )
      SELECT a.position, a.offset, a.bytes, NULL, NULL, a.content
      FROM preferred p JOIN events a ON a.account_of = p.main
      WHERE a.position != p.position AND a.retracted_by IS NULL AND a.is_happening = 1
      UNION
      SELECT a.position, a.offset, a.bytes, NULL, NULL, a.content
      FROM preferred p JOIN events a ON a.id = p.main
        LEFT JOIN events own ON own.id = a.account_of AND own.retracted_by IS NULL
      WHERE a.position != p.position AND a.retracted_by IS NULL AND a.is_happening = 1
        AND own.id IS NULL
      ORDER BY 1
      """,
      .integer(position.number)
    ) { columns throws(SnapshotError) in try SettledRow(columns) }
    .map { row throws(SnapshotError) in try fact(row) }
  }
}
