import Events
import Projections
import Testing

@testable import Snapshot

/// Logs that another program may have written: annals refuses some of their lines, and reads all.
///
/// A snapshot, caught up line by line or made anew, says of them what a replay says.
@Suite struct ForeignLogTests {
  private static let people = [
    #"{"id":"p-1","kind":"person","details":{"id":"a","names":[{"text":"Anna Berg"}]}}"#,
    #"{"id":"p-2","kind":"person","details":{"id":"b","names":[{"text":"Bela Dahl"}]}}"#,
    #"{"id":"p-3","kind":"person","details":{"id":"c","names":[{"text":"Cem Ek"}]}}"#,
  ]

  private static func arrest(_ id: String, _ more: String = "") -> String {
    #"{"id":"\#(id)","kind":"arrest","date":"2020-01-01","persons":["a"],"title":"\#(id)"\#(more)}"#
  }

  private static func decision(_ id: String, _ more: String = "") -> String {
    #"{"id":"\#(id)","kind":"decision","date":"2020-01-01","persons":["a"],"title":"\#(id)"\#(more),"#
      + #""details":{"body":"court","form":"opinion","demands":[{"id":"d1","what":"release"}]}}"#
  }

  private static func trial(_ id: String, _ date: String, _ more: String = "") -> String {
    #"{"id":"\#(id)","kind":"trial","date":"\#(date)","persons":["a"],"title":"\#(id)"\#(more),"#
      + #""details":{"stage":"opened","for":"2026-12-10"}}"#
  }

  private static func about(_ id: String, _ kind: String, _ details: String) -> String {
    #"{"id":"\#(id)","kind":"\#(kind)","details":{\#(details)}}"#
  }

  /// Each a story that was once told wrong, or could be.
  private static let stories: [[String]] = [
    // Two withdrawn events, one of them an account of the other.
    people + [
      arrest("x0"), arrest("x"), arrest("a1", #","account_of":"x""#),
      about("r1", "retraction", #""of":"x","reason":"r""#),
      about("k", "correction", #""of":"x","reason":"r","set":{"account_of":"x0"}"#),
      about("r2", "retraction", #""of":"x0","reason":"r""#),
    ],
    // An account of an account whose main event comes back.
    people + [
      arrest("x"), arrest("a1", #","account_of":"x""#), arrest("a2", #","account_of":"a1""#),
      about("r1", "retraction", #""of":"x","reason":"r""#),
      about("r2", "retraction", #""of":"r1","reason":"r""#),
    ],
    // The same, whose main event arrives late.
    people + [
      arrest("a1", #","account_of":"x""#), arrest("a2", #","account_of":"a1""#), arrest("x"),
    ],
    // A ranking before the event that it names.
    people + [
      about("k", "ranking", #""of":"x","rank":"deprecated","reason":"r""#), arrest("x"),
      arrest("y"),
    ],
    // A list that is a single text.
    people + [
      arrest("x"),
      #"{"id":"y","kind":"arrest","date":"2021","persons":["b"],"title":"y"}"#,
      #"{"id":"z","kind":"release","date":"2022","persons":["c"],"title":"z"}"#,
      about("i1", "identity", #""stage":"merged","ids":["b"],"into":"a""#),
      about("k", "correction", #""of":"i1","reason":"r","set":{"details":{"ids":"b"}}"#),
      about("i2", "identity", #""stage":"merged","ids":["c"],"into":"b""#),
    ],
    // A plan for a year beyond those of the log, and one that begins as its event does.
    people + [
      #"{"id":"e","kind":"election","date":"2026-01-01","title":"Called","#
        + #""details":{"office":"o","stage":"scheduled","for":"2030"}}"#,
      about("k", "correction", #""of":"e","reason":"r","set":{"details":{"for":"Y12345"}}"#),
      #"{"id":"f","kind":"election","date":"2020-05","title":"Called","#
        + #""details":{"office":"o","stage":"scheduled","for":"2020-05/2020-06"}}"#,
      arrest("x"),
      #"{"id":"g","kind":"arrest","date":"2026-06-01","persons":["a"],"title":"g"}"#,
    ],
    // Compliance with an account that counts for nothing, of an account of something else.
    people + [
      decision("n"), decision("m", #","account_of":"n""#), decision("d", #","account_of":"m""#),
      about("k1", "ranking", #""of":"m","rank":"preferred","reason":"r""#),
      about("k2", "ranking", #""of":"d","rank":"deprecated","reason":"r""#),
      #"{"id":"c","kind":"compliance","date":"2021","title":"c","#
        + #""details":{"of":"d","stage":"complied"}}"#,
    ],
    // Two events that plan the same, the first of which is told better later.
    people + [
      trial("x", "2026-01-10"), trial("y", "2026-01-11"),
      trial("z", "2026-01-10", #","account_of":"x","certainty":"confirmed""#),
    ],
  ]

  @Test(arguments: stories.indices)
  func `a snapshot says what a replay says`(story: Int) throws {
    // The order in which sets give their members is another for other names.
    for round in 0..<12 {
      let folder = TestFolder()
      let log = TestLog()
      for draft in ForeignLogTests.stories[story] {
        try log.append(ForeignLogTests.renamed(draft, round))
        try expectSame(try Snapshot.open(folder.snapshot, log: log.log), as: log)
      }
      try expectSame(try Snapshot.rebuild(folder.snapshot, log: log.log), as: log)
    }
  }

  /// The draft with other ids for its events.
  private static func renamed(_ draft: String, _ round: Int) -> String {
    guard round > 0 else { return draft }
    var draft = draft
    for id in ["x0", "x", "a1", "a2", "y"] {
      draft = draft.replacing("\"\(id)\"", with: "\"\(id)-\(round)\"")
    }
    return draft
  }

  private func expectSame(_ snapshot: Snapshot, as log: TestLog) throws {
    let whole = try log.replayed(upTo: .everything)
    let day = try #require(Day(iso: "2026-11-22"))
    try expectSameFigures(snapshot, as: whole, on: day)
    try expectSameDemands(snapshot, as: whole, on: day)
    try expectSameDossiers(snapshot, as: whole, on: day)
    for (from, days) in [(day, 60), (try #require(Day(iso: "9990-01-01")), 36_525)] {
      let dues = whole.dues(asOf: from, within: days).map(\.json.written)
      #expect(try snapshot.dues(asOf: from, within: days).map(\.json.written) == dues)
    }
    let registrations = try snapshot.registrations()
    try SnapshotTests.expectSame(registrations, as: whole)
    for person in [nil] + ["a", "b"].map(EntityID.init) {
      var filter = TimelineFilter()
      filter.persons = Set([person].compactMap { $0 })
      let rule = TimelineRule(
        asOf: day,
        planned: true,
        filter: filter,
        register: registrations
      )
      var entries: [String] = []
      try snapshot.timeline(rule, of: filter.persons, among: registrations)
        .eachEntry { entries.append($0.json.written) }
      let expected = Timeline(of: whole, asOf: day, planned: true, filter: filter)
      #expect(entries == expected.entries.map(\.json.written))
    }
    for person in whole.persons {
      let stored = try snapshot.detentionStatuses(of: [person], asOf: day)
      let expected = whole.detentionStatus(of: person, asOf: day)
      #expect(stored.map { $0.json(name: "").written } == [expected.json(name: "").written])
    }
  }

  @Test func `a correction that stands before the registration that it names is known`() throws {
    let log = TestLog()
    let folder = TestFolder()
    let correction = #""of":"p-1","reason":"r","set":{"details":{"names":[{"text":"Anna Berg"}]}}"#
    try log.append(ForeignLogTests.about("k", "correction", correction))
    try log.append(
      #"{"id":"p-1","kind":"person","details":{"id":"a","names":[{"text":"Nura Ek"}]}}"#
    )
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    var found: [String] = []
    try snapshot.registrations().eachRegistration { found.append($0.id.text) }
    #expect(found == ["k", "p-1"])
  }

  @Test func `who is not registered is told in the order in which they are named`() throws {
    let log = TestLog()
    let folder = TestFolder()
    try log.append(#"{"id":"w","kind":"person","details":{"id":"w","names":[{"text":"W"}]}}"#)
    try log.append(
      #"{"id":"k","kind":"place","details":{"id":"kz/atyrau","names":[{"text":"Atyrau"}]}}"#
    )
    try log.append(
      #"{"id":"x","kind":"arrest","date":"2020","persons":["zoe","adam"],"title":"x","#
        + #""actors":[{"actor":"kz","role":"authority"},{"actor":"abel","role":"authority"}]}"#
    )
    let withheld = try log.withholding(1)
    let snapshot = try Snapshot.open(folder.snapshot, log: withheld)
    var found: [String] = []
    try snapshot.registrations().eachUnregistered { id, position in
      found.append("\(id) \(position)")
    }
    #expect(found == ["zoe 3", "adam 3", "abel 3"])
  }
}
