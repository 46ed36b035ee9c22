/// The one seam between annals and where lines are kept: a file, memory, later a shared log.
///
/// Readers take no lock and see whole batches; a writer holds the log alone until it is closed.
package protocol EventLog: Sendable {
  /// The lines after `point`, up to the end of the last whole batch at this moment.
  ///
  /// Fails at once if the log does not bear `point.hash` there.
  func lines(after point: LogPoint) throws(EventLogError) -> any LineCursor

  /// Locks the log for appending, waiting at most `timeoutMilliseconds`.
  func writer(timeoutMilliseconds: Int) throws(EventLogError) -> any LogWriter
}

/// A walk over the lines of a log whose end was fixed when the walk began.
package protocol LineCursor {
  /// The next line, its hash checked; nil at the end.
  mutating func next() throws(EventLogError) -> LogLine?

  /// The point after the line that was read last.
  var point: LogPoint { get }

  /// Bytes of the log that this walk will cover, for progress.
  var bytesTotal: Int { get }

  /// What stands behind the last whole batch, if an append was cut off there.
  var tornTail: TornTail? { get }
}

/// A log held alone: what it reads cannot change until it is closed.
package protocol LogWriter: AnyObject {
  /// The end of the log: the next line is written after it.
  var end: LogPoint { get }

  /// What was cut off earlier, and will be saved beside the log and removed by the next append.
  var tornTail: TornTail? { get }

  func lines(after point: LogPoint) throws(EventLogError) -> any LineCursor

  /// Seals `drafts` as one batch, writes and syncs it; all or nothing.
  func append(_ drafts: [Draft], sealing: Sealing) throws(EventLogError) -> [LogLine]

  /// Gives the log free; does nothing if it was closed.
  func close()
}

/// A point between two lines: everything before it is settled.
package struct LogPoint: Hashable, Sendable {
  /// The line before the point.
  package var position: Position
  /// Bytes before the point.
  package var offset: Int
  /// The hash of the line before the point.
  package var hash: LineHash
  /// When the line before the point was recorded; nil at the start or after a withheld line.
  package var recorded: Instant?

  package init(position: Position, offset: Int, hash: LineHash, recorded: Instant?) {
    self.position = position
    self.offset = offset
    self.hash = hash
    self.recorded = recorded
  }

  package static let start = LogPoint(
    position: .start, offset: 0, hash: .start, recorded: nil)
}

/// What sealing takes from the outside world.
package struct Sealing {
  package var now: Instant
  /// Fills a salt: 128 random bits.
  package var random: () -> (UInt64, UInt64)

  package init(now: Instant, random: @escaping () -> (UInt64, UInt64)) {
    self.now = now
    self.random = random
  }
}

/// One line of the log as read.
package struct LogLine: Sendable {
  package var line: Line
  package var hash: LineHash
  /// The byte at which it begins.
  package var offset: Int
  /// The line without its newline, exactly as it stands in the log.
  package var bytes: [UInt8]
  /// Members that this program cannot read; empty for what it wrote itself.
  package var faults: [DraftFault]

  package init(
    line: Line, hash: LineHash, offset: Int, bytes: [UInt8], faults: [DraftFault] = []
  ) {
    self.line = line
    self.hash = hash
    self.offset = offset
    self.bytes = bytes
    self.faults = faults
  }
}

/// What a line says: an event, or that one was withheld.
package enum Line: Sendable {
  case event(Event)
  case withheld(position: Position, hasMore: Bool)

  package var position: Position {
    switch self {
    case .event(let event): event.position
    case .withheld(let position, _): position
    }
  }
}
