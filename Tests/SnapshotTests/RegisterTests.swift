import Events
import Projections
import Testing

@testable import Snapshot

/// Whom a snapshot knows, asked one at a time, is whom a replay knows.
@Suite struct RegisterTests {
  private let folder = TestFolder()
  private let log = TestLog()

  @Test(arguments: UInt64(700)..<710)
  func `the register of a snapshot answers as that of a replay`(seed: UInt64) throws {
    var record = RandomRecord(seed: seed)
    for _ in 0..<3 { try log.append((0..<60).map { _ in record.next() }) }
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    let whole = try log.replayed(upTo: .everything)
    #expect(!whole.identities.merged.isEmpty)
    #expect(whole.facts.contains { Entity($0.content) != nil && $0.isRetracted })
    try expectSame(try snapshot.registrations(), as: whole)
  }

  @Test func `it says what stood there when it was made, whatever is recorded meanwhile`() throws {
    var record = RandomRecord(seed: 730)
    try log.append((0..<120).map { _ in record.next() })
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    let before = try log.replayed(upTo: .everything)
    let register = try snapshot.registrations()
    try log.append((0..<120).map { _ in record.next() })
    _ = try Snapshot.open(folder.snapshot, log: log.log)
    let after = try log.replayed(upTo: .everything)
    #expect(after.identities.merged.map(\.id) != before.identities.merged.map(\.id))
    try expectSame(register, as: before)
  }

  @Test(arguments: [1, 2]) func `what corrects a line that was withheld is in it`(
    number: Int
  ) throws {
    try log.append(
      #"{"id":"p","kind":"person","details":{"id":"a","names":[{"text":"Anna Berg"}]}}"#,
      #"{"id":"c","kind":"correction","details":{"of":"p","reason":"r","#
        + #""set":{"details":{"names":[{"text":"Cora Dahl"}]}}}}"#,
      #"{"id":"d","kind":"correction","details":{"of":"c","reason":"r","#
        + #""set":{"details":{"set":{"details":{"names":[{"text":"Nura Holm"}]}}}}}}"#,
      #"{"id":"e","kind":"correction","details":{"of":"p","reason":"r","#
        + #""set":{"details":{"names":[{"text":"Dora Falk"}]}}}}"#
    )
    let withheld = try log.withholding(number)
    let snapshot = try Snapshot.open(folder.snapshot, log: withheld)
    var positions: [Int] = []
    try snapshot.registrations().eachRegistration { positions.append($0.position.number) }
    #expect(positions == [1, 2, 3, 4].filter { $0 != number })
    try expectSame(try snapshot.registrations(), as: try withheld.replayed())
  }

  /// What another program may have written: an id that is registered twice.
  @Test(arguments: [
    [#"{"id":"r","kind":"retraction","details":{"of":"p-1","reason":"r"}}"#],
    [#"{"id":"r","kind":"retraction","details":{"of":"p-2","reason":"r"}}"#],
    [
      #"{"id":"r","kind":"retraction","details":{"of":"p-1","reason":"r"}}"#,
      #"{"id":"s","kind":"retraction","details":{"of":"p-2","reason":"r"}}"#,
    ],
    [
      #"{"id":"k","kind":"correction","details":{"of":"p-1","reason":"r","#
        + #""set":{"details":{"id":"c","names":[{"text":"Cem Dahl"}]}}}}"#
    ],
  ])
  func `an id that is registered twice is what the registration in force says`(
    amendments: [String]
  ) throws {
    try log.append(
      #"{"id":"p-1","kind":"person","details":{"id":"a","names":[{"text":"Anna Berg"}],"#
        + #""shown_as":"initials"}}"#,
      #"{"id":"q","kind":"person","details":{"id":"b","names":[{"text":"Bela Anna Berg"}]}}"#,
      #"{"id":"i","kind":"identity","details":{"stage":"merged","ids":["b"],"into":"a"}}"#
    )
    try log.append(
      #"{"id":"p-2","kind":"organisation","details":{"id":"a","names":[{"text":"House of A"}]}}"#
    )
    try log.append(amendments)
    let snapshot = try Snapshot.open(folder.snapshot, log: log.log)
    try expectSame(try snapshot.registrations(), as: try log.replayed(upTo: .everything))
  }
}

/// Expects that `stored` answers every question as the register of `record` does.
func expectSame(_ stored: StoredRegistrations, as record: Record) throws {
  let replayed = ReplayedRegister(record)
  for id in ids(in: record) {
    #expect(stored.answers(about: id) == replayed.answers(about: id))
  }
  for fact in record.facts { #expect(stored.place(of: fact.id) == fact.position) }
  #expect(stored.registrations == replayed.registrations)
  #expect(stored.strangers == replayed.strangers)
  for entity in EntitySort.allCases.flatMap(record.registry.all) {
    for name in entity.names {
      let words = SearchFolding.words(in: name.text).map(\.token)
      #expect(stored.bearers(of: words) == replayed.bearers(of: words))
      for word in words where words.count > 1 {
        #expect(stored.names.lengths(of: word).contains(words.count))
      }
    }
  }
  try stored.confirm()
}

/// Every id that a record names or could know.
private func ids(in record: Record) -> Set<EntityID> {
  var ids = Set(record.persons)
  for fact in record.facts {
    ids.formUnion(fact.persons + fact.actors.map(\.actor) + fact.sources.map(\.source))
    ids.formUnion([fact.place, fact.place?.parent, Entity(fact.content)?.id].compactMap { $0 })
    ids.formUnion(fact.details.entities("ids"))
    if let own = Entity(fact.event.content) { ids.insert(own.id) }
  }
  return ids
}

extension NameRegister {
  /// Everything that is said about `id`, in words.
  fileprivate func answers(about id: EntityID) -> [String] {
    let entity = entity(id)
    let names = (entity?.names ?? []).map { name in
      [name.text, name.lang, name.script, name.kind?.rawValue].map { $0 ?? "-" }
        .joined(separator: " ")
    }
    return [
      "\(id) \(entity.map { "\($0.sort) \($0.protection) \($0.displayName)" } ?? "-")",
      "\(sort(of: id)?.rawValue ?? "-") \(displayName(of: id)) \(canonical(id))",
      "\(namesakes(of: id)) \(firstRegistration(of: id)?.description ?? "-")",
    ] + names
  }

  /// Every registration of a person and correction, as written and as it stands.
  fileprivate var registrations: [String] {
    var lines: [String] = []
    eachRegistration { fact in
      let isCorrection = fact.kind == "correction" && fact.details.event("of") != nil
      guard
        Entity(fact.content) != nil || Entity(fact.event.content) != nil
          || isCorrection && names(of: fact)
      else { return }
      lines.append(
        "\(fact.position) \(JSON.object(fact.content.members).written) \(fact.isRetracted)"
      )
    }
    return lines
  }

  /// Whether a correction gives names, to a person or to somebody whose line was withheld.
  private func names(of correction: Fact) -> Bool {
    guard correction.details["set"]?["details"]?["names"] != nil,
      let of = correction.details.event("of")
    else { return false }
    return fact(of).map { $0.kind == "person" } ?? true
  }

  /// Who is named and not registered, each once.
  fileprivate var strangers: [String] {
    var lines: [String] = []
    var seen: Set<EntityID> = []
    eachUnregistered { id, position in
      if seen.insert(id).inserted { lines.append("\(id) \(position)") }
    }
    return lines
  }

  fileprivate func bearers(of words: [String]) -> Set<String> {
    Set(
      names.names(of: words).flatMap { name in name.bearers.map { "\(name.words) \($0)" } }
    )
  }
}
