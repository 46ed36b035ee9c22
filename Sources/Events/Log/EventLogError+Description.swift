extension EventLogError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchLog(let path):
      "\(path): there is no such log. Name one with --log, or begin one with `annals init`."
    case .alreadyExists(let path):
      "\(path): this file exists already; a log is begun once. Append to it, or name another."
    case .isADirectory(let path):
      "\(path): this is a folder; name the log in it, such as \(path)/events.log."
    case .notAFile(let path): "\(path): this is not a regular file, so it cannot be a log."
    case .unreadable(let path, let error): "\(path): cannot be read: \(error)."
    case .refused(let draft, let fault): "draft \(draft): \(fault)"
    case .moved(let expected, let found):
      "the log is at line \(found), not at \(expected): somebody else appended. Look at what is "
        + "new, then try again."
    case .damaged(let log, let damage): "\(log):\(damage)"
    case .rewritten(let log, let point, let linesWithheld):
      EventLogError.prose(rewritten: log, point, linesWithheld: linesWithheld)
    case .locked, .unlockable, .writeFailed, .syncDoubtful, .unwritable, .partsNotAFile,
      .signedTail, .checkpointUnreadable, .placeTaken, .notMade:
      writingProse
    }
  }

  private var writingProse: String {
    switch self {
    case .locked(let log, let holder):
      "\(log): somebody else is appending"
        + (holder.map { " (\($0))" } ?? "") + "; nothing was written. Try again."
    case .unlockable(let log, let error):
      "\(log): cannot be locked for appending: \(error). Nothing was written. Keep the log on a "
        + "disk that supports flock."
    case .writeFailed(let path, let error, let rolledBack):
      "\(path): cannot be written: \(error). "
        + (rolledBack
          ? "What was written of the batch was taken back: the log is as it was."
          : "What was written of the batch could not be taken back; readers leave it out, and the "
            + "next append cuts it off.")
        + (error.isDiskFull ? " Make room, then try again." : "")
    case .syncDoubtful(let log, let error):
      "\(log): the disk did not confirm what was written: \(error). It is not known whether the "
        + "batch stands, and nothing was taken back. Run `annals verify` and look at the end of "
        + "the log before you append again."
    case .unwritable(let path, let error):
      "\(path): cannot be written: \(error). Nothing was appended."
    case .partsNotAFile(let path):
      "\(path): this is not a regular file, so confidential parts are neither kept in it nor read "
        + "from it. Nothing was written. Restore it from a backup, or move it away."
    case .signedTail(let log, let tail, let signed):
      "\(log): \(tail.byteCount) bytes after line \(tail.after) are no whole batch, but a signed "
        + "checkpoint covers \(signed) lines, so lines that stood there were lost. Nothing was cut "
        + "or written. Restore the log from a backup, then run `annals verify`."
    case .checkpointUnreadable(let path):
      "\(path): this is no checkpoint, and what a checkpoint covers is never cut off the log. "
        + "Nothing was cut or written. Restore it from a backup, or move it away if the log was "
        + "never sealed."
    case .placeTaken(let path):
      "\(path): this file exists already, and is left as it is. Name a file that does not exist."
    case .notMade(let path, let error, let isLeft):
      "\(path): cannot be written: \(error). "
        + (isLeft
          ? "A part of it was left there, and could not be removed: do that by hand."
          : "Nothing was left there. Name a place that you can write to, and that has room.")
    default: ""
    }
  }

  private static func prose(
    rewritten log: String,
    _ point: LogPoint,
    linesWithheld: Bool
  ) -> String {
    linesWithheld
      ? "\(log): lines were withheld since line \(point.position) was read, so what follows it has "
        + "moved. Run `annals rebuild`."
      : "\(log): line \(point.position) is not what it was when it was read: the log was rewritten "
        + "or cut. Run `annals verify`, then `annals rebuild` if this log is the right one."
  }
}
