internal import Glibc

/// A file held open, closed when nobody holds it any more.
package final class OpenFile: Sendable {
  let path: String
  private let descriptor: CInt
  private let calls: DiskCalls

  private init(path: String, descriptor: CInt, calls: DiskCalls) {
    self.path = path
    self.descriptor = descriptor
    self.calls = calls
  }

  deinit { _ = close(descriptor) }

  /// Opens what is there; a pipe does not make it wait.
  package static func reading(_ path: String) throws(SystemError) -> OpenFile {
    try opened(path, O_RDONLY | O_NONBLOCK, calls: .real)
  }

  static func readingAndWriting(
    _ path: String,
    calls: DiskCalls
  ) throws(SystemError) -> OpenFile {
    try opened(path, O_RDWR | O_NONBLOCK, calls: calls)
  }

  /// Makes a new file that only its owner may read; the path must lead nowhere.
  package static func creating(_ path: String) throws(SystemError) -> OpenFile {
    try creating(path, calls: .real)
  }

  static func creating(_ path: String, calls: DiskCalls) throws(SystemError) -> OpenFile {
    try opened(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, calls: calls)
  }

  /// Opens the file, or makes it if there is none; a symbolic link is refused.
  static func unlinked(_ path: String, calls: DiskCalls) throws(SystemError) -> OpenFile {
    try opened(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, calls: calls)
  }

  private static func opened(
    _ path: String,
    _ flags: CInt,
    calls: DiskCalls
  ) throws(SystemError) -> OpenFile {
    OpenFile(path: path, descriptor: try descriptor(of: path, flags), calls: calls)
  }

  private static func descriptor(of path: String, _ flags: CInt) throws(SystemError) -> CInt {
    // SAFETY: open reads the path, which is lent with its closing NUL, during the call only.
    try retrying { unsafe open(path, flags | O_CLOEXEC, 0o600) }
  }

  /// Repeats a call that a signal interrupted.
  private static func retrying<Value: SignedInteger>(
    _ call: () -> Value
  ) throws(SystemError) -> Value {
    while true {
      let value = call()
      if value >= 0 { return value }
      let error = SystemError.last
      if error != .interrupted { throw error }
    }
  }

  package func status() throws(SystemError) -> FileStatus {
    var status = stat()
    // SAFETY: fstat fills the structure that is lent to it.
    _ = try OpenFile.retrying { unsafe fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// The file to which `path` leads now; nil if it leads nowhere.
  package static func status(of path: String) throws(SystemError) -> FileStatus? {
    var status = stat()
    do {
      // SAFETY: stat fills the structure that is lent to it.
      _ = try OpenFile.retrying { unsafe stat(path, &status) }
    } catch .noEntry {
      return nil
    }
    return FileStatus(status)
  }

  /// Takes the lock if it is free; false if somebody else holds it.
  package func lock() throws(SystemError) -> Bool {
    do {
      _ = try OpenFile.retrying { flock(descriptor, LOCK_EX | LOCK_NB) }
      return true
    } catch .wouldBlock {
      return false
    }
  }

  /// The bytes of `range`, fewer only where the file ends before it.
  package func read(_ range: Range<Int>) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    // SAFETY: `count` grows only by what was read, so every byte it counts was written.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let start = range.lowerBound + count
        do throws(SystemError) {
          // SAFETY: what is left of the buffer has as many bytes as are asked for.
          let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
          let read = try OpenFile.retrying {
            unsafe pread(descriptor, rest.baseAddress, rest.count, start)
          }
          if read == 0 { return }
          count += read
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// All that can be read from the beginning, as text: for files whose size the system hides.
  func text() throws(SystemError) -> String {
    var bytes: [UInt8] = []
    while true {
      let piece = try read(bytes.count..<(bytes.count + 65_536))
      if piece.isEmpty { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece
    }
  }

  /// Writes all of `bytes` at `offset`, or throws after writing a part of them.
  package func write(_ bytes: Span<UInt8>, at offset: Int) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let rest = bytes.extracting(written..<bytes.count)
      let count = try OpenFile.retrying { calls.write(descriptor, rest, offset + written) }
      if count == 0 { throw .inputOutput }
      written += count
    }
  }

  package func sync() throws(SystemError) {
    _ = try OpenFile.retrying { calls.sync(descriptor) }
  }

  func truncate(to count: Int) throws(SystemError) {
    _ = try OpenFile.retrying { calls.truncate(descriptor, count) }
  }

  /// Lets the owner read and write the file, and others as `sharing` says.
  ///
  /// Where the file cannot be given to the group that shares, no group has a part in it.
  package func share(as sharing: Sharing) throws(SystemError) {
    var sharing = sharing
    if let group = sharing.group, try status().sharing.group != group {
      do {
        _ = try OpenFile.retrying { fchown(descriptor, uid_t.max, group) }
      } catch {
        sharing = sharing.withoutGroup
      }
    }
    _ = try OpenFile.retrying { fchmod(descriptor, 0o600 | sharing.permissions) }
  }

  /// Takes a file's name away.
  static func remove(_ path: String) throws(SystemError) {
    // SAFETY: unlink reads the path, which is lent with its closing NUL, during the call only.
    _ = try retrying { unsafe unlink(path) }
  }

  /// Makes the names in a folder durable.
  package static func syncFolder(_ path: String) throws(SystemError) {
    let descriptor = try descriptor(of: path, O_RDONLY | O_DIRECTORY)
    defer { _ = close(descriptor) }
    _ = try retrying { fsync(descriptor) }
  }

  /// Where a path leads once every symbolic link in it is followed; nil if it leads nowhere.
  package static func resolved(_ path: String) -> String? {
    // SAFETY: without a buffer realpath returns one of its own, which is copied and freed here.
    guard let buffer = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(buffer) }
    return unsafe String(cString: buffer)
  }

  static func pause(milliseconds: Int) {
    _ = usleep(UInt32(milliseconds * 1000))
  }
}
