import Testing

@testable import Events

/// A log checked in stretches is found as it is found line by line.
@Suite struct SoundStretchTests {
  private static let lines = SampleLog.lines(150)

  private func settled(_ bytes: [UInt8]) throws -> SettledLog {
    let source = BytesInMemory(bytes, name: "memory")
    return SettledLog(source: source, end: try LogEnd.find(in: source, count: bytes.count))
  }

  private func stretch(_ log: SettledLog, bytes: Int) -> SoundStretch? {
    SoundStretch.all(of: log, bytes: bytes) { _ in }
  }

  @Test(arguments: [1, 300, 1000, 2500, 1 << 20])
  func `a sound log is sound in stretches of any length`(bytes: Int) throws {
    var lines = SoundStretchTests.lines
    lines[7] = SampleLog.withheld(lines[7], 8)
    for count in [0, 1, 2, 17, 40, 150] {
      let log = try settled(SampleLog.joined(Array(lines.prefix(count))))
      let found = try #require(stretch(log, bytes: bytes))
      #expect(found.end == log.end.point)
      let withheld = count > 7 ? 1 : 0
      #expect(found.counts == .init(lines: count, batches: count, withheld: withheld))
    }
  }

  @Test func `it is told how far all is sound, in order`() throws {
    let log = try settled(SampleLog.joined(SoundStretchTests.lines))
    var visited: [Int] = []
    _ = SoundStretch.all(of: log, bytes: 300) { visited.append($0.position.number) }
    #expect(visited.count > 1)
    #expect(visited == visited.sorted())
    #expect(visited.last == 150)
  }

  @Test(arguments: [1, 300, 2500])
  func `no bit can be turned over unseen`(bytes: Int) throws {
    let sound = SampleLog.joined(SoundStretchTests.lines.prefix(6).map(\.self))
    let end = try settled(sound).end.point
    for place in sound.indices {
      var bad = sound
      bad[place] ^= 1 << UInt8(place % 8)
      let log = try settled(bad)
      let found = stretch(log, bytes: bytes)
      // What is torn at the end is left out, not sound.
      #expect(found == nil || (found?.end != end && log.end.tornTail != nil), "byte \(place)")
    }
  }

  @Test(arguments: [1, 300, 2500])
  func `lines that are missing, moved, inserted or changed are seen`(bytes: Int) throws {
    let lines = SoundStretchTests.lines
    var missing = lines
    missing.remove(at: 20)
    var moved = lines
    moved.swapAt(11, 12)
    var inserted = lines
    inserted.insert(lines[5], at: 30)
    // A line that was changed and sealed anew: only the line after it tells.
    var changed = lines
    changed[15] = SampleLog.edited(lines[15], "Anna", "Hanna")
    let hash = SampleLog.hash(sealing: changed[15], after: lines[14])
    changed[15] = SampleLog.edited(changed[15], SampleLog.hash(changed[15]), "\(hash)")
    for bad in [missing, moved, inserted, changed] {
      #expect(stretch(try settled(SampleLog.joined(bad)), bytes: bytes) == nil)
    }
  }
}
