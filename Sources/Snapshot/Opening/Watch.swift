internal import Events

/// How far the reading of the log has come.
package struct SnapshotProgress: Hashable, Sendable {
  package let bytesDone: Int
  package let bytesTotal: Int
  /// Lines that were taken in.
  package let lines: Int

  package init(bytesDone: Int, bytesTotal: Int, lines: Int) {
    self.bytesDone = bytesDone
    self.bytesTotal = bytesTotal
    self.lines = lines
  }
}

/// Who looks on while a snapshot is made, and may stop it.
package struct Watch {
  /// Lines between two looks.
  static let interval = 1024

  private let progress: (SnapshotProgress) -> Void
  private let isCancelled: () -> Bool

  package init(
    progress: @escaping (SnapshotProgress) -> Void = { _ in },
    isCancelled: @escaping () -> Bool = { false }
  ) {
    self.progress = progress
    self.isCancelled = isCancelled
  }

  func look(_ now: SnapshotProgress) throws(SnapshotError) {
    if isCancelled() { throw .cancelled }
    progress(now)
  }
}

extension CatchUp {
  /// Takes every line of `cursor` and derives what follows; answers what stands behind the last
  /// batch.
  mutating func take(
    all cursor: any LineCursor,
    watch: Watch
  ) throws(SnapshotError) -> TornTail? {
    var cursor = cursor
    let start = cursor.point.offset
    var lines = 0
    func now() -> SnapshotProgress {
      SnapshotProgress(
        bytesDone: cursor.point.offset - start,
        bytesTotal: cursor.bytesTotal,
        lines: lines
      )
    }
    while let line = try next(&cursor) {
      try take(line)
      lines += 1
      if lines.isMultiple(of: Watch.interval) { try watch.look(now()) }
    }
    try watch.look(now())
    if isFromStart { try createIndexes() }
    try finish(at: cursor.point)
    return cursor.tornTail
  }

  private func next(_ cursor: inout any LineCursor) throws(SnapshotError) -> LogLine? {
    do {
      return try cursor.next()
    } catch {
      throw .log(error)
    }
  }

  /// Indexes come last: filling a table that has them takes far longer.
  private func createIndexes() throws(SnapshotError) {
    do {
      try Schema.createIndexes(in: connection)
    } catch {
      let repeated = try connection.row(
        """
        SELECT id, max(position) FROM events WHERE id IS NOT NULL
        GROUP BY id HAVING count(*) > 1 ORDER BY 2 LIMIT 1
        """
      ) { columns throws(SnapshotError) in
        (id: try columns.text(0), position: try columns.integer(1))
      }
      guard let repeated, let id = EventID(repeated.id) else { throw error }
      throw .idTwice(id, Position(repeated.position))
    }
  }
}
