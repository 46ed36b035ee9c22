import Events
import Projections
import Testing

@Suite struct DifferencePropertyTests {
  private static let seeds: [UInt64] = Array(1...25)
  private static let registrations = """
    ga person {"id":"anna","names":[{"text":"Anna Berg"}]}
    gb person {"id":"bert","names":[{"text":"Bert"}],"group":false}
    gw organisation {"id":"wgad","names":[{"text":"Group"}],"form":"ngo"}
    """

  /// Random lines, cut at a random place: what was recorded before it, and all.
  private func states(_ seed: UInt64) throws -> (before: Record, after: Record, day: Day) {
    var random = RandomChronicle(seed: seed)
    var lines = random.lines(50)
    lines.insert(contentsOf: DifferencePropertyTests.more, at: 25)
    let chronicle = try Chronicle(
      DifferencePropertyTests.registrations + "\n" + lines.joined(separator: "\n"),
      isLax: true
    )
    var numbers = SeededNumbers(seed: seed)
    let cut = Int.random(in: 0..<chronicle.lines.count, using: &numbers)
    var replay = Replay()
    for line in chronicle.lines[..<cut] { replay.take(line) }
    let before = replay.record()
    for line in chronicle.lines[cut...] { replay.take(line) }
    return (before, replay.record(), Day(number: Int.random(in: 16_700..<17_700, using: &numbers)))
  }

  /// What random lines lack: bans, border measures, elections, counts, relations, other forms.
  private static let more = """
    b1 ban 2016-05-17 anna {"what":["travel","assembly"],"term":"P1Y"}
    m1 border-measure 2016-05 - {"stage":"imposed","between":["xy","yz"],"measure":"closed"}
    d1 decision 2016-06 anna,bert {"body":"wgad","form":"opinion","finding":"arbitrary_detention"}
    n1 count 2016-08-01 - {"states":["held"],"count":{"n":2,"qualifier":"exact"}}
    l1 election 2016-09 - {"stage":"held","office":"mayor","candidates":["anna","dora"]}
    r1 relation - anna {"persons":["anna"],"to":"bert","as":"relative"}
    m2 border-measure 2017-02 - {"stage":"lifted","between":["yz","xy"],"measure":"closed"}
    cw correction {"of":"gw","set":{"details":{"form":"un_wgad"}},"reason":"r"}
    cg correction {"of":"gb","set":{"details":{"group":true}},"reason":"r"}
    cp correction {"of":"ga","set":{"details":{"names":[{"text":"Anna B"}]}},"reason":"r"}
    cr correction {"of":"r1","set":{"details":{"as":"colleague"}},"reason":"r"}
    cm correction {"of":"m1","set":{"date":"2016-07"},"reason":"r"}
    """.split(separator: "\n").map(String.init)

  private func rows(_ states: (before: Record, after: Record, day: Day)) -> [Difference] {
    RecordDifference(
      before: states.before,
      asOf: states.day,
      after: states.after,
      asOf: states.day
    ).rows
  }

  @Test(arguments: seeds)
  func `equal states do not differ`(seed: UInt64) throws {
    let (_, record, day) = try states(seed)
    let rows = RecordDifference(before: record, asOf: day, after: record, asOf: day).rows
    #expect(rows.map(\.json.written) == [])
  }

  @Test(arguments: seeds)
  func `every difference of the record names events that only the later state has`(
    seed: UInt64
  ) throws {
    let states = try states(seed)
    for row in rows(states) {
      #expect(!row.events.isEmpty, "\(row.json.written)")
      for id in row.events {
        #expect(states.before[id] == nil && states.after[id] != nil, "\(row.json.written)")
      }
    }
  }

  @Test(arguments: seeds)
  func `turned around, before and after are exchanged`(seed: UInt64) throws {
    let (before, after, day) = try states(seed)
    let later = day.adding(days: 200)
    for (first, second) in [(day, day), (day, later), (later, day)] {
      let there = RecordDifference(before: before, asOf: first, after: after, asOf: second).rows
      let back = RecordDifference(before: after, asOf: second, after: before, asOf: first).rows
      #expect(there.map(told).sorted() == back.map(toldBackwards).sorted())
    }
  }

  private static let opposites = [
    "added": "withdrawn", "made": "withdrawn", "closed": "reopened",
    "no longer possibly met": "possibly met", "no longer confirmed": "confirmed again",
  ]

  private func told(_ row: Difference) -> String {
    let what = DifferencePropertyTests.opposites[row.what] ?? row.what
    return "\(row.subject) \(what) \(row.before.written) \(row.after.written) \(row.events)"
  }

  private func toldBackwards(_ row: Difference) -> String {
    let what = DifferencePropertyTests.opposites[row.what] ?? row.what
    return "\(row.subject) \(what) \(row.after.written) \(row.before.written) \(row.events)"
  }

  private static let words = [
    "no longer confirmed": "current", "confirmed again": "current",
  ]

  @Test(arguments: seeds)
  func `a person's rows are exactly the members of the status that differ`(seed: UInt64) throws {
    let (before, after, day) = try states(seed)
    for next in [day, day.adding(days: 400)] {
      let rows = RecordDifference(before: before, asOf: day, after: after, asOf: next).rows
      let known = (Set(before.persons), Set(after.persons))
      for person in known.0.union(known.1) {
        let old = before.detentionStatus(of: person, asOf: day).json(name: "")
        let new = after.detentionStatus(of: person, asOf: next).json(name: "")
        for member in DetentionStatus.columns where !DifferencePropertyTests.untold.contains(member)
        {
          let isKnown = (
            known.0.contains(before.identities.canonical(person)),
            known.1.contains(after.identities.canonical(person))
          )
          let expected =
            old[member] == new[member]
            ? []
            : [
              [isKnown.0 ? old[member] ?? .null : .null, isKnown.1 ? new[member] ?? .null : .null]
            ]
          let found = rows.filter {
            $0.subject.sort == .person && $0.subject.id == person.text
              && DifferencePropertyTests.words[$0.what, default: $0.what] == member
          }
          #expect(found.map { [$0.before, $0.after] } == expected, "\(person) \(member)")
        }
        #expect(
          items(rows, person, "restriction") == exchange(old["restrictions"], new["restrictions"])
        )
        #expect(items(rows, person, "anomaly") == exchange(old["anomalies"], new["anomalies"]))
        #expect(
          items(rows, person, "recognition") == exchange(old["recognition"], new["recognition"])
        )
      }
    }
  }

  /// Members that have rows of their own, or none.
  private static let untold: Set<String> = [
    "person", "name", "held", "restrictions", "recognition", "basis", "sources", "anomalies",
    "as_of",
  ]

  /// What the rows take away, and what they bring.
  private func items(_ rows: [Difference], _ person: EntityID, _ what: String) -> [[String]] {
    let mine = rows.filter {
      $0.subject.sort == .person && $0.subject.id == person.text && $0.what == what
    }
    return [mine.map(\.before), mine.map(\.after)].map { values in
      values.map(\.written).filter { $0 != "null" }.sorted()
    }
  }

  private func exchange(_ old: JSON?, _ new: JSON?) -> [[String]] {
    let old = Set((old?.array ?? []).map(\.written))
    let new = Set((new?.array ?? []).map(\.written))
    return [old.subtracting(new).sorted(), new.subtracting(old).sorted()]
  }

  @Test(arguments: seeds)
  func `the numbers of the held are those of the statistics`(seed: UInt64) throws {
    let (before, after, day) = try states(seed)
    for next in [day, day.adding(days: 400)] {
      let rows = RecordDifference(before: before, asOf: day, after: after, asOf: next).rows
      let old = try #require(before.heldOverTime(from: day, to: day, by: .year).last).json
      let new = try #require(after.heldOverTime(from: next, to: next, by: .year).last).json
      for name in HeldNumber.columns where name != "day" {
        let found = rows.filter { $0.subject.sort == .numbers && $0.what == name }
        let expected = old[name] == new[name] ? [] : [[old[name], new[name]]]
        #expect(found.map { [$0.before, $0.after] } == expected)
      }
    }
  }

  @Test(arguments: seeds)
  func `other projections change by the rows, and by nothing else`(seed: UInt64) throws {
    let (before, after, day) = try states(seed)
    for next in [day, day.adding(days: 400)] {
      let rows = RecordDifference(before: before, asOf: day, after: after, asOf: next).rows
      func differ(_ a: [JSON], _ b: [JSON]) -> Bool { a.map(\.written) != b.map(\.written) }
      func has(_ sort: Difference.Sort) -> Bool { rows.contains { $0.subject.sort == sort } }
      let demands = exchange(
        .array(before.demands(asOf: day).map(\.json)),
        .array(after.demands(asOf: next).map(\.json))
      )
      let told = rows.filter { $0.subject.sort == .demand }
      #expect(
        Set(told.map(\.before.written)).subtracting(["null"]) == Set(demands[0])
          && Set(told.map(\.after.written)).subtracting(["null"]) == Set(demands[1])
      )
      #expect(
        has(.election)
          == differ(
            before.elections(asOf: day).map(\.json),
            after.elections(asOf: next).map(\.json)
          )
      )
      #expect(
        has(.count)
          == differ(before.counts(asOf: day).map(\.json), after.counts(asOf: next).map(\.json))
      )
    }
  }

  @Test(arguments: seeds)
  func `asking about some people gives their rows alone`(seed: UInt64) throws {
    let (before, after, day) = try states(seed)
    let anna = try entityID("anna")
    let names = Set(before.registry.namesakes(of: anna) + after.registry.namesakes(of: anna))
    let whole = RecordDifference(before: before, asOf: day, after: after, asOf: day).rows
    let part = RecordDifference(
      before: before,
      asOf: day,
      after: after,
      asOf: day,
      about: [anna]
    ).rows
    let expected = whole.filter { !$0.persons.isDisjoint(with: names) && $0.subject.sort != .count }
    #expect(part.map(\.json.written) == expected.map(\.json.written))
  }
}
