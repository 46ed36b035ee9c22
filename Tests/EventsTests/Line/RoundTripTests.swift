import Testing

@testable import Events

@Suite struct RoundTripTests {
  @Test(arguments: (1...40).map { UInt64($0) })
  func `an event is read as it was written`(seed: UInt64) throws {
    var events = RandomEvents(seed: seed)
    let drafts = (0..<10).map { _ in events.draft() }
    let sealing = Sealing(now: Instant(seconds: 1_795_342_500)) { events.random() }
    let batch = try SealedBatch(drafts, after: .start, sealing: sealing)
    var point = LogPoint.start
    for written in batch.lines {
      let read = try LineFormat.read(written.bytes, after: point)
      let before = try #require(written.event)
      let after = try #require(read.event)
      #expect(read.hash == written.hash)
      #expect(read.faults.isEmpty)
      #expect(after.unread.isEmpty)
      #expect(JSON.object(after.sealedMembers) == JSON.object(before.sealedMembers))
      #expect(LineFormat.seal(after, after: point.hash).bytes == written.bytes)
      point = point.following(read)
    }
    #expect(point == batch.end)
  }

  @Test(arguments: (1...40).map { UInt64($0) })
  func `a draft without id is given one that no other has`(seed: UInt64) throws {
    var events = RandomEvents(seed: seed)
    let sealing = Sealing(now: Instant(seconds: 1_795_342_500)) { events.random() }
    let drafts = (0..<50).map { _ in Draft(content: Content(kind: "x-a")) }
    let batch = try SealedBatch(drafts, after: .start, sealing: sealing)
    #expect(Set(batch.lines.compactMap { $0.event?.id.text }).count == 50)
    #expect(Set(batch.lines.compactMap { $0.event?.salt }).count == 50)
  }

  /// A byte changed anywhere is found, whichever byte it is.
  @Test(arguments: [UInt8(1), 0x20, 0x80])
  func `a changed byte anywhere in a line is damage`(flip: UInt8) throws {
    let line = Array(KnownLines.first.utf8)
    for index in line.indices {
      var changed = line
      changed[index] ^= flip
      #expect(throws: Damage.self, "byte \(index)") {
        try LineFormat.read(changed, after: .start)
      }
    }
  }
}
