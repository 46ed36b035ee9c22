internal import Events

extension Connection {
  /// Up to where the snapshot was built.
  func point() throws(SnapshotError) -> LogPoint {
    let point = try row("SELECT position, offset, hash, recorded FROM meta") {
      columns throws(SnapshotError) -> LogPoint? in
      guard let hash = LineHash(try columns.text(2)) else { return nil }
      return LogPoint(
        position: Position(try columns.integer(0)),
        offset: try columns.integer(1),
        hash: hash,
        recorded: columns.optionalText(3).flatMap(Instant.init(iso:))
      )
    }
    guard let point, let point else {
      throw .unreadable(snapshot: path, reason: "it does not say from what it was built")
    }
    return point
  }

  func set(_ point: LogPoint) throws(SnapshotError) {
    try run(
      """
      INSERT INTO meta (only, position, offset, hash, recorded, words_position, fold_version)
      VALUES (1, ?, ?, ?, ?, 0, ?)
      ON CONFLICT (only) DO UPDATE SET position = excluded.position, offset = excluded.offset,
        hash = excluded.hash, recorded = excluded.recorded
      """,
      .integer(point.position.number),
      .integer(point.offset),
      .text(point.hash.description),
      .optional(point.recorded?.description),
      .integer(Schema.foldVersion)
    )
  }
}
