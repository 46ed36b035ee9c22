internal import Glibc

/// What the system knows of a file.
package struct FileStatus: Hashable {
  let device: UInt64
  let inode: UInt64
  let byteCount: Int
  package let isFolder: Bool
  package let isRegular: Bool
  package let sharing: Sharing
  private let changedSeconds: Int
  private let changedNanoseconds: Int

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    byteCount = Int(status.st_size)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
    sharing = Sharing(permissions: status.st_mode, group: status.st_gid)
    changedSeconds = status.st_mtim.tv_sec
    changedNanoseconds = status.st_mtim.tv_nsec
  }

  /// Whether both are the same file, whatever changed in it.
  package func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }

  /// The device as /proc/locks writes it.
  var deviceNumbers: (major: Int, minor: Int) {
    let device = Int(truncatingIfNeeded: device)
    return (
      (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF, device & 0xFF | (device >> 12) & ~0xFF
    )
  }
}
