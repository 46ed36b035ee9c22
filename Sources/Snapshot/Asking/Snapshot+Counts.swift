extension Snapshot {
  /// How many happenings there are, as views show them; without reading any line.
  package struct Counts: Sendable {
    /// By kind, most frequent first.
    package let byKind: [(kind: String, count: Int)]
    /// By cited source, most frequent first.
    package let bySource: [(source: String, count: Int)]
    /// Lines whose content was withheld.
    package let withheld: Int
  }

  package func counts() throws(SnapshotError) -> Counts {
    try store.read { connection throws(SnapshotError) in
      let kinds = try connection.rows(
        "SELECT kind, count(*) FROM events WHERE shown = 1 GROUP BY kind ORDER BY 2 DESC, 1"
      ) { columns throws(SnapshotError) in
        (kind: try columns.text(0), count: try columns.integer(1))
      }
      let sources = try connection.rows(
        """
        SELECT c.source, count(DISTINCT c.position) FROM citations c
          JOIN events e ON e.position = c.position
        WHERE e.shown = 1 GROUP BY c.source ORDER BY 2 DESC, 1
        """
      ) { columns throws(SnapshotError) in
        (source: try columns.text(0), count: try columns.integer(1))
      }
      let withheld = try connection.integers("SELECT count(*) FROM events WHERE withheld = 1")
      return Counts(byKind: kinds, bySource: sources, withheld: withheld.first ?? 0)
    }
  }
}
