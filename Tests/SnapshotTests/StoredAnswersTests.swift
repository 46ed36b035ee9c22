import Events
import Projections
import Testing

@testable import Snapshot

/// What is answered from rows is what a replay of the whole log answers.
@Suite struct StoredAnswersTests {
  private let folder = TestFolder()
  private let log = TestLog()

  private func grown(_ seed: UInt64, batches: Int = 5) throws -> (Snapshot, Record) {
    var record = RandomRecord(seed: seed)
    for _ in 0..<batches {
      try log.append((0..<30).map { _ in record.next() })
      _ = try Snapshot.open(folder.snapshot, log: log.log)
    }
    return (try Snapshot.open(folder.snapshot, log: log.log), try log.replayed())
  }

  @Test(arguments: UInt64(800)..<808)
  func `events are counted as the record counts them`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    for day in try Day.asked() { try expectSameFigures(snapshot, as: whole, on: day) }
    let withheld = try log.withholding(Int(seed % 30) + 1)
    let part = try Snapshot.rebuild(folder.snapshot, log: withheld)
    for day in try Day.asked() { try expectSameFigures(part, as: withheld.replayed(), on: day) }
  }
}

/// Expects that `snapshot` counts the events of the record as the record does.
func expectSameFigures(_ snapshot: Snapshot, as record: Record, on day: Day) throws {
  let expected = record.figures(asOf: day)
  #expect(!expected.isEmpty)
  #expect(try snapshot.figures(asOf: day) == expected)
}

extension Day {
  /// Days before, amid and after what random records tell.
  static func asked() throws -> [Day] {
    let texts = [
      "2012-06-15", "2015-06-30", "2016-03-09", "2017-09-20", "2018-12-31", "2026-11-22",
    ]
    return try texts.map { try #require(Day(iso: $0)) }
  }
}
