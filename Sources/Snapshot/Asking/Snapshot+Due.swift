package import Events
package import Projections

extension Snapshot {
  /// What is due within `days` of `day`, and terms that have passed, the most pressing first.
  ///
  /// Reads the status of whoever is held, and the events that can plan something for these days.
  package func dues(asOf day: Day, within days: Int) throws(SnapshotError) -> [Due] {
    try store.read { connection throws(SnapshotError) in
      let statuses = try detentionStatuses(of: heldOrCountedApart(on: day), asOf: day)
      let reader = try HistoryReader(connection)
      var happenings: [Happening] = []
      for position in try connection.plans(from: day, until: day.adding(days: days)) {
        guard let row = try connection.settledRow(at: position) else { continue }
        if let happening = try reader.happening(row) { happenings.append(happening) }
      }
      return Due.all(among: happenings, statuses, asOf: day, within: days)
    }
  }
}

extension Connection {
  /// Where the events stand that announce something for these days, or are dated on them, in the
  /// order of the log; others may be among them.
  fileprivate func plans(from first: Day, until last: Day) throws(SnapshotError) -> [Int] {
    // Text beyond four digits of a year compares with nothing: then all of them are read.
    let isStored = first.isStored && last.isStored
    let (from, until) = isStored ? (first.description, last.description) : ("", "~")
    return try integers(
      """
      SELECT position FROM plans
      WHERE (earliest IS NULL OR earliest <= ?2) AND (latest IS NULL OR latest >= ?1)
      UNION
      SELECT position FROM events
      WHERE kind IN ('trial', 'meeting', 'protest', 'election')
        AND earliest > ?1 AND earliest <= ?2
      ORDER BY 1
      """,
      .text(from),
      .text(until)
    )
  }
}
