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

  /// Writes what `body` gives to its sink, unless a record would be lost: that of the logs at
  /// `spared`, or another.
  func write(
    sparing spared: [String],
    _ body: ((String) throws -> Void) throws -> Void
  ) throws {
    try OutputPlace(path: path).check(sparing: spared)
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
}
