/// Why a log cannot be read or written.
package enum EventLogError: Error, Hashable, Sendable {
  case noSuchLog(path: String)
  case alreadyExists(path: String)
  case isADirectory(path: String)
  case notAFile(path: String)
  case unreadable(path: String, SystemError)
  /// Somebody else is appending.
  case locked(log: String, holder: LockHolder?)
  case unlockable(log: String, SystemError)
  case damaged(log: String, Damage)
  /// The log is not where the caller expected it.
  case moved(expected: Position, found: Position)
  /// The log no longer bears the point's hash at its offset; the line may have moved up because
  /// lines before it were withheld.
  case rewritten(log: String, LogPoint, linesWithheld: Bool)
  /// A draft, counted from 1, that no line can hold.
  case refused(draft: Int, DraftFault)
  /// Nothing of the batch stands, unless it could not be rolled back.
  case writeFailed(path: String, SystemError, rolledBack: Bool)
  /// It is not known whether the batch stands.
  case syncDoubtful(log: String, SystemError)
  /// The log, or a file that an append needs beside it, cannot be written; nothing was appended.
  case unwritable(path: String, SystemError)
  /// What stands in the place of the file of confidential parts is no file.
  case partsNotAFile(path: String)
  /// The torn tail holds lines that a signed checkpoint covers.
  case signedTail(log: String, TornTail, signed: Position)
  /// The checkpoint that says what is never cut cannot be read.
  case checkpointUnreadable(path: String)
  /// A new file is to be made where there is one.
  case placeTaken(path: String)
  /// A new file could not be made; `isLeft` if a part of it could not be removed either.
  case notMade(path: String, SystemError, isLeft: Bool)

  /// What sort of failure this is, for those who can only tell a few apart.
  package enum Category: Sendable {
    case noInput, refused, disk, busy, damaged
  }

  package var category: Category {
    switch self {
    case .noSuchLog, .isADirectory, .notAFile: .noInput
    case .unreadable(_, let error): error.isAboutThePath ? .noInput : .disk
    case .refused: .refused
    case .alreadyExists, .locked, .moved, .placeTaken: .busy
    case .damaged, .rewritten, .signedTail, .checkpointUnreadable: .damaged
    case .unlockable, .writeFailed, .syncDoubtful, .unwritable, .partsNotAFile, .notMade: .disk
    }
  }
}
