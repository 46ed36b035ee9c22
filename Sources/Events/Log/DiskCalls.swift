internal import Glibc

/// The system calls by which a log is changed, so that a test can let each of them fail.
struct DiskCalls: Sendable {
  /// Writes to a descriptor at an offset: `pwrite`.
  var write: @Sendable (CInt, Span<UInt8>, Int) -> Int
  /// `fdatasync`.
  var sync: @Sendable (CInt) -> CInt
  /// `ftruncate`.
  var truncate: @Sendable (CInt, Int) -> CInt

  static let real = DiskCalls(
    write: { descriptor, bytes, offset in
      // SAFETY: pwrite reads the lent bytes during the call only.
      unsafe bytes.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, offset) }
    },
    sync: { fdatasync($0) },
    truncate: { ftruncate($0, $1) }
  )
}
