import Events
import Projections
import Testing

@testable import Snapshot

@Suite struct RebuildTests {
  private let folder = TestFolder()
  private let log = TestLog()

  private func fill(_ count: Int = 40) throws {
    var record = RandomRecord(seed: 7)
    try log.append((0..<count).map { _ in record.next() })
  }

  @Test func `two rebuilds at once both end well`() async throws {
    try fill()
    let (path, log) = (folder.snapshot, log.log)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<6 {
        group.addTask { try Snapshot.rebuild(path, log: log).record().facts.count }
        group.addTask { try Snapshot.open(path, log: log).record().facts.count }
      }
      for try await count in group { #expect(count == 40) }
    }
    #expect(folder.names == ["events.sqlite"])
  }

  @Test func `what a killed rebuild left is cleaned up, what another is making is not`() throws {
    try fill()
    folder.write("half made", to: "events.sqlite.rebuild-4242-0")
    let file = SnapshotFile(folder.snapshot)
    let other = try file.makeTemporary(.ownerAlone)
    #expect(folder.names.count == 1)
    folder.write("half made", to: "events.sqlite.rebuild-4242-0")
    _ = try Snapshot.rebuild(folder.snapshot, log: log.log)
    #expect(folder.names.map { folder.path + "/" + $0 } == [folder.snapshot, other.path])
  }

  @Test func `a rebuild that is stopped leaves the old snapshot and nothing else`() throws {
    try fill()
    _ = try Snapshot.open(folder.snapshot, log: log.log)
    let before = folder.read("events.sqlite")
    let watch = Watch(isCancelled: { true })
    let error = #expect(throws: SnapshotError.self) {
      try Snapshot.rebuild(folder.snapshot, log: log.log, watch: watch)
    }
    #expect(
      error?.description == "stopped before the snapshot was up to date; nothing of it was kept."
    )
    #expect(folder.names == ["events.sqlite"])
    #expect(folder.read("events.sqlite") == before)
  }

  @Test func `a catch-up that is stopped leaves the snapshot as it was`() throws {
    try fill()
    let point = try Snapshot.open(folder.snapshot, log: log.log).point()
    try log.append(
      #"{"id":"late","kind":"protest","date":"2020","title":"A","details":{"stage":"held"}}"#
    )
    #expect(throws: SnapshotError.self) {
      try Snapshot.open(folder.snapshot, log: log.log, watch: Watch(isCancelled: { true }))
    }
    let store = try Store.file(folder.snapshot, of: log.log, busyMilliseconds: 0)
    #expect(try store.read { connection throws(SnapshotError) in try connection.point() } == point)
  }

  @Test func `progress ends with all bytes and all lines`() throws {
    try fill(1500)
    var seen: [SnapshotProgress] = []
    _ = try Snapshot.rebuild(
      folder.snapshot,
      log: log.log,
      watch: Watch(progress: { seen.append($0) })
    )
    #expect(seen.map(\.lines) == [1024, 1500])
    #expect(seen.last?.bytesDone == log.log.bytes.count)
    #expect(seen.last?.bytesTotal == log.log.bytes.count)
  }

  @Test func `a snapshot that was replaced answers on, and is opened anew`() throws {
    try fill()
    let old = try Snapshot.open(folder.snapshot, log: log.log)
    _ = try Snapshot.rebuild(folder.snapshot, log: log.log)
    #expect(try old.record().facts.count == 40)
    try log.append(
      #"{"id":"late","kind":"protest","date":"2020","title":"A","details":{"stage":"held"}}"#
    )
    #expect(try Snapshot.open(folder.snapshot, log: log.log).record().facts.count == 41)
  }

  @Test func `a journal without its database is not taken for the new one's`() throws {
    try fill()
    folder.write("left over", to: "events.sqlite-journal")
    folder.write("left over", to: "events.sqlite-wal")
    _ = try Snapshot.open(folder.snapshot, log: log.log)
    #expect(folder.names == ["events.sqlite"])
  }

  @Test func `a snapshot that somebody switched to a write-ahead log is replaced whole`() throws {
    try fill()
    _ = try Snapshot.open(folder.snapshot, log: log.log)
    let store = try Store.file(folder.snapshot, of: log.log, busyMilliseconds: 0)
    try store.outside("PRAGMA journal_mode = WAL; PRAGMA user_version = 99")
    try store.close()
    let made = try Snapshot.open(folder.snapshot, log: log.log)
    #expect(made.warnings == [.otherVersion(snapshot: folder.snapshot)])
    #expect(folder.names == ["events.sqlite"])
    let journal = try made.store.read { connection throws(SnapshotError) in
      try connection.rows("PRAGMA journal_mode") { $0.all }
    }
    #expect(journal == [["\"delete\""]])
  }

  @Test func `every table and every column says what it is`() throws {
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    let statements = try snapshot.store.read { connection throws(SnapshotError) in
      try connection.rows(
        """
        SELECT sql FROM sqlite_master WHERE type IN ('table', 'view')
          AND name NOT LIKE 'sqlite_%' AND name NOT GLOB 'event_words_*'
        """
      ) { columns throws(SnapshotError) in try columns.text(0) }
    }
    #expect(statements.count == 25)
    for statement in statements {
      #expect(statement.contains("--"), "\(statement)")
      guard statement.hasPrefix("CREATE TABLE") else { continue }
      #expect(statement.hasSuffix("STRICT") || statement.hasSuffix("STRICT, WITHOUT ROWID"))
      let columns = statement.split(separator: "\n")
        .filter { $0.contains(" TEXT") || $0.contains(" INTEGER") }
      for column in columns where !column.contains("PRIMARY KEY CHECK") {
        #expect(column.contains("-- "), "\(column)")
      }
    }
  }
}
