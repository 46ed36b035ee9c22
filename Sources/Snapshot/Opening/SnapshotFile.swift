internal import Events
internal import Glibc

/// The place of a snapshot, and what may stand beside it.
struct SnapshotFile {
  /// Where it lies once every symbolic link is followed.
  let path: String

  init(_ path: String) {
    let resolved = OpenFile.resolved(path) ?? path
    self.path = resolved.contains("/") ? resolved : "./" + resolved
  }

  var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether files can be made in that folder.
  var isFolderWritable: Bool {
    // SAFETY: access reads the path, which is lent with its closing NUL, during the call only.
    unsafe access(folder, W_OK) == 0
  }

  /// What the files begin with in which it is made anew.
  private var temporaryPrefix: String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return name + ".rebuild-"
  }

  /// The file that lies there now; nil if there is none.
  ///
  /// A link that leads nowhere is refused: nothing can be put in its place without taking it away.
  func status() throws(SnapshotError) -> FileStatus? {
    do {
      if let status = try OpenFile.status(of: path) { return status }
    } catch {
      throw .unwritable(snapshot: path, reason: error.description)
    }
    if isLink {
      let reason = "a symbolic link stands there that leads nowhere"
      throw .unwritable(snapshot: path, reason: reason)
    }
    return nil
  }

  /// Whether a symbolic link stands there.
  private var isLink: Bool {
    var byte: CChar = 0
    // SAFETY: readlink reads the path, which is lent with its closing NUL, and fills one byte at
    // most, during the call only.
    return unsafe readlink(path, &byte, 1) >= 0
  }

  /// Removes the journals of a database that is about to be replaced: they would be taken for its
  /// successor's.
  func removeJournals() throws(SnapshotError) {
    for suffix in ["-journal", "-wal", "-shm"] { try remove(path + suffix) }
  }

  /// Puts the file at `other` in this place, over whatever lies here.
  func replace(by other: String) throws(SnapshotError) {
    // SAFETY: rename reads both paths, which are lent with their closing NUL, during the call only.
    try check { unsafe rename(other, path) }
  }

  /// Puts the file at `other` in this place if nothing lies here; false if something does.
  func fill(with other: String) throws(SnapshotError) -> Bool {
    // SAFETY: link reads both paths, which are lent with their closing NUL, during the call only.
    if unsafe link(other, path) == 0 {
      try remove(other)
      return true
    }
    if SystemError.last == .exists { return false }
    // Some file systems know no links.
    try replace(by: other)
    return true
  }

  func syncFolder() throws(SnapshotError) {
    do {
      try OpenFile.syncFolder(folder)
    } catch {
      throw .unwritable(snapshot: folder, reason: error.description)
    }
  }

  /// Takes from others what they may do with the file there and not with the log; false if that
  /// cannot be done.
  func narrow(to sharing: Sharing) throws(SnapshotError) -> Bool {
    guard let status = try status(), sharing.isExceeded(by: status.sharing) else { return true }
    do {
      try OpenFile.reading(path).share(as: sharing)
      return true
    } catch {
      return false
    }
  }

  /// Up to where the snapshot there was built; nil if none of this version can be asked.
  func point(of log: any EventLog) -> LogPoint? {
    do throws(SnapshotError) {
      guard try status() != nil else { return nil }
      let store = try Store.file(path, of: log, busyMilliseconds: 0, readOnly: true)
      return try store.read { connection throws(SnapshotError) -> LogPoint? in
        guard case .current = try connection.format() else { return nil }
        return try connection.point()
      }
    } catch {
      // Whoever opens it to ask it will hear why.
      return nil
    }
  }

  /// A new file beside, shared as `sharing` says, and locked as long as it is held.
  func makeTemporary(_ sharing: Sharing) throws(SnapshotError) -> TemporaryFile {
    try removeAbandoned()
    for number in 0..<1000 {
      let path = "\(folder)/\(temporaryPrefix)\(getpid())-\(number)"
      do throws(SystemError) {
        let file = try OpenFile.creating(path)
        guard try file.lock() else { continue }
        try file.share(as: sharing)
        // Somebody who cleans up may have come in between.
        let (named, own) = (try OpenFile.status(of: path), try file.status())
        if named?.isSameFile(as: own) == true { return TemporaryFile(path: path, file: file) }
      } catch .exists {
        continue
      } catch {
        throw .unwritable(snapshot: self.path, reason: error.description)
      }
    }
    throw .unwritable(snapshot: path, reason: "a thousand rebuilds of it are under way")
  }

  /// Removes what rebuilds left that were killed.
  private func removeAbandoned() throws(SnapshotError) {
    for name in names() where name.hasPrefix(temporaryPrefix) {
      let path = "\(folder)/\(name)"
      if isAbandoned(path) { try remove(path) }
    }
  }

  /// Whether nobody holds the file at `path` any more: whoever makes it holds its lock until the
  /// end.
  private func isAbandoned(_ path: String) -> Bool {
    do {
      return try OpenFile.reading(path).lock()
    } catch {
      // It is somebody else's, or gone by now: nothing to clean up.
      return false
    }
  }

  /// The names in the folder; none where it cannot be read.
  private func names() -> [String] {
    // SAFETY: the folder's stream is closed before the function returns, and each entry is copied
    // before the next one is read.
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // SAFETY: the name ends in NUL within the entry.
      names.append(
        unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
          unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
            unsafe String(cString: $0)
          }
        }
      )
    }
    return names
  }

  private func remove(_ path: String) throws(SnapshotError) {
    // SAFETY: unlink reads the path, which is lent with its closing NUL, during the call only.
    if unsafe unlink(path) != 0, SystemError.last != .noEntry {
      throw .unwritable(snapshot: path, reason: SystemError.last.description)
    }
  }

  private func check(_ call: () -> CInt) throws(SnapshotError) {
    if call() != 0 { throw .unwritable(snapshot: path, reason: SystemError.last.description) }
  }
}

/// A file in which a snapshot is made; removed when it is dropped, unless it was put in place.
final class TemporaryFile {
  let path: String
  private let file: OpenFile

  init(path: String, file: OpenFile) {
    self.path = path
    self.file = file
  }

  deinit {
    guard let now = try? OpenFile.status(of: path), let mine = try? file.status(),
      now.isSameFile(as: mine)
    else { return }
    // SAFETY: unlink reads the path, which is lent with its closing NUL, during the call only.
    _ = unsafe unlink(path)
  }

  func sync() throws(SnapshotError) {
    do {
      try file.sync()
    } catch {
      throw .unwritable(snapshot: path, reason: error.description)
    }
  }
}
