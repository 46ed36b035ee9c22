internal import Events

/// Opens the snapshot of a log: as it lies there, caught up, made anew, or in memory.
struct Opening {
  let file: SnapshotFile
  let log: any EventLog
  let watch: Watch
  let busyMilliseconds: Int

  /// An open snapshot that is up to date.
  struct Opened {
    var store: Store
    /// The file that it is; nil in memory.
    var status: FileStatus?
    var warnings: [SnapshotWarning] = []
    var tornTail: TornTail?
  }

  func open() throws(SnapshotError) -> Opened {
    do throws(SnapshotError) {
      // Whoever shut others out of the log shut them out of what is derived from it.
      let isNarrow = try file.narrow(to: sharing())
      // Only somebody who makes it anew at this very moment causes another round.
      for _ in 0..<100 {
        guard var opened = try attempt() else { continue }
        if !isNarrow { opened.warnings.append(.sharedFurther(snapshot: file.path)) }
        return opened
      }
    } catch .unwritable(_, let reason) {
      return try inMemory(reason)
    }
    throw .locked(snapshot: file.path)
  }

  /// Makes the snapshot anew, as somebody asked, unless what lies there is no snapshot.
  func renew() throws(SnapshotError) -> Opened {
    do throws(SnapshotError) {
      try refuseOthers()
    } catch .unwritable(_, let reason) {
      return try inMemory(reason)
    }
    return try rebuild()
  }

  /// Makes the snapshot anew, whatever lies there.
  private func rebuild(_ warnings: [SnapshotWarning] = []) throws(SnapshotError) -> Opened {
    do throws(SnapshotError) {
      let rebuild = try Rebuild(
        file: file,
        log: log,
        sharing: sharing(),
        watch: watch,
        busyMilliseconds: busyMilliseconds
      )
      let tornTail = try rebuild.run()
      for _ in 0..<100 {
        guard let (store, status) = try lying() else { continue }
        return Opened(store: store, status: status, warnings: warnings, tornTail: tornTail)
      }
      throw .locked(snapshot: file.path)
    } catch .unwritable(_, let reason) {
      return try inMemory(reason)
    }
  }

  /// One look at what lies there; nil if it was replaced meanwhile.
  private func attempt() throws(SnapshotError) -> Opened? {
    guard let status = try file.status() else { return try rebuild() }
    if status.isFolder { throw .notASnapshot(path: file.path) }
    do throws(SnapshotError) {
      guard let (store, status) = try lying() else { return nil }
      switch try store.read({ connection throws(SnapshotError) in try connection.format() }) {
      case .foreign: throw .notASnapshot(path: file.path)
      case .otherVersion:
        try store.close()
        return try rebuild([.otherVersion(snapshot: file.path)])
      case .current: return try caughtUp(store, status)
      }
    } catch .unreadable(_, let reason) {
      try refuseText()
      return try rebuild([.unreadable(snapshot: file.path, reason: reason)])
    }
  }

  private func sharing() throws(SnapshotError) -> Sharing {
    do {
      return try log.sharing()
    } catch {
      throw .log(error)
    }
  }

  /// The database that lies there, and which file it is; nil if it was replaced meanwhile.
  private func lying() throws(SnapshotError) -> (Store, FileStatus)? {
    guard let before = try file.status() else { return nil }
    let store = try Store.file(file.path, of: log, busyMilliseconds: busyMilliseconds)
    guard let after = try file.status(), after.isSameFile(as: before) else { return nil }
    return (store, after)
  }

  /// The snapshot with the lines that are new; nil if it was replaced meanwhile.
  private func caughtUp(_ store: Store, _ status: FileStatus) throws(SnapshotError) -> Opened? {
    let seen = try store.read { connection throws(SnapshotError) in try connection.point() }
    let result: Taken
    switch try tail(after: seen) {
    case .linesWithheld: result = .linesWithheld
    case .lines(var cursor):
      if try isAtEnd(&cursor) {
        return Opened(store: store, status: status, tornTail: cursor.tornTail)
      }
      result = try store.write { connection throws(SnapshotError) in
        try takeNewLines(connection, status)
      }
    }
    switch result {
    case .replaced: return nil
    case .linesWithheld:
      try store.close()
      return try rebuild([.linesWithheld(snapshot: file.path)])
    case .taken(let tornTail): return Opened(store: store, status: status, tornTail: tornTail)
    }
  }

  private enum Taken {
    case taken(TornTail?)
    /// Somebody made it anew, so this is not the snapshot any more.
    case replaced
    case linesWithheld
  }

  private func takeNewLines(
    _ connection: Connection,
    _ status: FileStatus
  ) throws(SnapshotError) -> Taken {
    // Writing to a file that has lost its name would leave its journal to the new one.
    guard try file.status()?.isSameFile(as: status) == true else { return .replaced }
    // Somebody else may have taken in lines before the lock was free.
    switch try tail(after: connection.point()) {
    case .linesWithheld: return .linesWithheld
    case .lines(let cursor):
      var catchUp = try CatchUp(connection, isFromStart: false)
      return .taken(try catchUp.take(all: cursor, watch: watch))
    }
  }

  private enum Tail {
    case lines(any LineCursor)
    /// The log bears the point's line at another place.
    case linesWithheld
  }

  private func tail(after point: LogPoint) throws(SnapshotError) -> Tail {
    do {
      return .lines(try log.lines(after: point))
    } catch .rewritten(_, _, linesWithheld: true) {
      return .linesWithheld
    } catch .rewritten {
      throw .rewritten(snapshot: file.path, point)
    } catch {
      throw .log(error)
    }
  }

  private func isAtEnd(_ cursor: inout any LineCursor) throws(SnapshotError) -> Bool {
    do {
      return try cursor.next() == nil
    } catch {
      throw .log(error)
    }
  }

  /// What no lock and no disk can hinder: everything anew, in memory.
  private func inMemory(_ reason: String) throws(SnapshotError) -> Opened {
    let store = try Store.memory(of: log)
    let tornTail = try Rebuild.fill(store, from: log, watch: watch)
    let warning = SnapshotWarning.inMemory(snapshot: file.path, reason: reason)
    return Opened(store: store, status: nil, warnings: [warning], tornTail: tornTail)
  }

  /// Refuses to replace what somebody else made.
  private func refuseOthers() throws(SnapshotError) {
    guard let status = try file.status() else { return }
    if status.isFolder { throw .notASnapshot(path: file.path) }
    do throws(SnapshotError) {
      guard let (store, _) = try lying() else { return }
      let format = try store.read { connection throws(SnapshotError) in try connection.format() }
      try store.close()
      if case .foreign = format { throw .notASnapshot(path: file.path) }
    } catch .unreadable {
      try refuseText()
    }
  }

  /// Refuses to replace what is no damaged database: a log, or whatever has another name.
  private func refuseText() throws(SnapshotError) {
    let head: [UInt8]
    do {
      head = try OpenFile.reading(file.path).read(0..<16)
    } catch {
      throw .unwritable(snapshot: file.path, reason: error.description)
    }
    let isDatabase = head == Array("SQLite format 3\0".utf8)
    let isLog = head.first == UInt8(ascii: "{")
    if isLog || !(isDatabase || file.path.hasSuffix(".sqlite")) {
      throw .notASnapshot(path: file.path)
    }
  }
}

extension Connection {
  enum Format {
    case current
    /// A snapshot of another version, or one that was never finished.
    case otherVersion
    /// Somebody else's database.
    case foreign
  }

  /// Whose database this is.
  func format() throws(SnapshotError) -> Format {
    let application = try integers("PRAGMA application_id").first
    let tables = try integers("SELECT count(*) FROM sqlite_master").first ?? 0
    guard application == Schema.application else { return tables == 0 ? .otherVersion : .foreign }
    guard try integers("PRAGMA user_version").first == Schema.version else { return .otherVersion }
    let folds = try integers("SELECT fold_version FROM meta").first
    return folds == Schema.foldVersion ? .current : .otherVersion
  }
}
