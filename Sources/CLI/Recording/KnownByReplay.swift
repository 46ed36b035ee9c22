import Events
import Projections

/// What is known of the record, by reading all of the log.
///
/// The one place that chooses how an append knows what was recorded before.
enum KnownByReplay {
  /// Up to the end of a log that is held for appending.
  static func record(of writer: any LogWriter) throws -> Record {
    try record(writer.lines(after: .start))
  }

  /// Up to the present end of `log`, without holding it.
  static func record(of log: any EventLog) throws -> Record {
    try record(log.lines(after: .start))
  }

  private static func record(_ cursor: any LineCursor) throws -> Record {
    var replay = Replay()
    var cursor = cursor
    while let line = try cursor.next() { replay.take(line.line) }
    return replay.record()
  }
}
