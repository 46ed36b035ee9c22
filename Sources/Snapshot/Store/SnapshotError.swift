package import Events
internal import GRDB

/// Why a snapshot cannot be opened, brought up to date or asked.
package enum SnapshotError: Error, Sendable {
  /// The log cannot be read.
  case log(EventLogError)
  /// The log no longer bears the lines from which the snapshot was built.
  case rewritten(snapshot: String, LogPoint)
  /// What lies there is something else, and is left alone.
  case notASnapshot(path: String)
  /// Another program holds the snapshot.
  case locked(snapshot: String)
  /// Two lines of the log bear one id.
  case idTwice(EventID, Position)
  /// The disk failed, or the snapshot is not what was written to it.
  case unreadable(snapshot: String, reason: String)
  case unwritable(snapshot: String, reason: String)
  /// A line as kept in the snapshot cannot be read again.
  case badLine(snapshot: String, Position)
  /// Whoever asked for it does not want it any more.
  case cancelled

  /// What sort of failure this is, for those who can only tell a few apart.
  package var category: EventLogError.Category {
    switch self {
    case .log(let error): error.category
    case .rewritten, .idTwice: .damaged
    case .notASnapshot: .noInput
    case .locked, .cancelled: .busy
    case .unreadable, .unwritable, .badLine: .disk
    }
  }
}

extension SnapshotError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .log(let error): error.description
    case .rewritten(let snapshot, let point):
      "\(snapshot): this was built from a log whose line \(point.position) ended at byte "
        + "\(point.offset) with the hash \(point.hash); the log does not bear that line any more, "
        + "so it was rewritten. Run `annals verify`, compare the log with a backup, and if the log "
        + "is right run `annals rebuild`."
    case .notASnapshot(let path):
      "\(path): this is no snapshot of annals, and was left as it is. Name another place with "
        + "--snapshot."
    case .locked(let snapshot):
      "\(snapshot): another program holds it. Close it there, or wait, and try again."
    case .idTwice(let id, let position):
      "line \(position): the id \(id) is taken by an earlier line, and ids are unique. "
        + "Run `annals verify`, and restore the log from a backup."
    case .unreadable(let snapshot, let reason):
      "\(snapshot): cannot be read: \(reason). Run `annals rebuild`."
    case .unwritable(let snapshot, let reason):
      "\(snapshot): cannot be written: \(reason). Make room, or name another place with --snapshot."
    case .badLine(let snapshot, let position):
      "\(snapshot): line \(position) of the log does not stand in it as it was written. "
        + "Run `annals rebuild`."
    case .cancelled: "stopped before the snapshot was up to date; nothing of it was kept."
    }
  }
}

extension SnapshotError {
  /// What an error of SQLite means for the snapshot at `path`.
  init(_ error: any Error, at path: String) {
    if let error = error as? SnapshotError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .unreadable(snapshot: path, reason: "\(error)")
      return
    }
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(snapshot: path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_PERM, .SQLITE_AUTH:
      self = .unwritable(snapshot: path, reason: reason)
    default: self = .unreadable(snapshot: path, reason: reason)
    }
  }
}
