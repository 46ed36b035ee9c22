/// A log's file, locked for appending until it is closed.
final class FileLogWriter: LogWriter {
  private let log: FileLog
  private let files: LogFiles
  /// Nil once closed: the lock goes with the file.
  private var bytes: FileBytes?
  private(set) var end: LogPoint
  private(set) var tornTail: TornTail?
  /// The length to which a failed append is taken back.
  private var byteCount: Int

  init(_ log: FileLog, timeoutMilliseconds: Int) throws(EventLogError) {
    self.log = log
    files = LogFiles(of: log.path)
    let bytes = try FileLogWriter.locked(log, timeoutMilliseconds: timeoutMilliseconds)
    byteCount = try bytes.count()
    let found = try LogEnd.find(in: bytes, count: byteCount)
    end = try SettledLog(source: bytes, end: found).checkedEnd()
    tornTail = found.tornTail
    self.bytes = bytes
  }

  /// The log's file with its lock held.
  private static func locked(
    _ log: FileLog,
    timeoutMilliseconds: Int
  ) throws(EventLogError) -> FileBytes {
    var waited = 0
    while true {
      let bytes = try FileBytes.openForWriting(log)
      if try bytes.lock() {
        // A withheld line or a restored backup puts another file in the place of the one locked.
        if try bytes.isStillTheLog() { return bytes }
      } else if waited >= timeoutMilliseconds {
        throw .locked(log: log.path, holder: try bytes.lockHolder())
      }
      OpenFile.pause(milliseconds: 10)
      waited += 10
    }
  }

  func lines(after point: LogPoint) throws(EventLogError) -> any LineCursor {
    try SettledLog(source: open(), end: LogEnd(point: end, offset: end.offset, tornTail: tornTail))
      .lines(after: point)
  }

  func append(_ drafts: [Draft], sealing: Sealing) throws(EventLogError) -> Appended {
    let file = open().file
    if drafts.isEmpty { return Appended() }
    let batch = try SealedBatch(drafts, after: end, sealing: sealing)
    try refuseSignedTail()
    try files.keep(batch.confidentialParts, calls: log.calls)
    let savedTail = try cutTornTail(file)
    try write(batch, to: file)
    end = batch.end
    byteCount = end.offset
    return Appended(
      lines: batch.lines,
      clockBehindSeconds: batch.clockBehindSeconds,
      savedTail: savedTail
    )
  }

  func close() { bytes = nil }

  private func open() -> FileBytes {
    guard let bytes else { preconditionFailure("this writer was closed, or its append failed") }
    return bytes
  }

  private func write(_ batch: SealedBatch, to file: OpenFile) throws(EventLogError) {
    // The last line may have been kept without its newline.
    let isTerminated = byteCount == end.offset
    let bytes = isTerminated ? batch.bytes : [UInt8(ascii: "\n")] + batch.bytes
    do {
      try file.write(bytes.span, at: byteCount)
    } catch {
      close()
      throw .writeFailed(path: log.path, error, rolledBack: takeBack(file))
    }
    do {
      try file.sync()
    } catch {
      close()
      throw .syncDoubtful(log: log.path, error)
    }
  }

  /// Refuses a torn tail that a checkpoint covers: what was signed is never cut.
  private func refuseSignedTail() throws(EventLogError) {
    guard let tail = tornTail else { return }
    let signed = max(log.signed, try files.signedPosition())
    // What is kept ends at the last whole batch: a checkpoint beyond it covered some of the tail.
    if signed > tail.after { throw .signedTail(log: log.path, tail, signed: signed) }
  }

  /// Saves the torn tail beside the log and cuts it off; the name of the file, if there was a tail.
  private func cutTornTail(_ file: OpenFile) throws(EventLogError) -> String? {
    guard let tail = tornTail else { return nil }
    let saved = try files.save(tail, of: open(), calls: log.calls)
    do {
      try file.truncate(to: tail.offset)
      // The cut must not reach the disk after the lines that take the tail's place.
      try file.sync()
    } catch {
      close()
      throw .unwritable(path: log.path, error)
    }
    byteCount = tail.offset
    tornTail = nil
    return saved
  }

  /// Cuts the file to the length that it had; false if that failed too.
  private func takeBack(_ file: OpenFile) -> Bool {
    do {
      try file.truncate(to: byteCount)
      try file.sync()
      return true
    } catch {
      return false
    }
  }
}
