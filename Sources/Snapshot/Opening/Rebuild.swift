internal import Events

/// Makes a snapshot anew beside the old one, and puts it in its place.
struct Rebuild {
  let file: SnapshotFile
  let log: any EventLog
  /// With whom the snapshot is shared.
  let sharing: Sharing
  let watch: Watch
  let busyMilliseconds: Int

  /// Answers what stands behind the last batch of the log.
  ///
  /// Until the last step nothing changes for anybody; when it is stopped before, nothing stays.
  func run() throws(SnapshotError) -> TornTail? {
    let temporary = try file.makeTemporary(sharing)
    let store = try Store.file(temporary.path, of: log, busyMilliseconds: busyMilliseconds)
    // Nobody else sees the file, and it is worthless until it is whole.
    try store.outside(
      """
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -16384
      """
    )
    let tornTail = try Rebuild.fill(store, from: log, watch: watch)
    try store.close()
    try temporary.sync()
    try putInPlace(temporary)
    try file.syncFolder()
    return tornTail
  }

  /// Makes the tables in an empty database.
  static func fill(
    _ store: Store,
    from log: any EventLog,
    watch: Watch
  ) throws(SnapshotError) -> TornTail? {
    let cursor: any LineCursor
    do {
      cursor = try log.lines(after: .start)
    } catch {
      throw .log(error)
    }
    return try store.write { connection throws(SnapshotError) in
      try Schema.create(in: connection)
      var catchUp = try CatchUp(connection, isFromStart: true)
      return try catchUp.take(all: cursor, watch: watch)
    }
  }

  private func putInPlace(_ temporary: TemporaryFile) throws(SnapshotError) {
    for _ in 0..<100 {
      guard let old = try file.status() else {
        try file.removeJournals()
        if try file.fill(with: temporary.path) { return }
        continue
      }
      if try replace(old, by: temporary) { return }
    }
    throw .locked(snapshot: file.path)
  }

  /// Takes the place of `old`; false if that is not what lies there any more.
  ///
  /// The old file's lock is held meanwhile, so that nobody is writing to it, or has left a journal.
  private func replace(
    _ old: FileStatus,
    by temporary: TemporaryFile
  ) throws(SnapshotError) -> Bool {
    var isReplaced = false
    do throws(SnapshotError) {
      let store = try Store.file(file.path, of: log, busyMilliseconds: busyMilliseconds)
      // A database with a write-ahead log would leave it beside the new one.
      try store.outside("PRAGMA journal_mode = DELETE")
      try store.alone { _ throws(SnapshotError) in
        guard try file.status()?.isSameFile(as: old) == true else { return }
        try file.removeJournals()
        try file.replace(by: temporary.path)
        isReplaced = true
      }
    } catch {
      // What becomes of the old file once it lost its name is nobody's concern.
      if isReplaced { return true }
      // What is no database is locked by nobody.
      guard case .unreadable = error else { throw error }
      try file.removeJournals()
      try file.replace(by: temporary.path)
      return true
    }
    return isReplaced
  }
}
