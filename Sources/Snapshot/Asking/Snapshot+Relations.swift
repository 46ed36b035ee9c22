package import Events
package import Projections

extension Snapshot {
  /// Who is tied to `person`, given by the id under which views show them, by what can have begun
  /// by the end of `day`.
  ///
  /// Reads the lines of recorded relations; who is in a case stands in rows.
  package func relations(
    of person: EntityID,
    asOf day: Day
  ) throws(SnapshotError) -> Relations {
    try store.read { connection throws(SnapshotError) in
      let reader = try HistoryReader(connection)
      var relations: Set<Int> = []
      var labels: Set<[UInt8]> = []
      for id in try connection.namesakes(of: person) {
        relations.formUnion(try connection.relations(naming: id))
        labels.formUnion(try connection.cases(of: id, begunBy: day).map { Array($0.utf8) })
      }
      var facts: [Fact] = []
      for position in relations.sorted() {
        if let fact = try connection.storedFact(at: position) { facts.append(fact) }
      }
      var company: [CompanyRow] = []
      for label in labels {
        company += try connection.company(
          in: String(decoding: label, as: UTF8.self),
          begunBy: day
        )
      }
      company.sort { ($0.first, $0.number) < ($1.first, $1.number) }
      return Relations(
        of: person,
        relations: facts,
        company: company.map {
          Relations.Company(label: $0.label, persons: [reader.canonical($0.person)])
        },
        canonical: reader.canonical(_:)
      )
    }
  }

  /// What `id` is registered as, with the names of whoever it is one with; nil where it is not.
  package func entity(_ id: EntityID) throws(SnapshotError) -> Entity? {
    try store.read { connection throws(SnapshotError) in
      var neighbourhood = Neighbourhood(connection, reach: .fold)
      neighbourhood.add(registrationOf: id)
      return try neighbourhood.record().registry[id]
    }
  }
}

/// Somebody whom an event of a case concerns, by the id that it names.
private struct CompanyRow {
  let label: String
  /// Where the first account of what the event tells stands.
  let first: Int
  let number: Int
  let person: EntityID
}

extension Connection {
  fileprivate func relations(naming id: EntityID) throws(SnapshotError) -> [Int] {
    try integers(
      """
      SELECT r.position FROM refs r CROSS JOIN events e ON e.position = r.position
      WHERE r.entity = ? AND e.kind = 'relation' AND e.retracted_by IS NULL
      """,
      .id(id)
    )
  }

  fileprivate func cases(
    of id: EntityID,
    begunBy day: Day
  ) throws(SnapshotError) -> [String] {
    try rows(
      """
      SELECT DISTINCT e.case_label FROM event_persons p CROSS JOIN events e
        ON e.position = p.position
      WHERE p.person = ? AND e.shown = 1 AND e.case_label IS NOT NULL
        AND (e.earliest IS NULL OR e.earliest <= ?)
      """,
      .id(id),
      .optional(day)
    ) { columns throws(SnapshotError) in try columns.text(0) }
  }

  /// Everybody in a case, by the first accounts of what happened in it.
  fileprivate func company(
    in label: String,
    begunBy day: Day
  ) throws(SnapshotError) -> [CompanyRow] {
    try rows(
      """
      WITH told AS (
        SELECT e.position, coalesce(main.id, e.id) AS main FROM events e
          LEFT JOIN events main ON main.id = e.account_of AND main.retracted_by IS NULL
        WHERE e.case_label = ? AND e.shown = 1 AND (e.earliest IS NULL OR e.earliest <= ?)
      ),
      placed AS (
        SELECT t.position, min(
          t.position,
          coalesce((
            SELECT min(a.position) FROM events a
            WHERE a.account_of = t.main AND a.retracted_by IS NULL AND a.is_happening = 1
          ), t.position),
          coalesce((
            SELECT a.position FROM events a
              LEFT JOIN events own ON own.id = a.account_of AND own.retracted_by IS NULL
            WHERE a.id = t.main AND a.retracted_by IS NULL AND a.is_happening = 1
              AND own.id IS NULL
          ), t.position)
        ) AS first FROM told t
      )
      SELECT q.first, p.number, p.person FROM placed q
        CROSS JOIN event_persons p ON p.position = q.position
      """,
      .text(label),
      .optional(day)
    ) { columns throws(SnapshotError) in
      CompanyRow(
        label: label,
        first: try columns.integer(0),
        number: try columns.integer(1),
        person: try columns.entity(2)
      )
    }
  }
}
