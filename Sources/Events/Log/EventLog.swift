/// The one seam between annals and where lines are kept: a file, memory, later a shared log.
///
/// Readers take no lock and see whole batches; a writer holds the log alone until it is closed.
package protocol EventLog: Sendable {
  /// The lines after `point`, up to the end of the last whole batch at this moment.
  ///
  /// Fails at once if the log does not bear `point.hash` there.
  func lines(after point: LogPoint) throws(EventLogError) -> any LineCursor

  /// Reads single lines again, by where they stand.
  func lineSource() throws(EventLogError) -> LineSource

  /// Locks the log for appending, waiting at most about `timeoutMilliseconds`.
  ///
  /// Its last line is checked against the line before it; nothing further up is read.
  func writer(timeoutMilliseconds: Int) throws(EventLogError) -> any LogWriter

  /// Checks the whole log, and reports every damage rather than the first.
  ///
  /// `visit` is told now and then up to where all is sound.
  func verify(
    visit: (LogPoint) -> Void
  ) throws(EventLogError) -> LogVerification

  /// Finds what is sound of the log, however damaged it is; nothing is written.
  func salvage() throws(EventLogError) -> Salvage

  /// With whom the log is shared.
  func sharing() throws(EventLogError) -> Sharing

  /// The confidential part with that digest; nil if it was erased or never was.
  func confidentialPart(_ digest: LineHash) throws(EventLogError) -> JSON?
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
  ///
  /// Without drafts nothing is written. After a failed append the writer only closes.
  func append(_ drafts: [Draft], sealing: Sealing) throws(EventLogError) -> Appended

  /// Gives the log free; does nothing if it was closed.
  func close()
}

extension LogWriter {
  /// Refuses to go on unless the log ends at `position`.
  package func expect(_ position: Position) throws(EventLogError) {
    if end.position != position { throw .moved(expected: position, found: end.position) }
  }
}

/// What an append did.
package struct Appended: Sendable {
  package var lines: [LogLine]
  /// By how much the clock is behind the log, whose last time was repeated; more than a minute
  /// deserves a warning.
  package var clockBehindSeconds: Int
  /// The file in which the torn tail was saved before it was cut.
  package var savedTail: String?

  package init(lines: [LogLine] = [], clockBehindSeconds: Int = 0, savedTail: String? = nil) {
    self.lines = lines
    self.clockBehindSeconds = clockBehindSeconds
    self.savedTail = savedTail
  }
}

/// What sealing takes from the outside world.
package struct Sealing {
  package var now: Instant
  /// 128 random bits, for salts and ids.
  package var random: () -> (UInt64, UInt64)

  package init(now: Instant, random: @escaping () -> (UInt64, UInt64)) {
    self.now = now
    self.random = random
  }
}
