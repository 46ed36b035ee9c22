/// What stands beside a log.
struct LogFiles {
  let folder: String
  /// The log's file name in its folder.
  private let log: String

  /// The files of the log to which `path` leads.
  init(of path: String) {
    let path = OpenFile.resolved(path) ?? path
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = slash == path.startIndex ? "/" : String(path[..<slash])
      log = String(path[path.utf8.index(after: slash)...])
    } else {
      folder = "."
      log = path
    }
  }

  var confidentialParts: String { folder + "/events.private" }

  var checkpoint: String { folder + "/" + log + ".checkpoint" }

  /// The `number`th place for a tail that was torn off after `position`.
  func tornTail(after position: Position, number: Int) -> String {
    folder + "/" + log + ".torn-\(position)-\(number)"
  }

  /// Adds confidential parts to their file and syncs it, before any line names them.
  func keep(_ parts: [ConfidentialPart], calls: DiskCalls) throws(EventLogError) {
    if parts.isEmpty { return }
    let path = confidentialParts
    let (file, status) = try writing(to: path) { () throws(SystemError) in
      let file = try OpenFile.unlinked(path, calls: calls)
      return (file, try file.status())
    }
    guard status.isRegular else { throw .partsNotAFile(path: path) }
    try writing(to: path) { () throws(SystemError) in
      if Sharing.ownerAlone.isExceeded(by: status.sharing) { try file.share(as: .ownerAlone) }
      var written: [UInt8] = []
      let end = status.byteCount
      // A part whose writing was cut off must not swallow this one.
      if end > 0, try file.read((end - 1)..<end) != newline { written += newline }
      for part in parts { written += part.line + newline }
      try file.write(written.span, at: end)
      try file.sync()
      if end == 0 { try OpenFile.syncFolder(folder) }
    }
  }

  /// Copies a torn tail to a new file beside the log and syncs it; returns the file's path.
  func save(
    _ tail: TornTail,
    of log: FileBytes,
    calls: DiskCalls
  ) throws(EventLogError) -> String {
    var number = 1
    while true {
      let path = tornTail(after: tail.after, number: number)
      do {
        let file = try OpenFile.creating(path, calls: calls)
        try file.share(as: log.file.status().sharing)
        try copy(tail, of: log, to: file)
        return path
      } catch .exists {
        number += 1
      } catch {
        throw .unwritable(path: path, error)
      }
    }
  }

  private func copy(
    _ tail: TornTail,
    of log: FileBytes,
    to file: OpenFile
  ) throws(SystemError) {
    var copied = 0
    while copied < tail.byteCount {
      let start = tail.offset + copied
      let piece = try log.file.read(start..<(start + min(1 << 20, tail.byteCount - copied)))
      if piece.isEmpty { throw .inputOutput }
      try file.write(piece.span, at: copied)
      copied += piece.count
    }
    try file.sync()
    try OpenFile.syncFolder(folder)
  }

  /// How many lines the checkpoint beside the log covers, as it says itself; 0 without one.
  func signedPosition() throws(EventLogError) -> Position {
    let bytes: [UInt8]
    do {
      bytes = try OpenFile.reading(checkpoint).read(0..<4096)
    } catch .noEntry {
      return .start
    } catch {
      throw .unreadable(path: checkpoint, error)
    }
    // Its second line is the size; the signature is judged by whoever verifies the checkpoint.
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    guard lines.count > 1, let size = Int(String(decoding: lines[1], as: UTF8.self)) else {
      throw .checkpointUnreadable(path: checkpoint)
    }
    return Position(size)
  }

  private var newline: [UInt8] { [UInt8(ascii: "\n")] }

  private func writing<Value>(
    to path: String,
    _ body: () throws(SystemError) -> Value
  ) throws(EventLogError) -> Value {
    do {
      return try body()
    } catch {
      throw .unwritable(path: path, error)
    }
  }
}
