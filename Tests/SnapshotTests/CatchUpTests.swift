import Events
import Projections
import Testing

@testable import Snapshot

/// Catching up, however the log is cut, gives what making everything anew gives.
@Suite struct CatchUpTests {
  @Test(arguments: UInt64(1)...12)
  func `catching up in any steps gives the tables of a rebuild`(seed: UInt64) throws {
    let folder = TestFolder()
    let log = TestLog()
    var record = RandomRecord(seed: seed)
    var random = SeededRandom(seed: seed &* 31)
    var written = 0
    while written < 140 {
      let count = random.chance(30) ? 1 : Int.random(in: 1...30, using: &random)
      try log.append((0..<count).map { _ in record.next() })
      written += count
      let grown = try Snapshot.open(folder.snapshot, log: log.log)
      #expect(grown.warnings == [])
    }
    let grown = try Snapshot.open(folder.snapshot, log: log.log)
    try expectSame(grown, as: log)
  }

  @Test(arguments: UInt64(20)..<28)
  func `every single line leaves the tables of a rebuild`(seed: UInt64) throws {
    let folder = TestFolder()
    let log = TestLog()
    var record = RandomRecord(seed: seed)
    try log.append((0..<50).map { _ in record.next() })
    for _ in 0..<25 {
      try log.append(record.next())
      try expectSame(try Snapshot.open(folder.snapshot, log: log.log), as: log)
    }
  }

  private static let start = [
    #"{"id":"a","kind":"person","details":{"id":"anna","names":[{"text":"Anna Berg"}]}}"#,
    #"{"id":"b","kind":"person","details":{"id":"bela","names":[{"text":"Bela Ray"}]}}"#,
    #"{"id":"o","kind":"organisation","details":{"id":"panel","names":[{"text":"Panel"}],"#
      + #""form":"ngo"}}"#,
    #"{"id":"x","kind":"arrest","date":"2016-05-17","persons":["anna"],"title":"Taken"}"#,
    #"{"id":"y","kind":"release","date":"2016-06-01","persons":["bela"],"title":"Let go"}"#,
    #"{"id":"z","kind":"decision","date":"2016-07-01","persons":["anna"],"title":"An opinion","#
      + #""details":{"body":"panel","form":"opinion","finding":"arbitrary_detention"}}"#,
    #"{"id":"m","kind":"identity","details":{"stage":"merged","ids":["anna","bela"]}}"#,
  ]

  @Test(
    arguments: [
      #"{"id":"n","kind":"retraction","details":{"of":"m","reason":"two people"}}"#,
      #"{"id":"n","kind":"correction","details":{"of":"m","reason":"the other way","#
        + #""set":{"details":{"ids":["bela","anna"]}}}}"#,
      #"{"id":"n","kind":"correction","details":{"of":"o","reason":"a UN body","#
        + #""set":{"details":{"form":"un_wgad"}}}}"#,
      #"{"id":"n","kind":"correction","details":{"of":"a","reason":"several people","#
        + #""set":{"details":{"group":true}}}}"#,
      #"{"id":"n","kind":"correction","details":{"of":"b","reason":"asked for it","#
        + #""set":{"details":{"shown_as":"initials"}}}}"#,
      #"{"id":"n","kind":"retraction","details":{"of":"a","reason":"nobody"}}"#,
      #"{"id":"n","kind":"retraction","details":{"of":"x","reason":"it was not so"}}"#,
      #"{"id":"n","kind":"correction","details":{"of":"y","reason":"another day","#
        + #""set":{"date":"2016-05-01"}}}"#,
    ])
  func `a line that reaches back changes what rests on it`(line: String) throws {
    let folder = TestFolder()
    let log = TestLog()
    try log.append(CatchUpTests.start)
    let before = try Snapshot.open(folder.snapshot, log: log.log).dump()
    try log.append(line)
    let after = try Snapshot.open(folder.snapshot, log: log.log)
    try expectSame(after, as: log)
    let derived = ["entities", "spells", "last_known", "recognitions"]
    let changed = Set(try after.dump()).symmetricDifference(before)
      .filter { row in derived.contains { row.hasPrefix($0) } }
    #expect(!changed.isEmpty)
  }

  private func expectSame(_ snapshot: Snapshot, as log: TestLog) throws {
    let (grown, made) = (try snapshot.dump(), try log.rebuiltDump())
    let (grownRows, madeRows) = (Set(grown), Set(made))
    #expect(grown.filter { !madeRows.contains($0) } == [])
    #expect(made.filter { !grownRows.contains($0) } == [])
    #expect(grown.count == made.count)
  }
}
