import Events
import Glibc

@testable import Snapshot

/// A log in memory that is written to as `append` does.
struct TestLog {
  let log = MemoryLog()

  /// Records drafts, each a line of JSON, as one batch.
  func append(_ drafts: [String]) throws {
    let read = try drafts.map { try DraftReader().draft($0) }
    let writer = try log.writer(timeoutMilliseconds: 0)
    defer { writer.close() }
    // Each batch is recorded later than the one before it.
    let now = Instant(seconds: 1_700_000_000 + log.bytes.count)
    let sealing = Sealing(now: now) { (1, 2) }
    _ = try writer.append(read, sealing: sealing)
  }

  func append(_ drafts: String...) throws { try append(drafts) }
}

/// A folder of its own for a test, removed with all that is in it.
final class TestFolder {
  let path: String

  init() {
    var template = Array("/tmp/annals-snapshot-XXXXXX".utf8CString)
    // SAFETY: mkdtemp writes within the template, which ends in NUL.
    path = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
        ?? "/nowhere"
    }
  }

  deinit {
    for name in names {
      // SAFETY: unlink reads the path during the call only.
      _ = unsafe unlink("\(path)/\(name)")
    }
    // SAFETY: rmdir reads the path during the call only.
    _ = unsafe rmdir(path)
  }

  var snapshot: String { path + "/events.sqlite" }

  /// What lies in the folder, in order.
  var names: [String] {
    // SAFETY: the stream is closed before the function returns; entries are copied at once.
    guard let stream = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

extension Snapshot {
  func dump() throws -> [String] { try store.dump() }
}

extension TestLog {
  /// The tables as a rebuild makes them.
  func rebuiltDump() throws -> [String] {
    let store = try Store.memory(of: log)
    _ = try Rebuild.fill(store, from: log, watch: Watch())
    return try store.dump()
  }
}

extension Store {
  /// Every table in a fixed order, a line for each row.
  func dump() throws -> [String] {
    try write { connection throws(SnapshotError) in
      try connection.indexWords(Watch())
      func rows(_ name: String, _ sql: StaticString) throws(SnapshotError) -> [String] {
        try connection.rows(sql) { "\(name): \($0.all.joined(separator: " | "))" }
      }
      try connection.script(
        "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, event_words, instance)"
      )
      var all: [String] = []
      all += try rows("meta", "SELECT * FROM meta")
      all += try rows("events", "SELECT * FROM events ORDER BY 1")
      all += try rows("event_persons", "SELECT * FROM event_persons ORDER BY 1, 2")
      all += try rows("actors", "SELECT * FROM actors ORDER BY 1, 2")
      all += try rows("citations", "SELECT * FROM citations ORDER BY 1, 2")
      all += try rows("tags", "SELECT * FROM tags ORDER BY 1, 2")
      all += try rows("refs", "SELECT * FROM refs ORDER BY 1, 2")
      all += try rows("plans", "SELECT * FROM plans ORDER BY 1")
      all += try rows("demands", "SELECT * FROM demands ORDER BY 1, 2")
      all += try rows("amendments", "SELECT * FROM amendments ORDER BY 1, 2")
      all += try rows("merges", "SELECT * FROM merges ORDER BY 1")
      all += try rows("entities", "SELECT * FROM entities ORDER BY 1")
      all += try rows("names", "SELECT * FROM names ORDER BY 1, 2")
      all += try rows("name_words", "SELECT * FROM name_words ORDER BY 1, 2")
      all += try rows("spells", "SELECT * FROM spells ORDER BY 1, 2")
      all += try rows("unswept", "SELECT * FROM unswept ORDER BY 1")
      all += try rows("last_known", "SELECT * FROM last_known ORDER BY 1")
      all += try rows("statuses", "SELECT * FROM statuses ORDER BY 1, 2")
      all += try rows("recognitions", "SELECT * FROM recognitions ORDER BY 1, 2")
      all += try rows("words", "SELECT term, doc, col FROM temp.words ORDER BY 1, 2, 3")
      try connection.script("DROP TABLE temp.words")
      return all
    }
  }
}

extension TestLog {
  /// The log with its line at `number` withheld.
  func withholding(_ number: Int) throws -> MemoryLog {
    var bytes: [UInt8] = []
    var cursor = try log.lines(after: .start)
    while let line = try cursor.next() {
      let position = line.line.position
      bytes +=
        position.number == number
        ? LineFormat.withheld(position, hasMore: line.line.hasMore, hash: line.hash) : line.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return MemoryLog(bytes)
  }
}

extension TestFolder {
  func write(_ text: String, to name: String) {
    // SAFETY: fopen and fputs read the texts during the calls only.
    guard let file = unsafe fopen("\(path)/\(name)", "w") else { return }
    _ = unsafe fputs(text, file)
    _ = unsafe fclose(file)
  }

  func read(_ name: String) -> [UInt8] {
    do {
      let file = try OpenFile.reading("\(path)/\(name)")
      return try file.read(0..<10_000_000)
    } catch {
      return []
    }
  }

  /// Whether the bytes of `text` stand anywhere in the file.
  func holds(_ text: String, in name: String) -> Bool {
    let bytes = read(name)
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { start in
      bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }

  func cut(_ name: String, to count: Int) {
    // SAFETY: truncate reads the path during the call only.
    _ = unsafe truncate("\(path)/\(name)", count)
  }

  func remove(_ name: String) {
    // SAFETY: unlink reads the path during the call only.
    _ = unsafe unlink("\(path)/\(name)")
  }

  func set(_ permissions: UInt32, of name: String) {
    // SAFETY: chmod reads the path during the call only.
    _ = unsafe chmod("\(path)/\(name)", permissions)
  }

  func mode(of name: String) -> UInt32 {
    var status = stat()
    // SAFETY: stat fills the structure that is lent to it.
    _ = unsafe stat("\(path)/\(name)", &status)
    return status.st_mode & 0o777
  }
}
