import Events
import Foundation

/// A file that appears whole or not at all: written beside, then put in place.
///
/// A link in that place is replaced, not followed.
struct OutputFile {
  private let path: String
  private let sharing: Sharing

  init(_ path: String, sharedAs sharing: Sharing) {
    self.path = path
    self.sharing = sharing
  }

  /// Writes what `body` gives to its sink; refuses to take the place of what lies at `spared` or
  /// beside it as part of the record.
  func write(
    sparing spared: [String],
    _ body: ((String) throws -> Void) throws -> Void
  ) throws {
    for log in spared where isPartOfRecord(log) {
      throw Failure(
        .wrongUsage,
        "\(path): this is part of the record, and would be lost. Name another file with -o."
      )
    }
    let temporary = "\(path).\(UUID().uuidString).tmp"
    do {
      let file = try OpenFile.creating(temporary)
      try file.share(as: sharing)
      try write(body, to: file)
      // SAFETY: the call reads the paths while it lasts.
      guard unsafe rename(temporary, path) == 0 else { throw SystemError(errno) }
    } catch {
      // SAFETY: the call reads the path while it lasts.
      unsafe unlink(temporary)
      if let error = error as? SystemError { throw failure(error) }
      throw error
    }
  }

  /// Writes and syncs what `body` gives.
  private func write(
    _ body: ((String) throws -> Void) throws -> Void,
    to file: OpenFile
  ) throws {
    var buffer: [UInt8] = []
    var end = 0
    func flush() throws(SystemError) {
      try file.write(buffer.span, at: end)
      end += buffer.count
      buffer.removeAll(keepingCapacity: true)
    }
    try body { text in
      buffer.append(contentsOf: text.utf8)
      if buffer.count >= OutputFile.bufferBytesMax { try flush() }
    }
    try flush()
    try file.sync()
  }

  private static let bufferBytesMax = 1 << 16

  private func failure(_ error: SystemError) -> Failure {
    Failure(
      .diskFailed,
      """
      \(path): cannot be written: \(error). Nothing was left there.
      Name a place with -o that you can write to, and that has room.
      """
    )
  }

  /// Whether this is `log` or one of the files that belong to it, by whatever name.
  private func isPartOfRecord(_ log: String) -> Bool {
    let stem = log.hasSuffix(".log") ? String(log.dropLast(4)) : log
    return [log, stem + ".private", stem + ".sqlite"].contains { other in
      let own = URL(fileURLWithPath: path).standardizedFileURL
      if own == URL(fileURLWithPath: other).standardizedFileURL { return true }
      return isSame(other)
    }
  }

  /// Whether both names lead to one file, without following a link at `path`, which is replaced.
  private func isSame(_ other: String) -> Bool {
    var own = stat()
    var theirs = stat()
    // SAFETY: the calls read the paths and fill the structures while they last.
    guard unsafe lstat(path, &own) == 0, unsafe stat(other, &theirs) == 0 else { return false }
    return own.st_dev == theirs.st_dev && own.st_ino == theirs.st_ino
  }
}
