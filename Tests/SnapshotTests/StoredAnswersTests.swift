import Events
import Projections
import Testing

@testable import Snapshot

/// What is answered from rows is what a replay of the whole log answers.
@Suite struct StoredAnswersTests {
  private let folder = TestFolder()
  private let log = TestLog()

  private func grown(_ seed: UInt64, batches: Int = 5) throws -> (Snapshot, Record) {
    var record = RandomRecord(seed: seed)
    for _ in 0..<batches {
      try log.append((0..<30).map { _ in record.next() })
      _ = try Snapshot.open(folder.snapshot, log: log.log)
    }
    return (try Snapshot.open(folder.snapshot, log: log.log), try log.replayed())
  }

  @Test(arguments: UInt64(800)..<808)
  func `events are counted as the record counts them`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    for day in try Day.asked() { try expectSameFigures(snapshot, as: whole, on: day) }
    let withheld = try log.withholding(Int(seed % 30) + 1)
    let part = try Snapshot.rebuild(folder.snapshot, log: withheld)
    for day in try Day.asked() { try expectSameFigures(part, as: withheld.replayed(), on: day) }
  }

  @Test(arguments: UInt64(820)..<828)
  func `what became of demands is what the record says`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed, batches: 8)
    #expect(whole.demands(asOf: try #require(Day(iso: "2026-11-22"))).contains { !$0.isOpen })
    for day in try Day.asked() { try expectSameDemands(snapshot, as: whole, on: day) }
    let withheld = try log.withholding(Int(seed % 30) + 1)
    let part = try Snapshot.rebuild(folder.snapshot, log: withheld)
    for day in try Day.asked() { try expectSameDemands(part, as: withheld.replayed(), on: day) }
  }

  @Test(arguments: UInt64(860)..<880)
  func `demands of several accounts and for merged persons are those of the record`(
    seed: UInt64
  ) throws {
    var record = RandomDemands(seed: seed)
    for _ in 0..<4 {
      try log.append((0..<12).map { _ in record.next() })
      let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
      let whole = try log.replayed()
      for day in try Day.asked() { try expectSameDemands(snapshot, as: whole, on: day) }
    }
  }

  @Test(arguments: UInt64(900)..<912)
  func `people and cases are told of as in the record`(seed: UInt64) throws {
    var record = RandomCases(seed: seed)
    var inCases = 0
    for _ in 0..<4 {
      try log.append((0..<16).map { _ in record.next() })
      let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
      let whole = try log.replayed()
      inCases += whole.happenings.count { $0.details.text("case") != nil }
      for day in try Day.asked() { try expectSameDossiers(snapshot, as: whole, on: day) }
      try expectSameCases(snapshot, as: whole)
    }
    #expect(inCases > 0)
  }

  @Test(arguments: UInt64(924)..<928)
  func `people are told of as in any record`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    for day in try Day.asked() { try expectSameDossiers(snapshot, as: whole, on: day) }
  }

  @Test(arguments: UInt64(840)..<846)
  func `everybody and every event is called as in the record`(seed: UInt64) throws {
    let (snapshot, whole) = try grown(seed)
    for id in Set(whole.facts.flatMap(\.entities)) {
      #expect(try snapshot.displayName(of: id) == whole.registry.displayName(of: id))
    }
    for fact in whole.facts { #expect(try snapshot.title(of: fact.id) == fact.title) }
  }

  @Test func `whoever has no registration in force is called as whoever they are one with`() throws
  {
    for name in ["zoe", "adam", "eva"] {
      try log.append(
        #"{"id":"r-\#(name)","kind":"person","details":{"id":"\#(name)","names":[{"text":"N"}]}}"#
      )
    }
    for (id, into) in [("adam", "zoe"), ("eva", "yma"), ("ben", "xan")] {
      try log.append(
        #"{"id":"i-\#(id)","kind":"identity","details":{"stage":"merged","ids":["\#(id)"],"#
          + #""into":"\#(into)"}}"#
      )
    }
    for name in ["zoe", "adam"] {
      try log.append(
        #"{"id":"w-\#(name)","kind":"retraction","details":{"of":"r-\#(name)","reason":"r"}}"#
      )
    }
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    let whole = try log.replayed()
    for id in try ["zoe", "adam", "eva", "yma", "ben", "xan"].map({ try #require(EntityID($0)) }) {
      #expect(try snapshot.displayName(of: id) == whole.registry.displayName(of: id))
    }
  }
}

/// Expects that `snapshot` says of demands what the record says, of all and of single persons.
func expectSameDemands(_ snapshot: Snapshot, as record: Record, on day: Day) throws {
  let expected = record.demands(asOf: day)
  #expect(
    try snapshot.demands(asOf: day).map(\.json.written) == expected.map(\.json.written)
  )
  for person in Set(record.persons + expected.compactMap(\.person)) {
    let own = expected.filter { $0.person == person }.map(\.json.written)
    #expect(try snapshot.demands(asOf: day, for: [person]).map(\.json.written) == own)
  }
}

/// Expects that `snapshot` tells of every person, and of whom they know, what the record tells.
func expectSameDossiers(_ snapshot: Snapshot, as record: Record, on day: Day) throws {
  for person in record.persons {
    #expect(
      try snapshot.relations(of: person, asOf: day).entries.map { "\($0.person) \($0.how)" }
        == Relations(of: person, in: record, asOf: day).entries.map { "\($0.person) \($0.how)" }
    )
    let names = record.registry[person]?.publicNames
    #expect(try snapshot.entity(person)?.publicNames == names)
    var filter = TimelineFilter()
    filter.persons = [person]
    for day in try Day.asked() {
      let timeline = Timeline(of: record, asOf: day, filter: filter)
      #expect(try snapshot.timeline(of: person, asOf: day).written == timeline.written)
    }
  }
}

/// Expects that `snapshot` tells of every case what the record tells.
func expectSameCases(_ snapshot: Snapshot, as record: Record) throws {
  for label in ["rally", "union", "press", "none"] {
    let id = try #require(EntityID(label))
    let isKnown =
      record.registry.sort(of: id) == .caseFile
      || record.happenings.contains { $0.details.text("case") == label }
    #expect(try snapshot.hasCase(label) == isKnown)
    #expect(try snapshot.entity(id)?.displayName == record.registry[id]?.displayName)
    var filter = TimelineFilter()
    filter.cases = [label]
    for day in try Day.asked() {
      let timeline = Timeline(of: record, asOf: day, filter: filter)
      #expect(try snapshot.timeline(ofCase: label, asOf: day).written == timeline.written)
    }
  }
}

extension Timeline {
  /// Everything that its entries say.
  fileprivate var written: [String] {
    entries.map(\.json.written)
  }
}

extension Fact {
  /// Whoever and whatever it names or registers.
  fileprivate var entities: [EntityID] {
    let named = content.persons + content.actors.map(\.actor) + content.sources.map(\.source)
    let place = content.place
    return named + content.details.entities("ids")
      + [place, place?.parent, Entity(content)?.id].compactMap(\.self)
  }
}

/// Expects that `snapshot` counts the events of the record as the record does.
func expectSameFigures(_ snapshot: Snapshot, as record: Record, on day: Day) throws {
  let expected = record.figures(asOf: day)
  #expect(!expected.isEmpty)
  #expect(try snapshot.figures(asOf: day) == expected)
}

extension Day {
  /// Days before, amid and after what random records tell.
  static func asked() throws -> [Day] {
    let texts = [
      "2012-06-15", "2015-06-30", "2016-03-09", "2017-09-20", "2018-12-31", "2026-11-22",
    ]
    return try texts.map { try #require(Day(iso: $0)) }
  }
}
