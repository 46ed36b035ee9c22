import Foundation

/// A file that appears whole or not at all: written beside, then put in place.
struct OutputFile {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Writes what `body` gives to its sink.
  func write(_ body: ((String) throws -> Void) throws -> Void) throws {
    let temporary = "\(path).\(UUID().uuidString).tmp"
    let manager = FileManager.default
    let isMade = manager.createFile(
      atPath: temporary,
      contents: nil,
      attributes: [.posixPermissions: 0o600]
    )
    guard isMade, let handle = FileHandle(forWritingAtPath: temporary) else {
      throw Failure(.diskFailed, "\(path): cannot be written. Is the folder there, and yours?")
    }
    do {
      var buffer = Data()
      try body { text in
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= 1 << 16 {
          try handle.write(contentsOf: buffer)
          buffer.removeAll(keepingCapacity: true)
        }
      }
      try handle.write(contentsOf: buffer)
      try handle.synchronize()
      try handle.close()
      _ = try replace(with: temporary)
    } catch {
      try? manager.removeItem(atPath: temporary)
      throw Failure(
        .diskFailed,
        "\(path): cannot be written: \(error.localizedDescription). Nothing was left."
      )
    }
  }

  private func replace(with temporary: String) throws {
    // SAFETY: both paths are lent as C strings for the length of the call.
    if unsafe rename(temporary, path) != 0 {
      throw CocoaError(.fileWriteUnknown)
    }
  }
}
