/// Where a salvage goes: a new log, and beside it a file of drafts if there are any.
///
/// If anything fails, neither is left.
package struct SalvageFiles {
  package let log: String
  private let calls: DiskCalls

  package init(log: String) {
    self.init(log: log, calls: .real)
  }

  init(log: String, calls: DiskCalls) {
    self.log = log
    self.calls = calls
  }

  package var drafts: String { log + ".drafts.jsonl" }

  /// Whether what is kept beside `other` is beside the new log, too.
  package func isBeside(_ other: String) -> Bool {
    LogFiles(of: log).folder == LogFiles(of: other).folder
  }

  /// Writes the copy, and the line that `draft` makes of each event that is set aside.
  package func write(
    _ salvage: Salvage,
    draft: (Event) throws(EventLogError) -> [UInt8]
  ) throws(EventLogError) {
    try make(log) { put throws(EventLogError) in
      try salvage.eachPiece(put)
    }
    guard salvage.setAsideCount > 0 else { return }
    do {
      try make(drafts) { put throws(EventLogError) in
        try salvage.eachSetAside { event throws(EventLogError) in
          try put(draft(event) + [UInt8(ascii: "\n")])
        }
      }
    } catch {
      try remove(log)
      throw error
    }
  }

  /// Makes a file of what `body` puts into it; removes it again if anything fails.
  private func make(
    _ path: String,
    _ body: (([UInt8]) throws(EventLogError) -> Void) throws(EventLogError) -> Void
  ) throws(EventLogError) {
    let file = try NewFile(path, calls: calls)
    do {
      try body { bytes throws(EventLogError) in
        try writing(path) { () throws(SystemError) in try file.write(bytes) }
      }
      try writing(path) { () throws(SystemError) in
        try file.finish()
        try OpenFile.syncFolder(LogFiles(of: path).folder)
      }
    } catch {
      try remove(path)
      throw error
    }
  }

  private func remove(_ path: String) throws(EventLogError) {
    do {
      try OpenFile.remove(path)
    } catch {
      throw .notMade(path: path, error, isLeft: true)
    }
  }

  private func writing(
    _ path: String,
    _ body: () throws(SystemError) -> Void
  ) throws(EventLogError) {
    do {
      try body()
    } catch {
      throw .notMade(path: path, error, isLeft: false)
    }
  }
}
