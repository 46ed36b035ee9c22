/// The bytes of a log's file.
final class FileBytes: ByteSource {
  let name: String
  let file: OpenFile

  init(_ file: OpenFile, name: String) {
    self.file = file
    self.name = name
  }

  /// Opens a log for reading.
  static func open(_ path: String) throws(EventLogError) -> FileBytes {
    try opened(path) { () throws(SystemError) in try OpenFile.reading(path) }
  }

  /// Opens a log for appending.
  static func openForWriting(_ log: FileLog) throws(EventLogError) -> FileBytes {
    do {
      return try opened(log.path) { () throws(SystemError) in
        try OpenFile.readingAndWriting(log.path, calls: log.calls)
      }
    } catch .unreadable(let path, let error) {
      // What can be read all the same is in the way of writing alone.
      _ = try open(path)
      throw .unwritable(path: path, error)
    }
  }

  private static func opened(
    _ path: String,
    _ open: () throws(SystemError) -> OpenFile
  ) throws(EventLogError) -> FileBytes {
    let status: FileStatus
    let file: OpenFile
    do {
      file = try open()
      status = try file.status()
    } catch .noEntry {
      throw .noSuchLog(path: path)
    } catch .isAFolder {
      throw .isADirectory(path: path)
    } catch {
      throw .unreadable(path: path, error)
    }
    if status.isFolder { throw .isADirectory(path: path) }
    if !status.isRegular { throw .notAFile(path: path) }
    return FileBytes(file, name: path)
  }

  /// Takes the lock if it is free; false if somebody else holds it.
  func lock() throws(EventLogError) -> Bool {
    do {
      return try file.lock()
    } catch {
      throw .unlockable(log: name, error)
    }
  }

  /// Whether the log's path still leads to this file.
  func isStillTheLog() throws(EventLogError) -> Bool {
    do {
      return try OpenFile.status(of: name)?.isSameFile(as: file.status()) ?? false
    } catch {
      throw .unreadable(path: name, error)
    }
  }

  /// Who holds the lock, where the system tells.
  func lockHolder() throws(EventLogError) -> LockHolder? {
    LockHolder.of(try status())
  }

  func status() throws(EventLogError) -> FileStatus {
    do {
      return try file.status()
    } catch {
      throw .unreadable(path: name, error)
    }
  }

  func count() throws(EventLogError) -> Int { try status().byteCount }

  func read(_ range: Range<Int>) throws(EventLogError) -> [UInt8] {
    do {
      return try file.read(range)
    } catch {
      throw .unreadable(path: name, error)
    }
  }

  /// The log as it stands at this moment.
  ///
  /// Looks again if somebody wrote meanwhile: half of the old end and half of the new are no end.
  func settled() throws(EventLogError) -> SettledLog {
    var before = try status()
    var attempts = 0
    while true {
      let end = try LogEnd.find(in: self, count: before.byteCount)
      let after = try status()
      attempts += 1
      if after == before || end.point != nil || attempts == 16 {
        return SettledLog(source: self, end: end)
      }
      before = after
    }
  }
}
