import Events
import Foundation

/// Writes results to standard output, and notices when it cannot.
///
/// Buffered, so that a million rows are few writes. A pipe that closes early ends the program
/// quietly, as it does for other tools: the system's signal does that.
struct Printer {
  private var buffer: [UInt8] = []
  private static let bufferBytesMax = 1 << 16

  mutating func line(_ text: String = "") {
    buffer.append(contentsOf: text.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Printer.bufferBytesMax { flush() }
  }

  /// Bytes as they are, without a newline.
  mutating func raw(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Printer.bufferBytesMax { flush() }
  }

  private(set) var failure: Int32?

  /// Whether nobody reads standard output any more, though nothing was written to notice it by.
  static var hasNoReader: Bool {
    var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
    // SAFETY: one descriptor is lent for the call, as its count says.
    let count = unsafe poll(&output, 1, 0)
    return count > 0 && output.revents & Int16(POLLERR) != 0
  }

  mutating func flush() {
    var start = 0
    while start < buffer.count, failure == nil {
      // SAFETY: `start` is below the count, and the bytes stay lent until the call returns.
      let written = unsafe buffer.withUnsafeBytes { bytes in
        unsafe write(STDOUT_FILENO, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        failure = errno
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left; a full disk behind the output is an error that nobody may miss.
  mutating func finish() throws(Failure) {
    flush()
    if let failure {
      throw Failure(
        .diskFailed,
        "standard output: \(SystemError(failure)); the answer is incomplete."
      )
    }
  }
}

/// Messages beside the results: progress and warnings.
enum Notice {
  static func print(_ text: String) { write(text + "\n") }

  /// Writes `text` as it is.
  static func write(_ text: String) {
    do {
      try FileHandle.standardError.write(contentsOf: Data(text.utf8))
    } catch {
      // There is nowhere left to say that standard error cannot be written.
    }
  }

  static func warn(_ text: String) { print("annals: warning: " + Shown.text(text)) }
}
