import Testing

@testable import Events

/// What is copied of a damaged log, what is set aside, and what is told.
@Suite struct SalvageTests {
  /// Batches of 1, 3, 1 and 2 lines, seven in all.
  private static let whole: [[UInt8]] = {
    let log = MemoryLog()
    for batch in [[1], [2, 3, 4], [5], [6, 7]] {
      guard let writer = try? log.writer(timeoutMilliseconds: 0),
        (try? writer.append(batch.map { .arrest("e-\($0)") }, sealing: .counting())) != nil
      else { preconditionFailure("a small batch can be appended") }
      writer.close()
    }
    return log.bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
  }()

  /// What was done to the seven lines, and what must come of it.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var lines: [[UInt8]]
    /// How many of the seven are copied.
    var copied: Int
    /// The numbers of those set aside, in order.
    var setAside: [Int] = []
    /// The numbers of those set aside whose text cannot be tested.
    var untested: [Int] = []
    var lost = 0
    var missing = 0
    var withheld = 0

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "sound", lines: whole, copied: 7),
    Case(name: "empty", lines: [], copied: 0),
    // Line 3 stands in the batch of 2 to 4, so 2 is not seen without it.
    Case(
      name: "altered within a batch",
      lines: with { $0[2] = SampleLog.edited($0[2], "Anna", "Hanna") },
      copied: 1,
      setAside: [2, 4, 5, 6, 7],
      lost: 1
    ),
    Case(
      name: "altered at the beginning of a batch",
      lines: with { $0[4] = SampleLog.edited($0[4], "Anna", "Hanna") },
      copied: 4,
      setAside: [6, 7],
      lost: 1
    ),
    Case(
      name: "the first altered",
      lines: with { $0[0] = SampleLog.edited($0[0], "Anna", "Hanna") },
      copied: 0,
      setAside: [2, 3, 4, 5, 6, 7],
      lost: 1
    ),
    // Line 6 follows a line that is gone: line 7 bears out its hash, and nothing its text.
    Case(
      name: "missing",
      lines: with { $0.remove(at: 4) },
      copied: 4,
      setAside: [6, 7],
      untested: [6],
      missing: 1
    ),
    Case(
      name: "several missing",
      lines: with { $0.removeSubrange(1...3) },
      copied: 1,
      setAside: [5, 6, 7],
      untested: [5],
      missing: 3
    ),
    Case(
      name: "not JSON",
      lines: with { $0[4] = Array("hello".utf8) },
      copied: 4,
      setAside: [6, 7],
      untested: [6],
      lost: 1
    ),
    // Its number alone bears line 7 out.
    Case(
      name: "the last but one missing",
      lines: with { $0.remove(at: 5) },
      copied: 5,
      setAside: [7],
      untested: [7],
      missing: 1
    ),
    // Line 6 alone is an unfinished batch, and bears line 7 out all the same.
    Case(
      name: "the last of a batch moved up",
      lines: with { $0.insert($0.remove(at: 6), at: 1) },
      copied: 5,
      setAside: [6, 7]
    ),
    Case(
      name: "altered behind a blank line",
      lines: with {
        $0[4] = SampleLog.edited($0[4], "Anna", "Hanna")
        $0.insert([], at: 4)
      },
      copied: 4,
      setAside: [6, 7],
      lost: 1
    ),
    Case(
      name: "altered behind rubbish and an unsealed line",
      lines: with {
        $0[4] = SampleLog.edited($0[4], "Anna", "Hanna")
        $0.insert(contentsOf: [Array("hello".utf8), Array(#"{"kind":"arrest"}"#.utf8)], at: 4)
      },
      copied: 4,
      setAside: [6, 7],
      lost: 3
    ),
    Case(
      name: "altered in text and number behind a blank line",
      lines: with {
        $0[4] = SampleLog.edited(SampleLog.edited($0[4], "Anna", "Hanna"), "n\":5", "n\":9")
        $0.insert([], at: 4)
      },
      copied: 4,
      setAside: [6, 7],
      lost: 1
    ),
    // A withheld line says nothing of the text before it.
    Case(
      name: "altered between a blank line and one withheld",
      lines: with {
        $0[3] = SampleLog.edited($0[3], "Anna", "Hanna")
        $0[4] = SampleLog.withheld($0[4], 5)
        $0.insert([], at: 3)
      },
      copied: 1,
      setAside: [2, 3, 6, 7],
      lost: 1,
      withheld: 1
    ),
    Case(
      name: "altered and moved up",
      lines: with { $0.insert(SampleLog.edited($0.remove(at: 4), "Anna", "Hanna"), at: 1) },
      copied: 4,
      setAside: [6, 7],
      lost: 1
    ),
    Case(
      name: "altered in its hash alone before a blank line",
      lines: with {
        $0[4] = SampleLog.rehashed($0[4])
        $0.insert([], at: 5)
      },
      copied: 4,
      setAside: [6, 7],
      lost: 1
    ),
    Case(
      name: "not JSON, and a blank line behind it",
      lines: with {
        $0[4] = Array("hello".utf8)
        $0.insert([], at: 5)
      },
      copied: 4,
      setAside: [6, 7],
      untested: [6],
      lost: 1
    ),
    Case(name: "carriage returns", lines: whole.map { $0 + [13] }, copied: 7),
    Case(
      name: "byte order mark",
      lines: with { $0[0] = [0xEF, 0xBB, 0xBF] + $0[0] },
      copied: 7
    ),
    Case(
      name: "byte order mark and carriage returns",
      lines: with { lines in
        lines = lines.map { $0 + [13] }
        lines[0] = [0xEF, 0xBB, 0xBF] + lines[0]
      },
      copied: 7
    ),
    Case(
      name: "two byte order marks",
      lines: with { $0[0] = [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + $0[0] },
      copied: 7
    ),
    Case(name: "two carriage returns", lines: whole.map { $0 + [13, 13] }, copied: 7),
    Case(
      name: "glued behind a byte order mark",
      lines: with { $0[0] = [0xEF, 0xBB, 0xBF] + $0[0] + $0.remove(at: 1) + [13] },
      copied: 7
    ),
    Case(name: "glued", lines: with { $0[2] += $0.remove(at: 3) }, copied: 7),
    Case(
      name: "glued with blanks between",
      lines: with { $0[2] += [0x20, 0x09] + $0.remove(at: 3) },
      copied: 7
    ),
    Case(name: "blank", lines: with { $0.insert([], at: 2) }, copied: 7),
    Case(name: "swapped", lines: with { $0.swapAt(1, 5) }, copied: 7),
    Case(name: "duplicated", lines: with { $0.insert($0[1], at: 5) }, copied: 7),
    Case(
      name: "typed by hand between",
      lines: with { $0.insert(Array(#"{"kind":"arrest"}"#.utf8), at: 5) },
      copied: 7,
      lost: 1
    ),
    Case(
      name: "withheld",
      lines: with { $0[4] = SampleLog.withheld($0[4], 5) },
      copied: 7
    ),
    Case(
      name: "altered before one withheld",
      lines: with {
        $0[0] = SampleLog.edited($0[0], "Anna", "Hanna")
        $0[4] = SampleLog.withheld($0[4], 5)
      },
      copied: 0,
      setAside: [2, 3, 4, 6, 7],
      lost: 1,
      withheld: 1
    ),
    // Either the hash of line 5 or the text of line 6 changed, and nothing tells which.
    Case(
      name: "withheld under a wrong hash",
      lines: with { $0[4] = SampleLog.rehashed(SampleLog.withheld($0[4], 5)) },
      copied: 4,
      setAside: [6, 7],
      untested: [6],
      withheld: 1
    ),
    Case(
      name: "withheld under a wrong hash behind a blank line",
      lines: with {
        $0[4] = SampleLog.rehashed(SampleLog.withheld($0[4], 5))
        $0.insert([], at: 1)
      },
      copied: 4,
      setAside: [6, 7],
      untested: [6],
      withheld: 1
    ),
    Case(
      name: "withheld, and the next one altered in its hash",
      lines: with {
        $0[3] = SampleLog.withheld($0[3], 4)
        $0[4] = SampleLog.rehashed($0[4])
      },
      copied: 4,
      setAside: [6, 7],
      lost: 1
    ),
    Case(
      name: "moved down from between a missing line and one withheld",
      lines: with {
        $0[4] = SampleLog.withheld($0[4], 5)
        let moved = $0.remove(at: 3)
        $0.remove(at: 2)
        $0.append(moved)
      },
      copied: 1,
      setAside: [2, 4, 6, 7],
      untested: [4],
      missing: 1,
      withheld: 1
    ),
    // The other copy grew by two lines of its own, 5 and 6; both branches are sound.
    Case(
      name: "two copies merged",
      lines: with {
        $0.insert(Array("<<<<<<< ours".utf8), at: 4)
        $0 += [Array("=======".utf8)] + other + [Array(">>>>>>> theirs".utf8)]
      },
      copied: 7,
      setAside: [5, 6]
    ),
    Case(
      name: "two copies merged, and the first line altered",
      lines: with {
        $0[0] = SampleLog.edited($0[0], "Anna", "Hanna")
        $0.insert(contentsOf: other, at: 4)
      },
      copied: 0,
      setAside: [2, 3, 4, 5, 5, 6, 6, 7],
      lost: 1
    ),
    Case(
      name: "a longer copy put behind",
      lines: Array(whole[..<5]) + other,
      copied: 5,
      setAside: [5, 6]
    ),
  ]

  /// Two lines that another copy added after line 4.
  private static let other: [[UInt8]] = {
    let log = MemoryLog(SampleLog.joined(Array(whole[..<4])))
    for number in [5, 6] {
      guard let writer = try? log.writer(timeoutMilliseconds: 0),
        (try? writer.append([.arrest("o-\(number)")], sealing: .counting())) != nil
      else { preconditionFailure("a small batch can be appended") }
      writer.close()
    }
    return log.bytes.split(separator: UInt8(ascii: "\n")).suffix(2).map(Array.init)
  }()

  private static func with(_ change: (inout [[UInt8]]) -> Void) -> [[UInt8]] {
    var lines = whole
    change(&lines)
    return lines
  }

  @Test(arguments: Backend.allCases, cases)
  func `what is whole is copied byte for byte, and the rest is set aside`(
    _ backend: Backend,
    _ damaged: Case
  ) throws {
    let log = try SampleLog.log(backend, damaged.lines)
    let before = try log.bytes()
    let salvage = try log.log.salvage()
    let copy = try salvage.copy
    #expect(copy == SampleLog.joined(Array(SalvageTests.original(damaged)[..<damaged.copied])))
    #expect(try salvage.positions == damaged.setAside)
    #expect(salvage.untested.map(\.position.number) == damaged.untested)
    #expect(salvage.lostCount == damaged.lost)
    #expect(salvage.missingCount == damaged.missing)
    #expect(salvage.withheldLeftOut == damaged.withheld)
    #expect(try salvage.damages == log.log.verify { _ in }.damages)
    #expect(try log.bytes() == before)
  }

  @Test(arguments: cases) func `the copy is a log that verifies`(_ damaged: Case) throws {
    let salvage = try MemoryLog(SampleLog.joined(damaged.lines)).salvage()
    let verification = try MemoryLog(salvage.copy).verify { _ in }
    #expect(verification.damages.isEmpty)
    #expect(verification.tornTail == nil)
    #expect(verification.counts == salvage.copied)
    #expect(verification.end == salvage.end)
  }

  @Test(arguments: cases)
  func `a copy that holds everything is told from one that does not`(_ damaged: Case) throws {
    let salvage = try MemoryLog(SampleLog.joined(damaged.lines)).salvage()
    let isComplete =
      damaged.setAside.isEmpty && damaged.lost + damaged.missing + damaged.withheld == 0
    #expect(salvage.isComplete == isComplete)
  }

  /// The seven lines as they should stand: only a withheld one is not as it was appended.
  private static func original(_ damaged: Case) -> [[UInt8]] {
    damaged.name.hasPrefix("withheld") ? damaged.lines.filter { !$0.isEmpty } : whole
  }

  /// However the log is cut off, no batch is copied in part, and no whole line is lost.
  @Test func `whole lines of a torn end are set aside`() throws {
    let all = SampleLog.joined(SalvageTests.whole)
    for length in (0...all.count).filter({ $0 % 3 == 0 || all[max(0, $0 - 1)] == 10 }) {
      let salvage = try MemoryLog(Array(all[..<length])).salvage()
      var ends: [Int] = []
      for line in SalvageTests.whole { ends.append((ends.last ?? -1) + 1 + line.count) }
      let standing = ends.count { $0 <= length }
      let copied = [7, 5, 4, 1].first { $0 <= standing } ?? 0
      #expect(salvage.copied.lines == copied, "length \(length)")
      #expect(try salvage.positions == Array((copied + 1)..<(standing + 1)), "length \(length)")
      let end = standing == 0 ? 0 : ends[standing - 1] + 1
      #expect(salvage.tornBytes == max(0, length - end), "length \(length)")
      #expect(salvage.isComplete == (standing == copied && length <= end), "length \(length)")
      #expect(salvage.damages.isEmpty)
    }
  }
}

extension Salvage {
  fileprivate var copy: [UInt8] {
    get throws {
      var bytes: [UInt8] = []
      try eachPiece { bytes += $0 }
      return bytes
    }
  }

  fileprivate var positions: [Int] {
    get throws {
      var positions: [Int] = []
      try eachSetAside { positions.append($0.position.number) }
      return positions
    }
  }
}
