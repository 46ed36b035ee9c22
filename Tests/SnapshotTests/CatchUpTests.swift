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
    let made = try Snapshot.rebuild(folder.path + "/other.sqlite", log: log.log)
    let (grownRows, madeRows) = (try grown.dump(), try made.dump())
    #expect(grownRows.filter { !madeRows.contains($0) } == [])
    #expect(madeRows.filter { !grownRows.contains($0) } == [])
    #expect(grownRows == madeRows)
  }
}
