import Events
import Projections
import Testing

@testable import Snapshot

/// An event of long ago, recorded today, is folded in where it belongs, and nobody else is folded.
@Suite struct LateArrivalTests {
  private let folder = TestFolder()
  private let log = TestLog()

  private func begin() throws {
    for name in ["anna", "bela", "carl"] {
      try log.append(
        #"{"id":"p-\#(name)","kind":"person","details":{"id":"\#(name)","#
          + #""names":[{"text":"\#(name)"}]}}"#,
        #"{"id":"r-\#(name)","kind":"release","date":"2026-05-01","persons":["\#(name)"],"#
          + #""title":"Let go"}"#
      )
    }
    _ = try Snapshot.open(folder.snapshot, log: log.log)
  }

  /// Writes into the rows of a person what no fold says, to see later whether they were written
  /// again.
  private func mark(_ person: String) throws {
    let store = try Store.file(folder.snapshot, of: log.log, busyMilliseconds: 0)
    try store.write { connection throws(SnapshotError) in
      try connection.run("UPDATE last_known SET place = 'marked' WHERE person = ?", .text(person))
    }
    try store.close()
  }

  private func marked(in snapshot: Snapshot) throws -> [String] {
    try snapshot.store.read { connection throws(SnapshotError) in
      try connection.rows("SELECT person FROM last_known WHERE place = 'marked' ORDER BY 1") {
        columns throws(SnapshotError) in try columns.text(0)
      }
    }
  }

  @Test func `only the persons of a late event are folded again`() throws {
    try begin()
    for person in ["anna", "bela", "carl"] { try mark(person) }
    try log.append(
      #"{"id":"late","kind":"arrest","date":"2016-05-17","persons":["bela"],"title":"Long ago"}"#
    )
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    #expect(try marked(in: snapshot) == ["anna", "carl"])
    let bela = try #require(EntityID("bela"))
    let history = try snapshot.history(of: bela)
    let day = try #require(Day(iso: "2020-01-01"))
    #expect(history.detentionStatus(asOf: day).liberty == .policeCustody)
    #expect(history.detentionStatus(asOf: day.adding(months: 120)).liberty == .atLiberty)
  }

  @Test func `a fact that was told a hundred times is read once`() throws {
    try begin()
    try log.append(
      #"{"id":"x","kind":"arrest","date":"2016-05-17","persons":["bela"],"title":"Taken"}"#
    )
    try log.append(
      (1...99).map {
        #"{"id":"x\#($0)","kind":"arrest","date":"2016-05-18","persons":["bela"],"#
          + #""title":"Taken, as \#($0) has it","account_of":"x"}"#
      }
    )
    try log.append(
      (1...99).map {
        #"{"id":"c\#($0)","kind":"correction","details":{"of":"x\#($0)","#
          + #""reason":"read again","set":{"date":"2016-05-19"}}}"#
      }
    )
    try log.append(
      #"{"id":"rank","kind":"ranking","details":{"of":"x42","rank":"preferred","#
        + #""reason":"she saw it"}}"#
    )
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    let history = try snapshot.history(of: try #require(EntityID("bela")))
    #expect(history.happenings.map(\.id.text).filter { $0.hasPrefix("x") } == ["x42"])
    let day = try #require(Day(iso: "2016-06-01"))
    #expect(history.detentionStatus(asOf: day).since == "2016-05-19")
  }
}
