import Testing

@testable import Events

/// Every way in which lines can be damaged is told apart, and told with its place.
@Suite struct DamageTests {
  private static let lines = SampleLog.lines(6)

  /// What was done to six lines, and the messages that must come of it.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var lines: [[UInt8]]
    /// The line numbers and beginnings of the messages, in order.
    var expected: [String]
    /// Sound lines.
    var sound: Int

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "altered",
      lines: with { $0[2] = SampleLog.edited($0[2], "Anna", "Hanna") },
      expected: ["3: this line does not match its hash, so it changed after it was written, or l"],
      sound: 5
    ),
    Case(
      name: "the first altered",
      lines: with { $0[0] = SampleLog.edited($0[0], "Anna", "Hanna") },
      expected: ["1: this line does not match its hash, so it changed after it was written: it s"],
      sound: 5
    ),
    Case(
      name: "altered in its number",
      lines: with { $0[2] = SampleLog.edited($0[2], "n\":3", "n\":9") },
      expected: ["3: this line does not match its hash"],
      sound: 5
    ),
    Case(
      name: "altered in nothing but its hash",
      lines: with { $0[2] = SampleLog.rehashed($0[2]) },
      expected: ["3: this line does not match its hash, so it changed after it was written"],
      sound: 5
    ),
    Case(
      name: "the last altered in its number",
      lines: with { $0[5] = SampleLog.edited($0[5], "n\":6", "n\":9") },
      expected: ["6: this line does not match its hash"],
      sound: 5
    ),
    Case(
      name: "altered behind a blank line",
      lines: with {
        $0[2] = SampleLog.edited($0[2], "Anna", "Hanna")
        $0.insert([], at: 2)
      },
      expected: ["3: this line is empty.", "4: this line does not match its hash"],
      sound: 5
    ),
    Case(
      name: "altered, and the one before it moved down",
      lines: with {
        $0[2] = SampleLog.edited($0[2], "Anna", "Hanna")
        $0.insert($0.remove(at: 1), at: 4)
      },
      expected: ["2: this line does not match its hash", "5: this is line 2, out of its place"],
      sound: 5
    ),
    Case(
      name: "altered and moved up",
      lines: with { $0.insert(SampleLog.edited($0.remove(at: 3), "Anna", "Hanna"), at: 1) },
      expected: ["2: this line does not match its hash, so it changed after it was written, or li"],
      sound: 5
    ),
    Case(
      name: "withheld under a wrong hash",
      lines: with { $0[2] = SampleLog.rehashed(SampleLog.withheld($0[2], 3)) },
      expected: [
        "4: this line does not match its hash, and nothing else bears out what line 3 states: "
      ],
      sound: 4
    ),
    Case(
      name: "two altered",
      lines: with {
        $0[1] = SampleLog.edited($0[1], "Anna", "Hanna")
        $0[4] = SampleLog.edited($0[4], "Anna", "Hanna")
      },
      expected: ["2: this line does not match its hash", "5: this line does not match its hash"],
      sound: 4
    ),
    Case(
      name: "missing",
      lines: with { $0.remove(at: 2) },
      expected: ["3: line 3 is missing before this one."],
      sound: 5
    ),
    Case(
      name: "several missing",
      lines: with { $0.removeSubrange(1...3) },
      expected: ["2: lines 2 to 4 are missing before this one."],
      sound: 3
    ),
    Case(
      name: "the first missing",
      lines: with { $0.remove(at: 0) },
      expected: ["1: line 1 is missing before this one."],
      sound: 5
    ),
    Case(
      name: "inserted",
      lines: with { $0.insert(SampleLog.edited($0[2], "Anna", "Hanna"), at: 2) },
      expected: [
        "3: this line does not belong here: it says that it is line 3, and the line that follows "
          + "line 2 stands below it."
      ],
      sound: 6
    ),
    Case(
      name: "duplicated",
      lines: with { $0.insert($0[1], at: 4) },
      expected: ["5: this is a copy of line 2, which stands at byte \(lines[0].count + 1)."],
      sound: 6
    ),
    Case(
      name: "a block duplicated",
      lines: with { $0 += Array($0[3...]) },
      expected: [
        "7: this is a copy of line 4", "8: this is a copy of line 5", "9: this is a copy of line 6",
      ],
      sound: 6
    ),
    Case(
      name: "swapped",
      lines: with { $0.swapAt(2, 3) },
      expected: ["4: this is line 3, out of its place: it belongs after line 2."],
      sound: 6
    ),
    Case(
      name: "moved down",
      lines: with { $0.insert($0.remove(at: 1), at: 4) },
      expected: ["5: this is line 2, out of its place: it belongs after line 1."],
      sound: 6
    ),
    Case(
      name: "moved up",
      lines: with { $0.insert($0.remove(at: 4), at: 1) },
      expected: ["2: this is line 5, out of its place: it belongs after line 4."],
      sound: 6
    ),
    Case(
      name: "moved to the front",
      lines: with { $0.insert($0.remove(at: 4), at: 0) },
      expected: ["1: this is line 5, out of its place: it belongs after line 4."],
      sound: 6
    ),
    Case(
      name: "the last but one missing",
      lines: with { $0.remove(at: 4) },
      expected: ["5: line 5 is missing before this one."],
      sound: 4
    ),
    Case(
      name: "every other one missing at the end",
      lines: with {
        $0.remove(at: 4)
        $0.remove(at: 2)
      },
      expected: ["3: line 3 is missing before this one.", "4: line 5 is missing before this one."],
      sound: 2
    ),
    Case(
      name: "glued",
      lines: with { $0[2] += $0.remove(at: 3) },
      expected: [
        "3: two objects stand on this line; the second begins at its byte \(lines[2].count + 1)."
      ],
      sound: 6
    ),
    Case(
      name: "unsealed",
      lines: with { $0.insert(Array(#"{"kind":"arrest"}"#.utf8), at: 3) },
      expected: ["4: this line has no hash, so annals did not write it."],
      sound: 6
    ),
    Case(
      name: "unsealed at the end",
      lines: with { $0.append(Array(#"{"kind":"arrest"}"#.utf8)) },
      expected: ["7: this line has no hash, so annals did not write it."],
      sound: 6
    ),
    Case(
      name: "unsealed in the place of a line",
      lines: with { $0[3] = Array(#"{"kind":"arrest"}"#.utf8) },
      expected: ["4: this line has no hash, so annals did not write it."],
      sound: 5
    ),
    Case(
      name: "hash misplaced",
      lines: with { $0[3] = Array($0[3].dropLast()) + Array(#","x":1}"#.utf8) },
      expected: ["4: this line does not end in a hash of 43 characters, so it changed after it w"],
      sound: 5
    ),
    Case(
      name: "carriage returns",
      lines: with { $0 = $0.map { $0 + [13] } },
      expected: (1...6).map { "\($0): this line ends in a carriage return" },
      sound: 6
    ),
    Case(
      name: "byte order mark",
      lines: with { $0[0] = [0xEF, 0xBB, 0xBF] + $0[0] },
      expected: ["1: a byte order mark stands before this line: an editor saved the log."],
      sound: 6
    ),
    Case(
      name: "byte order mark, glued and carriage returns",
      lines: with { $0[0] = [0xEF, 0xBB, 0xBF] + $0[0] + $0.remove(at: 1) + [13, 13] },
      expected: [
        "1: a byte order mark stands before this line",
        "1: two objects stand on this line; the second begins at its byte \(lines[0].count + 4).",
        "1: this line ends in a carriage return",
      ],
      sound: 6
    ),
    Case(
      name: "merge conflict",
      lines: with { $0.insert(Array("<<<<<<< HEAD".utf8), at: 2) },
      expected: ["3: this line is a conflict marker: two copies of the log were merged."],
      sound: 6
    ),
    Case(
      name: "blank",
      lines: with { $0.insert([], at: 2) },
      expected: ["3: this line is empty."],
      sound: 6
    ),
    Case(
      name: "NUL bytes",
      lines: with { $0[3].replaceSubrange(9..<20, with: repeatElement(0, count: 11)) },
      expected: ["4: this line holds NUL bytes, the first as its byte 10"],
      sound: 5
    ),
    Case(
      name: "invalid UTF-8",
      lines: with { $0[3][30] = 0xFF },
      expected: ["4: this line is not valid UTF-8 at its byte 31."],
      sound: 5
    ),
    Case(
      name: "no JSON",
      lines: with { $0[3] = Array("hello".utf8) },
      expected: ["4: this line is not one JSON object: not JSON: expected a value at byte 1."],
      sound: 5
    ),
    Case(
      name: "too long",
      lines: with { $0[3] = Array(repeating: 0x20, count: 1_048_577) },
      expected: ["4: this line has 1048577 bytes, and a line has at most 1048576."],
      sound: 5
    ),
    Case(
      name: "two lines of junk",
      lines: with { $0.insert(contentsOf: [[0x21], [0x21]], at: 2) },
      expected: ["3: this line is not one JSON object", "4: this line is not one JSON object"],
      sound: 6
    ),
    Case(
      name: "many at once",
      lines: with {
        $0[0] = SampleLog.edited($0[0], "Anna", "Hanna")
        $0.insert([], at: 3)
        $0.append($0[1])
      },
      expected: [
        "1: this line does not match its hash", "4: this line is empty.",
        "8: this is a copy of line 2",
      ],
      sound: 5
    ),
  ]

  private static func with(_ change: (inout [[UInt8]]) -> Void) -> [[UInt8]] {
    var lines = lines
    change(&lines)
    return lines
  }

  @Test(arguments: Backend.allCases, cases)
  func `every damage is reported, and what follows is still checked`(
    _ backend: Backend,
    _ damaged: Case
  ) throws {
    let log = try SampleLog.log(backend, damaged.lines)
    let verification = try log.log.verify { _ in }
    let messages = verification.damages.map(\.withoutByte)
    #expect(messages.count == damaged.expected.count, "\(messages)")
    for (message, expected) in zip(messages, damaged.expected) {
      #expect(message.hasPrefix(expected), "\(message)")
    }
    #expect(verification.counts.lines == damaged.sound)
  }

  @Test(arguments: Backend.allCases, cases)
  func `a reader stops at a damage and a writer leaves the log alone`(
    _ backend: Backend,
    _ damaged: Case
  ) throws {
    let log = try SampleLog.log(backend, damaged.lines)
    let before = try log.bytes()
    let damages = try log.log.verify { _ in }.damages
    let error = #expect(throws: EventLogError.self) { try log.lines() }
    guard case .damaged(log.name, let first) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(damages.contains(first))
    #expect(error?.category == .damaged)
    #expect(try log.bytes() == before)
  }

  @Test func `however many objects are glued together, each is told`() throws {
    let log = MemoryLog(Array((String(repeating: "{}", count: 5000) + "\n").utf8))
    let damages = try log.verify { _ in }.damages
    #expect(damages.count { $0.kind == .unsealed } == 5000)
    #expect(damages.count == 9999)
  }

  @Test(arguments: Backend.allCases)
  func `a writer checks the last line against the line before it`(_ backend: Backend) throws {
    let lines = DamageTests.with { $0[5] = SampleLog.edited($0[5], "Anna", "Hanna") }
    let log = try SampleLog.log(backend, lines)
    let error = #expect(throws: EventLogError.self) { try log.append([.arrest("e-7")]) }
    #expect(error?.description.hasPrefix("\(log.name):6 (byte ") == true)
    #expect(try log.bytes() == SampleLog.joined(lines))
  }

  @Test func `a message says where, what was expected and found, and what to do`() throws {
    let lines = DamageTests.with { $0[2] = SampleLog.edited($0[2], "Anna", "Hanna") }
    let log = MemoryLog(SampleLog.joined(lines))
    var cursor = try log.lines(after: .start)
    let error = #expect(throws: EventLogError.self) { while try cursor.next() != nil {} }
    let computed = SampleLog.hash(sealing: lines[2], after: lines[1])
    #expect(
      error?.description == """
        memory:3 (byte \(lines[0].count + lines[1].count + 2)): this line does not match its hash, \
        so it changed after it was written, or line 2 did and was given a new hash: it states \
        \(SampleLog.hash(lines[2])), and its text gives \(computed).
        Restore it from a backup, or copy what is sound of the log with `annals salvage --to \
        FILE`, then run `annals verify`.
        """
    )
  }

  /// A line that was changed and hashed anew leaves the line after it without its predecessor.
  @Test func `a line that was hashed anew is found by the next one`() throws {
    var lines = DamageTests.lines
    let edited = SampleLog.edited(lines[2], "Anna", "Hanna")
    let hash = SampleLog.hash(sealing: edited, after: lines[1])
    lines[2] = Array(edited.dropLast(54)) + Array(",\"hash\":\"\(hash)\"}".utf8)
    let damages = try MemoryLog(SampleLog.joined(lines)).verify { _ in }.damages
    #expect(damages.map(\.line) == [4])
    #expect(damages.first?.description.contains("or line 3 did and was given a new hash") == true)
  }

  @Test func `a line that counts wrongly is named for that`() throws {
    let body = Array(
      #"{"n":7,"id":"e-1","recorded":"2026-11-22T10:15:00Z","kind":"x","salt":"""#.utf8
    )
    let hash = LineHash.of(body: body.span, after: .start)
    let line = body + Array(",\"hash\":\"\(hash)\"}".utf8)
    let damages = try MemoryLog(SampleLog.joined([line])).verify { _ in }.damages
    #expect(
      damages.map(\.description) == [
        """
        1 (byte 0): line 1 is due here and this line's hash is right, but it says that it is line 7.
        Restore it from a backup, or copy what is sound of the log with `annals salvage --to \
        FILE`, then run `annals verify`.
        """
      ]
    )
  }
}

extension Damage {
  /// The message without the byte, which the cases do not count.
  fileprivate var withoutByte: String {
    description.replacing(" (byte \(offset))", with: "")
  }
}
