internal import Glibc

/// What the operating system answered, by its number.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  package let number: Int32

  package init(_ number: Int32) {
    self.number = number
  }

  /// The error of the call that failed last on this thread.
  package static var last: SystemError { SystemError(errno) }

  package var description: String {
    // SAFETY: the text that strerror returns is valid until its next call on this thread, and is
    // copied at once.
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }

  package static let noEntry = SystemError(ENOENT)
  package static let exists = SystemError(EEXIST)
  static let interrupted = SystemError(EINTR)
  static let wouldBlock = SystemError(EWOULDBLOCK)
  static let inputOutput = SystemError(EIO)
  static let isAFolder = SystemError(EISDIR)

  /// Whether there is no room left, on the disk or for this user.
  var isDiskFull: Bool { number == ENOSPC || number == EDQUOT }

  /// Whether the path leads nowhere or may not be read, rather than the disk failing.
  var isAboutThePath: Bool {
    [ENOENT, ENOTDIR, EACCES, EPERM, ELOOP, ENAMETOOLONG].contains(number)
  }
}
