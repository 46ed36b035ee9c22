import Events
import Projections
import Testing

@Suite struct ReplayTests {
  private static let seeds: [UInt64] = Array(1...25)

  /// Random lines; what the vocabulary refuses does not occur, but for corrections that lead
  /// astray.
  private func chronicle(_ seed: UInt64) throws -> Chronicle {
    var random = RandomChronicle(seed: seed)
    return try Chronicle(random.lines(60).joined(separator: "\n"), isLax: true)
  }

  @Test(arguments: ReplayTests.seeds)
  func `folding in two steps equals folding in one`(seed: UInt64) throws {
    let lines = try chronicle(seed).lines
    let whole = try chronicle(seed).record.told
    var numbers = SeededNumbers(seed: seed)
    let cut = Int.random(in: 1..<lines.count, using: &numbers)
    var replay = Replay()
    for line in lines[..<cut] { replay.take(line) }
    _ = replay.record()
    for line in lines[cut...] { replay.take(line) }
    #expect(replay.record().told == whole)
  }

  @Test(arguments: ReplayTests.seeds)
  func `asking after every line changes no answer`(seed: UInt64) throws {
    let lines = try chronicle(seed).lines
    var replay = Replay()
    for line in lines {
      replay.take(line)
      _ = replay.record()
    }
    #expect(try replay.record().told == chronicle(seed).record.told)
  }

  @Test(arguments: ReplayTests.seeds)
  func `an amendment that is withdrawn at once leaves no trace`(seed: UInt64) throws {
    var chronicle = try chronicle(seed)
    let before = chronicle.record
    var numbers = SeededNumbers(seed: seed)
    let target = "e\(Int.random(in: 0..<60, using: &numbers))"
    let amendment =
      Bool.random(using: &numbers)
      ? #"x correction {"of":"\#(target)","set":{"date":"2014","persons":["zoe"]},"reason":"r"}"#
      : #"x retraction {"of":"\#(target)","reason":"r"}"#
    try chronicle.append(amendment)
    try chronicle.append(#"y retraction {"of":"x","reason":"r"}"#)
    let after = chronicle.record
    #expect(Array(after.factsTold.dropLast(2)) == before.factsTold)
    #expect(after.happeningsTold == before.happeningsTold)
    #expect(after.viewsTold == before.viewsTold)
  }

  @Test(arguments: ReplayTests.seeds)
  func `a timeline is in order, whichever two of its entries are compared`(seed: UInt64) throws {
    let happenings = try chronicle(seed).record.happenings
    let sorted = happenings.sorted { $0.precedesInTimeline($1) }
    for (index, earlier) in sorted.enumerated() {
      for later in sorted[(index + 1)...] {
        #expect(earlier.precedesInTimeline(later) && !later.precedesInTimeline(earlier))
      }
    }
  }

  @Test func `withheld lines are counted and take their place`() throws {
    var chronicle = try Chronicle("a arrest 2016-05-17 anna")
    chronicle.appendWithheld()
    try chronicle.append("b release 2016-06-17 anna")
    let record = chronicle.record
    #expect(record.withheld.map(\.number) == [2])
    #expect(record.head.number == 3)
    #expect(record.happenings.map(\.position.number) == [1, 3])
    #expect(record[Position(2)]?.id == nil)
    #expect(record[Position(3)]?.id.text == "b")
  }
}
