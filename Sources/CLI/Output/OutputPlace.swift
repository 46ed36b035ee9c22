import Events
import Foundation

/// A path to which an export goes, and what must not be lost there.
struct OutputPlace {
  let path: String

  /// Refuses to take the place of what lies at `spared` or beside it as part of the record, of
  /// another record, and of what is no file.
  func check(sparing spared: [String]) throws {
    if spared.contains(where: isPartOfRecord) {
      throw refusal("this is part of the record, and would be lost")
    }
    let name = URL(fileURLWithPath: path).lastPathComponent
    if OutputPlace.namesOfRecords.contains(name) {
      throw refusal("a file called \(name) would be taken for part of a record")
    }
    // A folder is told of by whoever tries to put a file in its place.
    guard let found, !found.isFolder else { return }
    guard found.isRegular else {
      throw Failure(
        .wrongUsage,
        "\(path): this is no file, but a device or a pipe, whose place a file would take. "
          + "Leave -o out, and send standard output there. Nothing was written."
      )
    }
    if let record = kindOfRecord() { throw refusal("this is \(record), and would be lost") }
  }

  private static let namesOfRecords = ["events.log", "events.private"]

  private func refusal(_ reason: String) -> Failure {
    Failure(.wrongUsage, "\(path): \(reason). Name another file with -o. Nothing was written.")
  }

  /// What lies there; what cannot be looked at is told of by whoever tries to replace it.
  private var found: FileStatus? {
    do {
      return try OpenFile.status(of: path)
    } catch {
      return nil
    }
  }

  /// What of a record the file is, whatever its name; nil if it is something else.
  private func kindOfRecord() -> String? {
    let beginning: [UInt8]
    do {
      beginning = try OpenFile.reading(path).read(0..<LineFormat.lineBytesMax)
    } catch {
      return "a file that cannot be read, and may be part of a record"
    }
    if beginning.starts(with: "SQLite format 3\0".utf8) { return "a database" }
    if beginning.starts(with: #"{"digest":""#.utf8) { return "the confidential part of a record" }
    let end = beginning.span.firstIndex(of: UInt8(ascii: "\n"), from: 0) ?? beginning.count
    return LineFormat.isSealed(beginning.span.extracting(first: end)) ? "a log" : nil
  }

  /// Whether this is `log` or one of the files that belong to it, by whatever name.
  private func isPartOfRecord(_ log: String) -> Bool {
    let stem = log.hasSuffix(".log") ? String(log.dropLast(4)) : log
    let folder = URL(fileURLWithPath: log).deletingLastPathComponent().path
    return [log, folder + "/events.private", stem + ".sqlite"].contains { other in
      let own = URL(fileURLWithPath: path).standardizedFileURL
      if own == URL(fileURLWithPath: other).standardizedFileURL { return true }
      return isSame(other)
    }
  }

  /// Whether both names lead to one file, without following a link at `path`, which is replaced.
  private func isSame(_ other: String) -> Bool {
    var own = stat()
    var theirs = stat()
    // SAFETY: the calls read the paths and fill the structures while they last.
    guard unsafe lstat(path, &own) == 0, unsafe stat(other, &theirs) == 0 else { return false }
    return own.st_dev == theirs.st_dev && own.st_ino == theirs.st_ino
  }
}
