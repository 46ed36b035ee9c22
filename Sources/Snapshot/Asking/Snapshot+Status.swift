package import Events
package import Projections

extension Snapshot {
  /// What happened to `person`, whoever they are merged with, as corrected and as preferred.
  package func history(of person: EntityID) throws(SnapshotError) -> PersonHistory {
    try histories(of: [person])[0]
  }

  /// The histories of people, in their order; reads their events and no others.
  package func histories(of people: [EntityID]) throws(SnapshotError) -> [PersonHistory] {
    try store.read { connection throws(SnapshotError) in
      let reader = try HistoryReader(connection)
      var histories: [PersonHistory] = []
      for person in people { histories.append(try reader.history(of: reader.canonical(person))) }
      return histories
    }
  }

  /// Everybody of whom the record says, asked about `day`, that they were held, under house arrest,
  /// in an open facility or disappeared; in id order, confirmed or not.
  ///
  /// Reads an index; only the longest histories are folded.
  package func heldOrCountedApart(on day: Day) throws(SnapshotError) -> [EntityID] {
    try store.read { connection throws(SnapshotError) in
      var people = Set(
        try connection.entities(
          """
          SELECT person FROM spells
          WHERE liberty IN ('police_custody', 'administrative_arrest', 'interned',
              'pretrial_detention', 'in_custody', 'imprisoned', 'psychiatric_detention',
              'house_arrest', 'open_facility', 'disappeared')
            AND from_day <= ?1 AND (to_day IS NULL OR to_day > ?1)
          """,
          .text(day.description)
        )
      )
      let reader = try HistoryReader(connection)
      for person in try connection.entities("SELECT person FROM unswept") {
        let status = try reader.history(of: person).detentionStatus(asOf: day)
        if status.isHeld || status.liberty.isCountedApart { people.insert(person) }
      }
      return people.sorted()
    }
  }

  /// The name under which views show `id`: the bare id where nothing is registered.
  package func displayName(of id: EntityID) throws(SnapshotError) -> String {
    try store.read { connection throws(SnapshotError) in
      let canonical = try connection.canonical(id)
      return try connection.row(
        "SELECT name FROM entities WHERE canonical = ? LIMIT 1",
        .id(canonical)
      ) { columns throws(SnapshotError) in try columns.text(0) } ?? canonical.text
    }
  }
}
