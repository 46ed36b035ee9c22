/// A file that is being written where none was; only its owner may read it.
final class NewFile {
  private static let bufferBytesMax = 1 << 16

  private let file: OpenFile
  private var buffer: [UInt8] = []
  private var written = 0

  init(_ path: String, calls: DiskCalls) throws(EventLogError) {
    do {
      file = try OpenFile.creating(path, calls: calls)
    } catch .exists {
      throw .placeTaken(path: path)
    } catch {
      throw .notMade(path: path, error, isLeft: false)
    }
  }

  /// Writes `bytes` after what was written before, sooner or later.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    buffer += bytes
    if buffer.count >= NewFile.bufferBytesMax { try flush() }
  }

  /// Writes what is left, and has the disk confirm it.
  func finish() throws(SystemError) {
    try flush()
    try file.sync()
  }

  private func flush() throws(SystemError) {
    let bytes = buffer
    try file.write(bytes.span, at: written)
    written += bytes.count
    buffer.removeAll(keepingCapacity: true)
  }
}
