import Events
import Projections
import Testing

@Suite struct TwoClocksPropertyTests {
  private static let seeds: [UInt64] = Array(1...8)
  private static let count = 40

  /// Random lines in batches of random length, each a minute to a day after the one before.
  private func text(_ seed: UInt64) -> [String] {
    var random = RandomChronicle(seed: seed)
    var numbers = SeededNumbers(seed: seed &+ 1_000)
    var moment = 1_500_000_000
    var text: [String] = []
    for line in random.lines(TwoClocksPropertyTests.count) {
      if text.isEmpty || Int.random(in: 0..<3, using: &numbers) == 0 {
        moment += Int.random(in: 60...86_400, using: &numbers)
        text.append("@\(Instant(seconds: moment))")
      }
      text.append(line)
    }
    return text
  }

  private func chronicle(_ lines: [String]) throws -> Chronicle {
    try Chronicle(lines.joined(separator: "\n"), isLax: true)
  }

  @Test(arguments: TwoClocksPropertyTests.seeds)
  func `known at a position is the record of the lines up to it`(seed: UInt64) throws {
    let chronicle = try chronicle(text(seed))
    // Asked after each line, as somebody would have who followed the log.
    var replay = Replay()
    for line in chronicle.lines {
      replay.take(line)
      let then = replay.record()
      guard line.position.number % 5 == 0 else { continue }
      let now = chronicle.record(knownAt: .position(line.position))
      #expect(now.rows == then.rows)
      #expect(
        now.check(asOf: Record.days[1]).map(\.json.written)
          == then.check(asOf: Record.days[1]).map(\.json.written)
      )
    }
  }

  @Test(arguments: TwoClocksPropertyTests.seeds)
  func `known at a moment is known at the last position recorded by then`(seed: UInt64) throws {
    let chronicle = try chronicle(text(seed))
    let moments = chronicle.moments
    for moment in Set(moments).sorted().suffix(4) {
      for instant in [moment.seconds - 1, moment.seconds].map(Instant.init(seconds:)) {
        let last = moments.lastIndex { $0 <= instant }.map { $0 + 1 } ?? 0
        #expect(
          chronicle.record(knownAt: .instant(instant)).rows
            == chronicle.record(knownAt: .position(Position(last))).rows
        )
      }
    }
  }

  /// A line at a random place that is withdrawn at the end, beside the same record in which both
  /// were withheld, so that every position stays.
  private func rowsWith(_ line: (Int) -> String, seed: UInt64) throws -> ([String], [String]) {
    var numbers = SeededNumbers(seed: seed &+ 2_000)
    let text = text(seed)
    let place = Int.random(in: 2...text.count, using: &numbers)
    let before = text[..<place].count { !$0.hasPrefix("@") }
    var with = text
    with.insert(line(Int.random(in: 0..<before, using: &numbers)), at: place)
    with.append(#"y retraction {"of":"x","reason":"r"}"#)
    var without = text
    without.insert("withheld", at: place)
    without.append("withheld")
    return try (chronicle(with).record.rows, chronicle(without).record.rows)
  }

  @Test(arguments: TwoClocksPropertyTests.seeds)
  func `retracting a correction restores the former answers`(seed: UInt64) throws {
    let (with, without) = try rowsWith(
      {
        #"x correction {"of":"e\#($0)","set":{"date":"2014","persons":["zoe"],"after":null},"#
          + #""reason":"r"}"#
      },
      seed: seed
    )
    #expect(with == without)
  }

  @Test(arguments: TwoClocksPropertyTests.seeds)
  func `retracting a merge restores every row`(seed: UInt64) throws {
    let pair = [["anna", "bert"], ["ann", "dora"], ["cora", "anna"]][Int(seed % 3)]
    let (with, without) = try rowsWith(
      { _ in #"x identity {"stage":"merged","ids":["\#(pair[0])"],"into":"\#(pair[1])"}"# },
      seed: seed
    )
    #expect(with == without)
  }

  @Test(arguments: TwoClocksPropertyTests.seeds)
  func `events about others change nobody's status`(seed: UInt64) throws {
    var chronicle = try chronicle(text(seed))
    let before = chronicle.record
    try chronicle.append(#"z1 arrest 2016-05-17 zoe,yan + {"after":["e0"]}"#)
    try chronicle.append(#"z2 sentence 2016-06 zoe {"form":"imprisonment","term":"P1Y"}"#)
    try chronicle.append(#"z3 correction {"of":"z2","set":{"date":"2016-07"},"reason":"r"}"#)
    try chronicle.append(#"z4 identity {"stage":"merged","ids":["yan"],"into":"zoe"}"#)
    try chronicle.append(#"z5 death 2017 yan"#)
    let after = chronicle.record
    for person in before.persons {
      #expect(after.statusRows(of: person) == before.statusRows(of: person))
    }
    #expect(Set(after.persons.map(\.text)) == Set(before.persons.map(\.text)).union(["zoe"]))
  }

  @Test(arguments: TwoClocksPropertyTests.seeds)
  func `a late arrival changes those whom it touches, from its day on`(seed: UInt64) throws {
    var chronicle = try chronicle(text(seed))
    let before = chronicle.record
    let touched = before.identities.canonical(try entityID("anna"))
    try chronicle.append("late arrest 2006-05-17 anna")
    let after = chronicle.record
    for person in before.persons where person != touched {
      #expect(after.statusRows(of: person) == before.statusRows(of: person))
    }
    let eve = try day("2006-05-16")
    #expect(
      after.detentionStatus(of: touched, asOf: eve).json(name: "").written
        == before.detentionStatus(of: touched, asOf: eve).json(name: "").written
    )
    let status = after.detentionStatus(of: touched, asOf: try day("2006-05-17"))
    #expect(status.liberty == .policeCustody)
    #expect(status.basis.texts == ["late"])
    #expect(status.since == "2006-05-17")
  }
}

extension Chronicle {
  /// When each line was recorded.
  fileprivate var moments: [Instant] {
    lines.compactMap { if case .event(let event) = $0 { event.recorded } else { nil } }
  }
}

extension Record {
  /// Before, within and after what random records speak of.
  fileprivate static let days = [
    Day(number: 16_700), Day(number: 17_000), Day(number: 17_200), Day(number: 18_000),
  ]

  /// The rows of every projection, as each view prints them.
  fileprivate var rows: [String] {
    Record.days.flatMap { day -> [any Row] in
      Timeline(of: self, asOf: day, planned: true).entries + demands(asOf: day)
        + counts(asOf: day) + borderMeasures(asOf: day) + elections(asOf: day)
        + dues(asOf: day, within: 90) + sources(asOf: day)
    }.map(\.json.written) + persons.flatMap(statusRows)
  }

  fileprivate func statusRows(of person: EntityID) -> [String] {
    Record.days.map { detentionStatus(of: person, asOf: $0).json(name: "").written }
  }
}
