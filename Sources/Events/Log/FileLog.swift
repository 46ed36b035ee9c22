/// A log in a file, with what annals keeps beside it.
///
/// A log may be reached through a symbolic link; a file that annals makes never is.
package struct FileLog: EventLog {
  package let path: String
  /// The highest position that a checkpoint is known to cover: what it covers is never cut.
  let signed: Position
  let calls: DiskCalls

  package init(path: String, signed: Position = .start) {
    self.init(path: path, signed: signed, calls: .real)
  }

  init(path: String, signed: Position = .start, calls: DiskCalls) {
    self.path = path
    self.signed = signed
    self.calls = calls
  }

  /// Begins an empty log that only its owner may read.
  package static func create(_ path: String) throws(EventLogError) -> FileLog {
    do {
      try OpenFile.creating(path).sync()
      try OpenFile.syncFolder(LogFiles(of: path).folder)
    } catch .exists {
      throw .alreadyExists(path: path)
    } catch {
      throw .unwritable(path: path, error)
    }
    return FileLog(path: path)
  }

  package func lines(after point: LogPoint) throws(EventLogError) -> any LineCursor {
    try FileBytes.open(path).settled().lines(after: point)
  }

  package func lineSource() throws(EventLogError) -> LineSource {
    LineSource(try FileBytes.open(path))
  }

  package func writer(timeoutMilliseconds: Int) throws(EventLogError) -> any LogWriter {
    try FileLogWriter(self, timeoutMilliseconds: timeoutMilliseconds)
  }

  package func verify(visit: (LogPoint) -> Void) throws(EventLogError) -> LogVerification {
    try LogVerification(FileBytes.open(path).settled(), visit: visit)
  }

  package func salvage() throws(EventLogError) -> Salvage {
    try Salvage(FileBytes.open(path).settled())
  }

  package func sharing() throws(EventLogError) -> Sharing {
    try FileBytes.open(path).status().sharing
  }

  package func confidentialPart(_ digest: LineHash) throws(EventLogError) -> JSON? {
    let path = LogFiles(of: path).confidentialParts
    let bytes: [UInt8]
    let status: FileStatus
    do {
      let file = try OpenFile.reading(path)
      status = try file.status()
      bytes = status.isRegular ? try file.read(0..<status.byteCount) : []
    } catch .noEntry {
      return nil
    } catch {
      throw .unreadable(path: path, error)
    }
    // What is no file holds nothing, but nothing was erased from it.
    guard status.isRegular else { throw .partsNotAFile(path: path) }
    return ConfidentialPart.object(inLines: bytes, under: digest)
  }
}
