import Events
import Projections
import Testing

@testable import Snapshot

/// What the snapshot answers is what a replay of the whole log answers.
@Suite struct ReplayTests {
  private let folder = TestFolder()
  private let log = TestLog()

  private func grown(_ seed: UInt64) throws -> (Snapshot, Record) {
    var record = RandomRecord(seed: seed)
    for _ in 0..<5 {
      try log.append((0..<22).map { _ in record.next() })
      _ = try Snapshot.open(folder.snapshot, log: log.log)
    }
    return (try Snapshot.open(folder.snapshot, log: log.log), try log.replayed())
  }

  @Test(arguments: UInt64(100)..<106)
  func `a person's own record gives the status of the whole record`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    #expect(whole.persons.count > 3)
    for person in whole.persons {
      let part = try snapshot.record(about: [person])
      #expect(part.head == whole.head)
      for day in try ["2015-06-30", "2017-03-01", "2026-11-22"].map({ try #require(Day(iso: $0)) })
      {
        #expect(part.answer(about: person, day) == whole.answer(about: person, day))
      }
      let demands = whole.demands(asOf: try #require(Day(iso: "2026-11-22")))
        .filter { $0.person == person }
      let own = part.demands(asOf: try #require(Day(iso: "2026-11-22")))
        .filter { $0.person == person }
      #expect(own.map(\.json.written) == demands.map(\.json.written))
    }
  }

  @Test(arguments: UInt64(110)..<114)
  func `the whole record is that of the log`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    let stored = try snapshot.record()
    #expect(stored.facts.map(\.described) == whole.facts.map(\.described))
    #expect(stored.happenings.map(\.described) == whole.happenings.map(\.described))
  }

  @Test(arguments: UInt64(116)..<120)
  func `the tables say what the record says`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    let last = try #require(Day(iso: "9999-12-31"))
    let happened = Set(whole.happenings.flatMap(\.persons)).sorted()
    let expected = happened.map { person in
      let status = whole.detentionStatus(of: person, asOf: last)
      return "\(person) \(status.isGroup ? "group" : status.liberty.rawValue) "
        + "\(status.isGroup ? "" : status.since ?? "") \(status.process.rawValue)"
    }
    #expect(try snapshot.lastKnown() == expected)
    let shown = whole.happenings.map { happening in
      "\(happening.position) \(happening.beginning.earliest?.description ?? "") "
        + "\(happening.beginning.latest?.description ?? "") "
        + Set(happening.persons.map(\.text)).sorted().joined(separator: ",")
    }
    #expect(try snapshot.shown() == shown.sorted())
  }

  @Test(arguments: UInt64(140)..<148)
  func `the spells say of every day what the record says of it`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    let people = whole.persons.filter { !whole.happenings(of: $0).isEmpty }
    #expect(people.count > 3)
    for person in people {
      let days = whole.happenings(of: person).flatMap(\.daysNearby)
      for day in Set(days).sorted() {
        let status = whole.detentionStatus(of: person, asOf: day)
        let expected =
          status.isGroup || status.liberty == .unknown
          ? nil : "\(status.liberty) \(status.since ?? "") \(status.isCurrent)"
        #expect(try snapshot.spell(of: person, on: day) == expected, "\(person) on \(day)")
      }
    }
  }

  @Test(arguments: UInt64(170)..<176)
  func `a status that was kept is that of the record on every day`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    var keptCount = 0
    for person in whole.persons {
      let far = try ["0000-01-01", "9999-12-31"].map { try #require(Day(iso: $0)) }
      let happenings = whole.happenings(of: person)
      let days = Set(happenings.flatMap(\.daysNearby) + happenings.flatMap(\.daysOfTerms) + far)
      for day in days.sorted() {
        let stored = try #require(try snapshot.detentionStatuses(of: [person], asOf: day).first)
        let expected = whole.detentionStatus(of: person, asOf: day)
        #expect(stored.described == expected.described, "\(person) on \(day)")
        if try snapshot.keepsStatus(of: person, on: day) { keptCount += 1 }
      }
    }
    #expect(keptCount > 10)
    for day in try ["2015-06-30", "2017-03-01", "2026-11-22"].map({ try #require(Day(iso: $0)) }) {
      let expected = whole.detentionStatuses(asOf: day).map(\.described)
      #expect(try snapshot.detentionStatuses(asOf: day).map(\.described) == expected)
    }
  }

  @Test(arguments: UInt64(184)..<192)
  func `what is due is what is due by the record`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    let days = Set(whole.happenings.flatMap(\.daysNearby)).sorted()
    #expect(days.count > 50)
    var planned: Set<String> = []
    for (day, within) in days.map({ ($0, 30) }) + days.map({ ($0, 400) }) {
      let expected = whole.dues(asOf: day, within: within)
      let stored = try snapshot.dues(asOf: day, within: within)
      #expect(stored.map(\.json.written) == expected.map(\.json.written), "\(day)")
      planned.formUnion(expected.map(\.what))
    }
    #expect(planned.contains("hearing") || planned.contains("visit"), "\(planned)")
  }

  @Test func `the index of what is ahead has the kinds that plan something`() {
    let index = "\(Schema.indexes)".split(separator: "CREATE").first { $0.contains("events_ahead") }
    let kinds = index?.split(separator: "'").enumerated().filter { !$0.offset.isMultiple(of: 2) }
    #expect(Set(kinds?.map { String($0.element) } ?? []) == Set(Due.planned.keys))
  }

  @Test(arguments: UInt64(150)..<156)
  func `a history from settled rows folds as that of the whole record`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    let days = try ["2015-06-30", "2017-03-01", "2026-11-22"].map { try #require(Day(iso: $0)) }
    for person in whole.persons {
      let history = try snapshot.history(of: person)
      for day in days {
        let name = whole.registry.displayName(of: person)
        #expect(
          history.detentionStatus(asOf: day).json(name: name).written
            == whole.detentionStatus(of: person, asOf: day).json(name: name).written
        )
      }
    }
  }

  @Test(arguments: UInt64(160)..<164)
  func `who was held on a day is found by its spells`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    for day in try ["2014-12-31", "2016-07-01", "2026-11-22", "12026-11-22"].map({
      try #require(Day(iso: $0))
    }) {
      let expected = whole.detentionStatuses(asOf: day)
        .filter { $0.isHeld || (!$0.isGroup && $0.liberty.isCountedApart) }.map(\.person)
      #expect(try snapshot.heldOrCountedApart(on: day) == expected)
    }
  }

  @Test(arguments: UInt64(122)..<125)
  func `references are those of the record`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    let references = snapshot.references
    for fact in whole.facts {
      #expect(references.position(of: fact.id) == fact.position)
      #expect(references.outline(of: fact.id) == whole.outline(of: fact.id))
      #expect(references.fact(fact.id)?.described == fact.described)
    }
    let ids = ["p1", "p2", "p3", "p99", "xy", "xy/prison-0", "x", "s0", "body-0", "zz1"]
    for id in ids.compactMap(EntityID.init) {
      #expect(references.sort(of: id) == whole.sort(of: id))
    }
    #expect(
      references.nearest(to: "ana berg", among: [.person])
        == whole.nearest(to: "ana berg", among: [.person])
    )
    try references.confirm()
  }

  @Test(arguments: UInt64(128)..<131)
  func `the record of an event holds its history`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    for fact in whole.facts {
      let part = try #require(try snapshot.record(event: fact.id))
      #expect(part[fact.id]?.described == fact.described)
      #expect(part.happening(of: fact.id)?.described == whole.happening(of: fact.id)?.described)
      let referrers = whole.facts.filter { $0.refers(to: fact.id) }.map(\.described)
      #expect(part.facts.filter { $0.refers(to: fact.id) }.map(\.described) == referrers)
    }
  }
}

extension TestLog {
  /// The record by reading the whole log.
  func replayed(upTo limit: KnownAt = .everything) throws -> Record {
    try log.replayed(upTo: limit)
  }
}

extension MemoryLog {
  /// The record by reading the whole log.
  func replayed(upTo limit: KnownAt = .everything) throws -> Record {
    var replay = Replay()
    var cursor = try lines(after: .start)
    while let line = try cursor.next(), limit.includes(line.line) { replay.take(line.line) }
    return replay.record()
  }
}

extension Fact {
  /// Everything that a fact says, for comparing.
  var described: String {
    let corrected = correctedBy.map(\.text).joined(separator: ",")
    return "\(position) \(id) \(JSON.object(content.members).written) \(corrected) "
      + (retractedBy?.text ?? "")
  }

  func refers(to id: EventID) -> Bool {
    Vocabulary.standard.references(in: content).contains { $0.event == id }
  }
}

extension Happening {
  var described: String {
    fact.described + " \(persons) \(otherAccounts) \(beginning) \(end)"
  }
}

extension Record {
  /// Everything that is said about a person, for comparing.
  func answer(about person: EntityID, _ day: Day) -> String {
    let status = detentionStatus(of: person, asOf: day)
    return status.json(name: registry.displayName(of: person)).written
      + JSON.array(libertySpells(of: person, asOf: day).map(\.json)).written
      + "\(registry.namesakes(of: person))" + (status.endReason ?? "")
      + happenings(of: person).map(\.described).joined()
  }
}

extension DetentionStatus {
  /// Everything that a status says, for comparing.
  fileprivate var described: String { "\(person) \(asOf) \(kept.written)" }
}

extension Happening {
  /// Days on which it can make a difference, and days beside them.
  fileprivate var daysNearby: [Day] {
    let since = fact.details.date("since")?.beginning
    let days = [beginning.earliest, beginning.latest, since?.earliest, since?.latest]
      .compactMap(\.self)
    return days.flatMap { day in
      [
        day.adding(days: -1), day, day.adding(days: 1), day.adding(days: 70),
        day.adding(months: 13), day.adding(months: 60),
      ]
    }
  }
}

extension Happening {
  /// The days on which terms end that begin with it, and evidence of it ages.
  fileprivate var daysOfTerms: [Day] {
    guard let first = beginning.latest else { return [] }
    let ends =
      [first.adding(days: 3), first.adding(days: 30)]
      + [2, 6, 12, 24, 36].map { first.adding(months: $0) }
    return ends.flatMap { end in [0, 1, 6, 7, 8].map { end.adding(days: $0) } }
  }
}

extension Snapshot {
  /// What the rows say of a person's liberty on a day; nil if nothing is known of it.
  fileprivate func spell(of person: EntityID, on day: Day) throws -> String? {
    try store.read { connection throws(SnapshotError) in
      try connection.rows(
        """
        SELECT liberty, coalesce(since, ''), coalesce(confirmed_until, '') >= ?2 FROM spells
        WHERE person = ?1 AND from_day <= ?2 AND (to_day IS NULL OR to_day > ?2)
          AND liberty <> 'unknown'
        """,
        .id(person),
        .text(day.description)
      ) { columns throws(SnapshotError) in
        let state = LibertyState(rawValue: try columns.text(0))
        return "\(state.map { "\($0)" } ?? "") \(try columns.text(1)) \(try columns.flag(2))"
      }
    }.first
  }

  /// Whether a row says where a person stood on a day.
  fileprivate func keepsStatus(of person: EntityID, on day: Day) throws -> Bool {
    try store.read { connection throws(SnapshotError) in
      try !connection.rows(
        "SELECT 1 FROM statuses WHERE person = ? AND from_day <= ?",
        .id(person),
        .text(day.description)
      ) { _ in true }.isEmpty
    }
  }

  fileprivate func lastKnown() throws -> [String] {
    try store.read { connection throws(SnapshotError) in
      try connection.rows(
        """
        SELECT person || ' ' || coalesce(liberty, 'group') || ' ' || coalesce(since, '') || ' '
          || process
        FROM last_known k ORDER BY person
        """
      ) { columns throws(SnapshotError) in try columns.text(0) }
    }
  }

  fileprivate func shown() throws -> [String] {
    try store.read { connection throws(SnapshotError) in
      try connection.rows(
        """
        SELECT position || ' ' || coalesce(earliest, '') || ' ' || coalesce(latest, '') || ' '
          || coalesce((SELECT group_concat(canonical, ',') FROM (SELECT DISTINCT canonical
            FROM event_persons p WHERE p.position = e.position ORDER BY 1)), '')
        FROM events e WHERE shown = 1
        """
      ) { columns throws(SnapshotError) in try columns.text(0) }.sorted()
    }
  }
}
