import Events
import Projections
import Testing

@testable import Snapshot

/// One person as known at a moment, read from that person's events, is what a replay of the lines
/// up to then says.
@Suite struct KnownAtTests {
  private let folder = TestFolder()
  private let log = TestLog()

  private func grown(_ seed: UInt64) throws -> Snapshot {
    var record = RandomRecord(seed: seed)
    for _ in 0..<6 { try log.append((0..<20).map { _ in record.next() }) }
    return try Snapshot.open(folder.snapshot, log: log.log)
  }

  @Test(arguments: UInt64(170)..<176)
  func `the first lines alone give the answer at a position`(seed: UInt64) throws {
    let snapshot = try grown(seed)
    let day = try #require(Day(iso: "2026-11-22"))
    for count in stride(from: 7, through: 120, by: 19) {
      let whole = try log.replayed(upTo: .position(Position(count)))
      #expect(!whole.persons.isEmpty)
      for person in whole.persons {
        let part = try snapshot.record(about: [person], knownAt: .position(Position(count)))
        #expect(part.head == whole.head)
        #expect(part.answer(about: person, day) == whole.answer(about: person, day))
      }
    }
  }

  @Test(arguments: UInt64(180)..<183)
  func `a moment counts the lines that were recorded by then`(seed: UInt64) throws {
    let snapshot = try grown(seed)
    var moments: Set<Instant> = []
    var cursor = try log.log.lines(after: .start)
    while let line = try cursor.next() {
      guard case .event(let event) = line.line else { continue }
      for seconds in [-1, 0, 1] {
        moments.insert(Instant(seconds: event.recorded.seconds + seconds))
      }
    }
    #expect(moments.count > 6)
    for moment in moments {
      let expected = try log.replayed(upTo: .instant(moment)).head
      #expect(try snapshot.lastPosition(knownAt: .instant(moment)) == expected)
    }
  }

  @Test func `a withheld line counts with the lines before it`() throws {
    _ = try grown(190)
    let withheld = try log.withholding(21)
    let snapshot = try Snapshot.open(folder.snapshot + "-withheld", log: withheld)
    var cursor = try withheld.lines(after: .start)
    var first: Instant?
    while let line = try cursor.next(), first == nil {
      if case .event(let event) = line.line { first = event.recorded }
    }
    let moment = try #require(first)
    #expect(try snapshot.lastPosition(knownAt: .instant(moment)) == Position(21))
  }

  @Test func `names are those that were registered by then`() throws {
    try log.append(
      #"{"id":"a","kind":"person","details":{"id":"p1","names":[{"text":"Anna Berg"}]}}"#
    )
    try log.append(
      #"{"id":"c","kind":"correction","details":{"of":"a","reason":"a typing error","#
        + #""set":{"details":{"names":[{"text":"Hanna Borg"}]}}}}"#
    )
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    let before = try snapshot.registry(knownAt: .position(Position(1)))
    let after = try snapshot.registry(knownAt: .everything)
    let id = try #require(EntityID("p1"))
    #expect(before.displayName(of: id) == "Anna Berg")
    #expect(after.displayName(of: id) == "Hanna Borg")
  }
}
