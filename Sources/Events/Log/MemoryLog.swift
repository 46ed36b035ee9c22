internal import Synchronization

/// A log in memory: byte for byte the lines that a file would hold.
package final class MemoryLog: EventLog {
  private struct Contents {
    var bytes: [UInt8]
    var confidentialLines: [UInt8] = []
    var savedTails: [[UInt8]] = []
    var hasWriter = false
  }

  /// Guards everything that the log holds.
  private let contents: Mutex<Contents>
  private let name = "memory"

  package init(_ bytes: [UInt8] = []) {
    contents = Mutex(Contents(bytes: bytes))
  }

  package var bytes: [UInt8] { contents.withLock { $0.bytes } }

  /// The torn tails that were cut off, oldest first.
  package var savedTails: [[UInt8]] { contents.withLock { $0.savedTails } }

  package func lines(after point: LogPoint) throws(EventLogError) -> any LineCursor {
    try settled().lines(after: point)
  }

  package func lineSource() -> LineSource { LineSource(BytesInMemory(bytes, name: name)) }

  /// Never waits: whoever holds the log is in the same program.
  package func writer(timeoutMilliseconds: Int) throws(EventLogError) -> any LogWriter {
    let isFree = contents.withLock { contents in
      defer { contents.hasWriter = true }
      return !contents.hasWriter
    }
    if !isFree { throw .locked(log: name, holder: nil) }
    do {
      return try Writer(self)
    } catch {
      release()
      throw error
    }
  }

  package func verify(visit: (LogPoint) -> Void) throws(EventLogError) -> LogVerification {
    try LogVerification(settled(), visit: visit)
  }

  package func salvage() throws(EventLogError) -> Salvage { try Salvage(settled()) }

  package func sharing() -> Sharing { .ownerAlone }

  package func confidentialPart(_ digest: LineHash) -> JSON? {
    ConfidentialPart.object(inLines: contents.withLock { $0.confidentialLines }, under: digest)
  }

  private func settled() throws(EventLogError) -> SettledLog {
    let source = BytesInMemory(bytes, name: name)
    return SettledLog(source: source, end: try LogEnd.find(in: source, count: source.count()))
  }

  private func release() {
    contents.withLock { $0.hasWriter = false }
  }

  private final class Writer: LogWriter {
    private let log: MemoryLog
    private(set) var end: LogPoint
    private(set) var tornTail: TornTail?
    private var isClosed = false

    init(_ log: MemoryLog) throws(EventLogError) {
      self.log = log
      let settled = try log.settled()
      end = try settled.checkedEnd()
      tornTail = settled.end.tornTail
    }

    deinit { close() }

    func lines(after point: LogPoint) throws(EventLogError) -> any LineCursor {
      try log.lines(after: point)
    }

    func append(_ drafts: [Draft], sealing: Sealing) throws(EventLogError) -> Appended {
      precondition(!isClosed, "this writer was closed")
      if drafts.isEmpty { return Appended() }
      let batch = try SealedBatch(drafts, after: end, sealing: sealing)
      let savedTail = log.commit(batch, after: end)
      end = batch.end
      tornTail = nil
      return Appended(
        lines: batch.lines,
        clockBehindSeconds: batch.clockBehindSeconds,
        savedTail: savedTail
      )
    }

    func close() {
      if !isClosed { log.release() }
      isClosed = true
    }
  }

  private func commit(_ batch: SealedBatch, after end: LogPoint) -> String? {
    contents.withLock { contents in
      for part in batch.confidentialParts {
        contents.confidentialLines += part.line + [UInt8(ascii: "\n")]
      }
      var savedTail: String?
      if contents.bytes.count > end.offset {
        contents.savedTails.append(Array(contents.bytes[end.offset...]))
        contents.bytes.removeSubrange(end.offset...)
        savedTail = "\(name).torn-\(end.position)-\(contents.savedTails.count)"
      } else if contents.bytes.count < end.offset {
        contents.bytes.append(UInt8(ascii: "\n"))
      }
      contents.bytes += batch.bytes
      return savedTail
    }
  }
}
