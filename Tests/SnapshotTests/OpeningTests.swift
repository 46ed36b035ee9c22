import Events
import Glibc
import Projections
import Testing

@testable import Snapshot

/// Opening a snapshot ends well, whatever lies there.
@Suite struct OpeningTests {
  private let folder = TestFolder()
  private let log = TestLog()

  private func open(
    _ log: MemoryLog? = nil,
    watch: Watch = Watch(),
    busyMilliseconds: Int = 20
  ) throws -> Snapshot {
    try Snapshot.open(
      folder.snapshot,
      log: log ?? self.log.log,
      watch: watch,
      busyMilliseconds: busyMilliseconds
    )
  }

  private func register(_ number: Int) throws {
    try log.append(
      #"{"id":"r\#(number)","kind":"person","details":{"id":"p\#(number)","names":"#
        + #"[{"text":"Person \#(number) Zebedee"}]}}"#
    )
  }

  /// Opens the snapshot, closes it, and gives it to `change`.
  private func spoil(_ change: (Store) throws -> Void) throws {
    _ = try open()
    let store = try Store.file(folder.snapshot, of: log.log, busyMilliseconds: 0)
    try change(store)
    try store.close()
  }

  private func expectSound(_ snapshot: Snapshot) throws {
    let other = TestFolder()
    #expect(try snapshot.dump() == Snapshot.rebuild(other.snapshot, log: log.log).dump())
    #expect(folder.names == ["events.sqlite"])
  }

  @Test func `a new snapshot is one file that only its owner may read`() throws {
    try register(1)
    let snapshot = try open()
    #expect(snapshot.warnings == [])
    #expect(folder.names == ["events.sqlite"])
    #expect(folder.mode(of: "events.sqlite") == 0o600)
    #expect(try snapshot.point().position == Position(1))
  }

  @Test(arguments: [0o640, 0o660, 0o644])
  func `a snapshot is shared as its log is, and narrowed with it`(permissions: UInt32) throws {
    let log = try FileLog.create(folder.path + "/events.log")
    folder.set(permissions, of: "events.log")
    _ = try Snapshot.open(folder.snapshot, log: log)
    #expect(folder.mode(of: "events.sqlite") == permissions)
    _ = try Snapshot.rebuild(folder.snapshot, log: log)
    #expect(folder.mode(of: "events.sqlite") == permissions)

    folder.set(0o600, of: "events.log")
    let narrowed = try Snapshot.open(folder.snapshot, log: log)
    #expect(folder.mode(of: "events.sqlite") == 0o600)
    #expect(narrowed.warnings == [])
  }

  @Test func `a snapshot that its owner keeps to himself stays so`() throws {
    let log = try FileLog.create(folder.path + "/events.log")
    _ = try Snapshot.open(folder.snapshot, log: log)
    folder.set(0o644, of: "events.log")
    _ = try Snapshot.open(folder.snapshot, log: log)
    #expect(folder.mode(of: "events.sqlite") == 0o600)
  }

  @Test func `an empty log has an empty snapshot`() throws {
    let snapshot = try open()
    #expect(try snapshot.point() == .start)
    #expect(try snapshot.record().facts.isEmpty)
    try register(1)
    #expect(try open().point().position == Position(1))
  }

  @Test func `garbage is made anew, with a word`() throws {
    try register(1)
    folder.write("this is no database at all, and long enough to be none", to: "events.sqlite")
    let snapshot = try open()
    #expect(
      snapshot.warnings == [
        .unreadable(snapshot: folder.snapshot, reason: "file is not a database")
      ]
    )
    try expectSound(snapshot)
  }

  @Test func `an empty file is made anew`() throws {
    try register(1)
    folder.write("", to: "events.sqlite")
    let snapshot = try open()
    #expect(snapshot.warnings == [.otherVersion(snapshot: folder.snapshot)])
    try expectSound(snapshot)
  }

  @Test func `a snapshot cut short is made anew`() throws {
    for number in 1...200 { try register(number) }
    _ = try open()
    folder.cut("events.sqlite", to: 20_000)
    let snapshot = try open()
    #expect(
      snapshot.warnings == [
        .unreadable(snapshot: folder.snapshot, reason: "database disk image is malformed")
      ]
    )
    try expectSound(snapshot)
  }

  @Test func `a snapshot of another version is made anew`() throws {
    try register(1)
    try spoil { try $0.outside("PRAGMA user_version = 99") }
    #expect(try open().warnings == [.otherVersion(snapshot: folder.snapshot)])
    try spoil { try $0.outside("UPDATE meta SET fold_version = 99") }
    let snapshot = try open()
    #expect(snapshot.warnings == [.otherVersion(snapshot: folder.snapshot)])
    try expectSound(snapshot)
  }

  @Test func `somebody else's database is left alone`() throws {
    let store = try Store.file(folder.snapshot, of: log.log, busyMilliseconds: 0)
    try store.outside("CREATE TABLE accounts (id)")
    try store.close()
    let error = #expect(throws: SnapshotError.self) { try open() }
    #expect(
      error?.description
        == "\(folder.snapshot): this is no snapshot of annals, and was left as it is. Name another "
        + "place with --snapshot."
    )
    #expect(error?.category == .noInput)
  }

  @Test func `a log in the place of the snapshot is left alone`() throws {
    folder.write(#"{"n":1,"id":"e1"}"#, to: "events.sqlite")
    #expect(throws: SnapshotError.self) { try open() }
    #expect(folder.read("events.sqlite") == Array(#"{"n":1,"id":"e1"}"#.utf8))
  }

  @Test func `a rebuild leaves alone what is no snapshot, too`() throws {
    folder.write(#"{"n":1,"id":"e1"}"#, to: "events.log")
    folder.write("Dear all,", to: "letter.txt")
    let store = try Store.file("\(folder.path)/accounts.db", of: log.log, busyMilliseconds: 0)
    try store.outside("CREATE TABLE accounts (id)")
    try store.close()
    for name in ["events.log", "letter.txt", "accounts.db"] {
      let path = "\(folder.path)/\(name)"
      let before = folder.read(name)
      for isRebuild in [false, true] {
        let error = #expect(throws: SnapshotError.self) {
          if isRebuild {
            _ = try Snapshot.rebuild(path, log: log.log)
          } else {
            _ = try Snapshot.open(path, log: log.log)
          }
        }
        #expect(
          error?.description
            == "\(path): this is no snapshot of annals, and was left as it is. Name another place "
            + "with --snapshot."
        )
      }
      #expect(folder.read(name) == before)
    }
    #expect(throws: SnapshotError.self) { try Snapshot.rebuild(folder.path, log: log.log) }
    #expect(folder.names == ["accounts.db", "events.log", "letter.txt"])
  }

  @Test func `a log that was rewritten is refused`() throws {
    try register(1)
    let point = try open().point()
    let other = TestLog()
    try other.append(#"{"kind":"person","details":{"id":"x","names":[{"text":"Somebody else"}]}}"#)
    let error = #expect(throws: SnapshotError.self) { try open(other.log) }
    #expect(
      error?.description
        == "\(folder.snapshot): this was built from a log whose line 1 ended at byte "
        + "\(point.offset) with the hash \(point.hash); the log does not bear that line any more, "
        + "so it was rewritten. Run `annals verify`, compare the log with a backup, and if the "
        + "log is right run `annals rebuild`."
    )
    #expect(error?.category == .damaged)
    let rebuilt = try Snapshot.rebuild(folder.snapshot, log: other.log)
    #expect(try rebuilt.record().facts.count == 1)
  }

  @Test func `nothing remains of a line that was withheld`() throws {
    for number in 1...3 { try register(number) }
    try log.append(
      #"{"id":"x","kind":"redaction","details":{"of":"r2","scope":"line","reason":"asked"}}"#
    )
    _ = try open()
    #expect(folder.holds("Person 2 Zebedee", in: "events.sqlite"))
    let withheld = try log.withholding(2)
    let snapshot = try open(withheld)
    #expect(snapshot.warnings == [.linesWithheld(snapshot: folder.snapshot)])
    #expect(!folder.holds("Person 2 Zebedee", in: "events.sqlite"))
    #expect(folder.holds("Person 3 Zebedee", in: "events.sqlite"))
    #expect(try snapshot.record().withheld == [Position(2)])
    #expect(try snapshot.counts().withheld == 1)
    // Its id stays taken.
    let id = try #require(EventID("r2"))
    #expect(snapshot.references.outline(of: id) == EventOutline(kind: nil, isAccount: false))
    #expect(snapshot.references.position(of: id) == Position(4))
    #expect(snapshot.references.fact(id) == nil)
  }

  @Test func `a snapshot that another program holds is waited for, then refused`() throws {
    try register(1)
    let holder = try open().store
    try register(2)
    try holder.alone { _ in
      let error = #expect(throws: SnapshotError.self) { try open() }
      #expect(
        error?.description
          == "\(folder.snapshot): another program holds it. Close it there, or wait, and try again."
      )
      #expect(error?.category == .busy)
      #expect(throws: SnapshotError.self) {
        try Snapshot.rebuild(folder.snapshot, log: log.log, busyMilliseconds: 20)
      }
    }
    #expect(try open().point().position == Position(2))
    #expect(folder.names == ["events.sqlite"])
  }

  @Test func `where nothing can be kept, answers come from memory`() throws {
    try register(1)
    let snapshot = try Snapshot.open(folder.path + "/no/such/events.sqlite", log: log.log)
    #expect(
      snapshot.warnings == [
        .inMemory(
          snapshot: folder.path + "/no/such/events.sqlite",
          reason: "No such file or directory"
        )
      ]
    )
    #expect(try snapshot.record().facts.count == 1)
  }

  @Test func `a link that leads nowhere is left alone, and answers come from memory`() throws {
    try register(1)
    // SAFETY: symlink reads both paths during the call only.
    #expect(unsafe symlink("nowhere/events.sqlite", folder.snapshot) == 0)
    for snapshot in [try open(), try Snapshot.rebuild(folder.snapshot, log: log.log)] {
      #expect(
        snapshot.warnings == [
          .inMemory(
            snapshot: folder.snapshot,
            reason: "a symbolic link stands there that leads nowhere"
          )
        ]
      )
      #expect(try snapshot.record().facts.count == 1)
    }
    #expect(folder.names == ["events.sqlite"])
  }

  @Test func `two lines with one id are refused, caught up or anew`() throws {
    try register(1)
    _ = try open()
    try register(2)
    try register(1)
    for _ in 0..<2 {
      let error = #expect(throws: SnapshotError.self) { try open() }
      #expect(
        error?.description
          == "line 3: the id r1 is taken by an earlier line, and ids are unique. "
          + "Run `annals verify`, and restore the log from a backup."
      )
      folder.remove("events.sqlite")
    }
    #expect(folder.names == [])
  }

  @Test func `an append that was cut off is left out, and told`() throws {
    try register(1)
    let torn = MemoryLog(log.log.bytes + Array(#"{"n":2,"id":"#.utf8))
    let snapshot = try open(torn)
    #expect(snapshot.tornTail?.byteCount == 12)
    #expect(try open(torn).tornTail?.byteCount == 12)
  }
}
