import Testing

@testable import Events

/// What a log does whose last append was cut off.
@Suite struct TornTailTests {
  /// Batches of 1, 3 and 2 lines.
  private static let whole: [UInt8] = {
    let log = MemoryLog()
    for batch in [["e-1"], ["e-2", "e-3", "e-4"], ["e-5", "e-6"]] {
      guard let writer = try? log.writer(timeoutMilliseconds: 0),
        (try? writer.append(batch.map { .arrest($0) }, sealing: .counting())) != nil
      else { preconditionFailure("a small batch can be appended") }
      writer.close()
    }
    return log.bytes
  }()

  private static let newlines = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }

  /// How many lines are whole batches when only the first bytes are left.
  private func linesLeft(of byteCount: Int) -> Int {
    // A last line that lacks only its newline is kept, so its end is where the newline would be.
    [6, 4, 1].first { byteCount >= TornTailTests.newlines[$0 - 1] } ?? 0
  }

  @Test(arguments: Backend.allCases)
  func `any truncation leaves a prefix of whole batches, and the next append works`(
    _ backend: Backend
  ) throws {
    let whole = TornTailTests.whole
    // Every byte of the last batch, and every seventh before it: a file for each takes its time.
    let lastBatch = TornTailTests.newlines[3]
    for length in (0...whole.count).filter({ $0 % 7 == 0 || $0 >= lastBatch }) {
      let log = try backend.log(Array(whole[..<length]))
      let count = linesLeft(of: length)
      let end = count == 0 ? 0 : TornTailTests.newlines[count - 1] + 1
      #expect(try log.lines().count == count, "length \(length)")
      let tail = try log.log.lines(after: .start).tornTail
      #expect(tail?.byteCount ?? 0 == max(0, length - end), "length \(length)")
      try log.append([.arrest("e-new")])
      let lines = try log.lines()
      #expect(lines.count == count + 1, "length \(length)")
      #expect(lines.last?.event?.id.text == "e-new")
      #expect(try log.bytes().starts(with: whole[..<end]), "length \(length)")
      let saved = length > end ? [Array(whole[end..<length])] : []
      #expect(try log.savedTails() == saved, "length \(length)")
    }
  }

  @Test(arguments: Backend.allCases)
  func `a last line that lacks only its newline is kept`(_ backend: Backend) throws {
    let log = try backend.log(TornTailTests.whole.dropLast())
    #expect(try log.log.lines(after: .start).tornTail == nil)
    let end = try log.end()
    #expect(end.position == Position(6))
    #expect(end.offset == TornTailTests.whole.count)
    #expect(try log.lines(after: end).isEmpty)
    try log.append([.arrest("e-7")])
    #expect(try log.bytes().starts(with: TornTailTests.whole))
    #expect(try log.lines(after: end).count == 1)
  }

  @Test(arguments: Backend.allCases, [1, 4096, 200_000])
  func `NUL bytes behind the last batch are torn`(_ backend: Backend, count: Int) throws {
    let log = try backend.log(TornTailTests.whole + Array(repeating: 0, count: count))
    var cursor = try log.log.lines(after: .start)
    while try cursor.next() != nil {}
    #expect(cursor.point.position == Position(6))
    #expect(
      cursor.tornTail
        == TornTail(
          kind: .nulBytes,
          after: Position(6),
          offset: TornTailTests.whole.count,
          byteCount: count
        )
    )
    try log.append([.arrest("e-7")])
    #expect(try log.savedTails() == [Array(repeating: 0, count: count)])
  }

  @Test(
    arguments: Backend.allCases,
    ["{", "garbage", #"{"n":7,"id":"e-7","title":"Бе"#, "\u{FF}", "7{", "{}{", "{}\r{{}}"]
  )
  func `what is no whole object is torn`(_ backend: Backend, rest: String) throws {
    let log = try backend.log(TornTailTests.whole + Array(rest.utf8))
    let tail = try log.log.lines(after: .start).tornTail
    #expect(tail?.kind == .noNewline)
    try log.append([.arrest("e-7")])
    #expect(try log.savedTails() == [Array(rest.utf8)])
    #expect(try log.end().position == Position(7))
  }

  @Test func `a torn tail says where it is and what happens to it`() throws {
    let log = MemoryLog(Array(TornTailTests.whole[..<TornTailTests.newlines[4]]) + [10])
    let tail = try log.lines(after: .start).tornTail
    let start = TornTailTests.newlines[3] + 1
    let count = TornTailTests.newlines[4] + 1 - start
    #expect(
      tail?.description
        == "the log ends in \(count) bytes after line 4 (byte \(start)) that are no whole batch: "
        + "the last line announces another. They are left out: an append was cut off, or is still "
        + "under way. The next append saves them beside the log and cuts them off."
    )
  }

  @Test(arguments: Backend.allCases)
  func `the next torn tail is saved under another name`(_ backend: Backend) throws {
    let log = try backend.log(TornTailTests.whole + Array("{".utf8))
    let first = try log.append([.arrest("e-7")])
    #expect(first.savedTail?.hasSuffix(".torn-6-1") == true)
  }

  /// A whole object was written whole, so it was not cut off: cutting it would lose an event.
  @Test(arguments: Backend.allCases)
  func `a whole object without newline that is not sound is damage`(_ backend: Backend) throws {
    let last = SampleLog.edited(SampleLog.lines(2)[1], "Anna", "Hanna")
    let log = try backend.log(SampleLog.joined([SampleLog.lines(1)[0]]) + last)
    let before = try log.bytes()
    #expect(throws: EventLogError.self) { try log.lines() }
    let error = #expect(throws: EventLogError.self) { try log.append([.arrest("e-3")]) }
    guard case .damaged(_, let damage) = error, case .altered = damage.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try log.bytes() == before)
  }

  /// The newline between them was lost, and the first of them was a line.
  @Test(arguments: Backend.allCases)
  func `a sealed line with the beginning of another behind it is damage`(
    _ backend: Backend
  ) throws {
    let log = try backend.log(TornTailTests.whole.dropLast() + Array(#"{"n":7"#.utf8))
    let error = #expect(throws: EventLogError.self) { try log.append([.arrest("e-7")]) }
    guard case .damaged(_, let damage) = error, case .glued = damage.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// Only what follows the chain can be the rest of an append.
  @Test(arguments: Backend.allCases)
  func `an unfinished batch with an altered line is not cut`(_ backend: Backend) throws {
    let cut = Array(TornTailTests.whole[..<TornTailTests.newlines[2]]) + [10]
    let text = String(decoding: cut, as: UTF8.self)
    let log = try backend.log(Array(text.replacing("e-3", with: "e-x").utf8))
    let error = #expect(throws: EventLogError.self) { try log.append([.arrest("e-3")]) }
    #expect(error?.category == .damaged)
    #expect(try log.savedTails().isEmpty)
  }
}
