/// The process that holds a log's lock.
package struct LockHolder: Hashable, Sendable, CustomStringConvertible {
  package let process: Int
  /// The name of its program; nil if the process has ended or may not be asked.
  package let command: String?

  package var description: String {
    "process \(process)" + (command.map { ", \($0)" } ?? "")
  }

  /// The holder of the flock on the file with that device and inode, as /proc/locks tells.
  static func find(in locks: String, major: Int, minor: Int, inode: UInt64) -> Int? {
    // 3: FLOCK  ADVISORY  WRITE 4711 08:01:131073 0 EOF
    for line in locks.utf8.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      guard words.count >= 6, words[1] == "FLOCK", let process = Int(words[4]), process > 0 else {
        continue
      }
      let file = words[5].split(separator: ":")
      guard file.count == 3, Int(file[0], radix: 16) == major, Int(file[1], radix: 16) == minor,
        UInt64(file[2]) == inode
      else { continue }
      return process
    }
    return nil
  }

  /// The holder of the flock on a file, where /proc tells.
  static func of(_ file: FileStatus) -> LockHolder? {
    // Without /proc the message names nobody, which is no fault of its own.
    guard let locks = try? OpenFile.reading("/proc/locks").text() else { return nil }
    let (major, minor) = file.deviceNumbers
    guard let process = find(in: locks, major: major, minor: minor, inode: file.inode) else {
      return nil
    }
    let command = try? OpenFile.reading("/proc/\(process)/comm").text()
    return LockHolder(
      process: process,
      command: command.map { String(decoding: $0.utf8.prefix { $0 != 10 }, as: UTF8.self) }
    )
  }
}
