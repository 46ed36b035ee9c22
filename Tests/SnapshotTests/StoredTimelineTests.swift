import Events
import Projections
import Testing

@testable import Snapshot

/// A timeline that the snapshot gives some entries at a time is the one that a replay makes.
@Suite struct StoredTimelineTests {
  private let folder = TestFolder()
  private let log = TestLog()

  private func entries(
    _ snapshot: Snapshot,
    _ day: Day,
    planned: Bool,
    _ filter: TimelineFilter
  ) throws -> [TimelineEntry] {
    let registrations = try snapshot.registrations()
    let rule = TimelineRule(
      asOf: day,
      planned: planned,
      filter: filter,
      register: registrations
    )
    let timeline = try snapshot.timeline(rule, of: filter.persons, among: registrations)
    var entries: [TimelineEntry] = []
    try timeline.eachEntry { entries.append($0) }
    return entries
  }

  private func written(_ entries: [TimelineEntry]) -> [String] {
    entries.map { $0.json.written + ($0.happening.fact.privateDigest ?? "") }
  }

  @Test(arguments: UInt64(300)..<312)
  func `it is the timeline of a replay`(seed: UInt64) throws {
    var record = RandomRecord(seed: seed)
    for _ in 0..<6 { try log.append((0..<40).map { _ in record.next() }) }
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    let whole = try log.replayed(upTo: .everything)
    var found = 0
    for text in ["2012-06-15", "2018-01-01", "2026-11-22"] {
      let day = try #require(Day(iso: text))
      for planned in [false, true] {
        var filters = [TimelineFilter()]
        for person in whole.persons.prefix(4) {
          filters.append(TimelineFilter())
          filters[filters.count - 1].persons = [person]
        }
        if let source = whole.facts.lazy.flatMap(\.sources).first?.source {
          filters.append(TimelineFilter())
          filters[filters.count - 1].sources = [source]
        }
        for filter in filters {
          let expected = Timeline(of: whole, asOf: day, planned: planned, filter: filter)
          let stored = try entries(snapshot, day, planned: planned, filter)
          #expect(written(stored) == written(expected.entries))
          found += stored.count
        }
      }
    }
    #expect(found > 0)
  }

  @Test(arguments: UInt64(320)..<326)
  func `whose names may be shown is what a replay says, also where lines were withheld`(
    seed: UInt64
  ) throws {
    var record = RandomRecord(seed: seed)
    for _ in 0..<3 { try log.append((0..<40).map { _ in record.next() }) }
    let withheld = try log.withholding(Int(seed % 30) + 1)
    let snapshot = try Snapshot.open(folder.snapshot, log: withheld)
    let stored = try snapshot.registrations()
    var replay = Replay()
    var cursor = try withheld.lines(after: .start)
    while let line = try cursor.next() { replay.take(line.line) }
    let whole = replay.record()
    try expectSame(stored, as: whole)
  }

  @Test func `a confidential part that only a correction has is told`() throws {
    try log.append(
      #"{"id":"p","kind":"person","details":{"id":"p1","names":[{"text":"Anna Berg"}]}}"#,
      #"{"id":"s","kind":"source","details":{"id":"s1","form":"letter","title":"A letter"}}"#,
      #"{"id":"a","kind":"arrest","date":"2016-05","persons":["p1"],"title":"Taken","#
        + #""sources":[{"source":"s1"}]}"#
    )
    try log.append(
      #"{"id":"c","kind":"correction","details":{"of":"a","reason":"a typing error","#
        + #""set":{"title":"Taken at home"}},"private":{"phone":"1"}}"#
    )
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    let found = try entries(
      snapshot,
      try #require(Day(iso: "2020-01-01")),
      planned: false,
      TimelineFilter()
    )
    #expect(found.map(\.happening.title) == ["Taken at home"])
    #expect(found.first?.happening.fact.privateDigest != nil)
  }

  @Test func `somebody who appends meanwhile waits for nobody, and changes nothing`() throws {
    var record = RandomRecord(seed: 340)
    for _ in 0..<4 { try log.append((0..<200).map { _ in record.next() }) }
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    let day = try #require(Day(iso: "2026-11-22"))
    let before = try entries(snapshot, day, planned: true, TimelineFilter())
    let registrations = try snapshot.registrations()
    let rule = TimelineRule(
      asOf: day,
      planned: true,
      filter: TimelineFilter(),
      register: registrations
    )
    let timeline = try snapshot.timeline(rule, of: [], among: registrations)
    var entries: [TimelineEntry] = []
    try timeline.eachEntry { entry in
      if entries.isEmpty {
        try log.append((0..<40).map { _ in record.next() })
        let other = try Snapshot.open(folder.snapshot, log: log.log, busyMilliseconds: 0)
        #expect(other.warnings.isEmpty)
        #expect(try other.point().position.number == 840)
      }
      entries.append(entry)
    }
    #expect(written(entries) == written(before))
  }
}
