import Testing

@testable import Events

/// What every log must do, wherever its lines are kept.
@Suite struct EventLogContract {
  @Test(arguments: Backend.allCases) func `an empty log has no lines`(_ backend: Backend) throws {
    let log = try backend.log()
    #expect(try log.lines().isEmpty)
    #expect(try log.end() == .start)
    #expect(try log.bytes().isEmpty)
  }

  @Test(arguments: Backend.allCases, [1, 2, 1000])
  func `a batch is read as it was appended`(_ backend: Backend, count: Int) throws {
    let log = try backend.log()
    let appended = try log.append((1...count).map { .arrest("e-\($0)") })
    let lines = try log.lines()
    #expect(lines.map(\.bytes) == appended.lines.map(\.bytes))
    #expect(lines.map(\.hash) == appended.lines.map(\.hash))
    #expect(lines.map(\.offset) == appended.lines.map(\.offset))
    #expect(lines.map(\.line.position.number) == Array(1...count))
    #expect(lines.map(\.line.hasMore) == Array(repeating: true, count: count - 1) + [false])
    #expect(lines.allSatisfy { $0.faults.isEmpty })
  }

  @Test(arguments: Backend.allCases)
  func `known drafts are written as the known bytes`(_ backend: Backend) throws {
    let log = try backend.log()
    try log.append(KnownLines.drafts)
    let text = String(decoding: try log.bytes(), as: UTF8.self)
    #expect(text == KnownLines.first + "\n" + KnownLines.second + "\n")
    let digest = try #require(LineHash("6UG9nzfKUZT4kTcoccCt3xWEUXCziBamT7FDmVQ2Ubw"))
    let part = try log.log.confidentialPart(digest)
    #expect(part?["witness"]?.text == "a neighbour, č. 4")
    #expect(try log.log.confidentialPart(.start) == nil)
  }

  @Test(arguments: Backend.allCases)
  func `a later batch goes on where the one before ended`(_ backend: Backend) throws {
    let log = try backend.log()
    try log.append([.arrest("e-1"), .arrest("e-2")])
    let middle = try log.end()
    let appended = try log.append([.arrest("e-3")])
    #expect(try log.lines(after: middle).map(\.bytes) == appended.lines.map(\.bytes))
    #expect(try log.end().position == Position(3))
  }

  @Test(arguments: Backend.allCases)
  func `one writer appends batch after batch`(_ backend: Backend) throws {
    let log = try backend.log()
    let writer = try log.log.writer(timeoutMilliseconds: 0)
    let sealing = Sealing.counting()
    _ = try writer.append([.arrest("e-1")], sealing: sealing)
    _ = try writer.append([.arrest("e-2"), .arrest("e-3")], sealing: sealing)
    var cursor = try writer.lines(after: .start)
    var ids: [String?] = []
    while let line = try cursor.next() { ids.append(line.event?.id.text) }
    #expect(ids == ["e-1", "e-2", "e-3"])
    #expect(cursor.point == writer.end)
    writer.close()
    #expect(try log.end() == writer.end)
  }

  @Test(arguments: Backend.allCases)
  func `an append without drafts writes nothing`(_ backend: Backend) throws {
    let log = try backend.log()
    #expect(try log.append([]).lines.isEmpty)
    #expect(try log.bytes().isEmpty)
  }

  @Test(arguments: Backend.allCases)
  func `a draft that no line can hold leaves the log as it was`(_ backend: Backend) throws {
    let log = try backend.log()
    #expect(throws: EventLogError.self) {
      try log.append([.arrest("e-1"), .arrest("e-2", title: "\u{0}")])
    }
    #expect(try log.bytes().isEmpty)
    try log.append([.arrest("e-1")])
  }

  @Test(arguments: Backend.allCases)
  func `a reader sees nothing of what comes after it began`(_ backend: Backend) throws {
    let log = try backend.log()
    try log.append([.arrest("e-1")])
    var cursor = try log.log.lines(after: .start)
    try log.append([.arrest("e-2")])
    #expect(try cursor.next()?.event?.id.text == "e-1")
    #expect(try cursor.next() == nil)
    #expect(try cursor.bytesTotal == log.lines()[1].offset)
  }

  @Test(arguments: Backend.allCases)
  func `a second writer is refused until the first has closed`(_ backend: Backend) throws {
    let log = try backend.log()
    let first = try log.log.writer(timeoutMilliseconds: 0)
    let error = #expect(throws: EventLogError.self) {
      try log.log.writer(timeoutMilliseconds: 0)
    }
    guard case .locked = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.category == .busy)
    first.close()
    first.close()
    try log.append([.arrest("e-1")])
  }

  @Test(arguments: Backend.allCases)
  func `a clock that is behind repeats the last time`(_ backend: Backend) throws {
    let log = try backend.log()
    try log.append([.arrest("e-1")], sealing: .counting(at: "2026-11-22T10:15:00Z"))
    let late = try log.append([.arrest("e-2")], sealing: .counting(at: "2026-11-22T10:13:30Z"))
    #expect(late.clockBehindSeconds == 90)
    let next = try log.append([.arrest("e-3")], sealing: .counting(at: "2026-11-22T10:16:00Z"))
    #expect(next.clockBehindSeconds == 0)
    #expect(
      try log.lines().map { $0.event?.recorded.description } == [
        "2026-11-22T10:15:00Z", "2026-11-22T10:15:00Z", "2026-11-22T10:16:00Z",
      ]
    )
  }

  /// Behind a withheld line the time before it is the last that is known.
  @Test(arguments: Backend.allCases)
  func `a clock is compared past withheld lines`(_ backend: Backend) throws {
    let lines = SampleLog.lines(3)
    let log = try backend.log(
      SampleLog.joined([lines[0], SampleLog.withheld(lines[1], 2), SampleLog.withheld(lines[2], 3)])
    )
    let late = try log.append([.arrest("e-4")], sealing: .counting(at: "2026-11-22T10:14:00Z"))
    #expect(late.clockBehindSeconds == 60)
  }

  @Test(arguments: Backend.allCases)
  func `an append at another position than expected is refused`(_ backend: Backend) throws {
    let log = try backend.log()
    try log.append([.arrest("e-1")])
    let writer = try log.log.writer(timeoutMilliseconds: 0)
    try writer.expect(Position(1))
    let error = #expect(throws: EventLogError.self) { try writer.expect(Position(0)) }
    #expect(
      error?.description
        == "the log is at line 1, not at 0: somebody else appended. Look at what is new, then try "
        + "again."
    )
    #expect(error?.category == .busy)
  }

  @Test(arguments: Backend.allCases)
  func `a point whose hash is gone tells of a rewritten log`(_ backend: Backend) throws {
    let old = try SampleLog.log(backend, SampleLog.lines(4))
    let point = try old.end()
    let other = try backend.log()
    try other.append((1...5).map { .arrest("e-\($0)", title: "Rewritten") })
    let error = #expect(throws: EventLogError.self) { try other.log.lines(after: point) }
    #expect(
      error?.description
        == "\(other.name): line 4 is not what it was when it was read: the log was rewritten or "
        + "cut. Run `annals verify`, then `annals rebuild` if this log is the right one."
    )
    #expect(error?.category == .damaged)
  }

  @Test(arguments: Backend.allCases)
  func `a point behind withheld lines tells that they were withheld`(_ backend: Backend) throws {
    var lines = SampleLog.lines(4)
    let point = try SampleLog.log(backend, lines).end()
    lines[1] = SampleLog.withheld(lines[1], 2)
    let log = try SampleLog.log(backend, lines)
    let error = #expect(throws: EventLogError.self) { try log.log.lines(after: point) }
    #expect(
      error?.description
        == "\(log.name): lines were withheld since line 4 was read, so what follows it has moved. "
        + "Run `annals rebuild`."
    )
    #expect(try log.lines().count == 4)
    #expect(try log.log.verify { _ in }.counts == .init(lines: 4, batches: 4, withheld: 1))
  }

  @Test(arguments: Backend.allCases)
  func `verifying a sound log reaches its end and counts`(_ backend: Backend) throws {
    let log = try backend.log()
    try log.append([.arrest("e-1"), .arrest("e-2")])
    try log.append([.arrest("e-3")])
    var visited: [LogPoint] = []
    let verification = try log.log.verify { visited.append($0) }
    #expect(visited.last == (try log.end()))
    #expect(verification.counts == .init(lines: 3, batches: 2, withheld: 0))
    #expect(verification.damages.isEmpty)
    #expect(verification.tornTail == nil)
    #expect(verification.end == (try log.end()))
  }
}
