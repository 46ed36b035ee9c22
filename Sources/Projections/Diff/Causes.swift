internal import Events

/// Through which events two viewpoints differ.
///
/// Between two states of the record: events recorded in one only, corrections, retractions,
/// rankings and identities. Between two days: events that began between them.
struct Causes {
  let before: Viewpoint
  let after: Viewpoint
  /// For each event that reads differently, what made it so.
  let amended: [EventID: Set<EventID>]
  /// For each account, the rankings of it that differ.
  private let ranked: [EventID: Set<EventID>]
  /// The identities that differ: whom they name, and what made the difference.
  let identified: [(ids: Set<EntityID>, causes: Set<EventID>)]
  /// For each id, what changed its registration.
  let registered: [EntityID: Set<EventID>]
  /// Every event whose happening can read differently, also through events that it came after.
  private(set) var touched: Set<EventID> = []

  init(_ before: Viewpoint, _ after: Viewpoint) {
    self.before = before
    self.after = after
    amended = Causes.amended(before.record, after.record)
    var ranked: [EventID: Set<EventID>] = [:]
    var identified: [(ids: Set<EntityID>, causes: Set<EventID>)] = []
    var registered: [EntityID: Set<EventID>] = [:]
    for (id, causes) in amended {
      for fact in [before.record[id], after.record[id]].compactMap({ $0 }) {
        if fact.kind == "ranking", let target = fact.details.event("of") {
          ranked[target, default: []].formUnion(causes)
        }
        if fact.kind == "identity" { identified.append((fact.identifiedIDs, causes)) }
        if let entity = Entity(fact.content) {
          registered[entity.id, default: []].formUnion(causes)
        }
      }
    }
    self.ranked = ranked
    self.identified = identified
    self.registered = registered
    touched = reach(from: Array(amended.keys) + Array(ranked.keys))
  }

  /// What made the happening read differently of which the event called `id` is an account, or
  /// brought it about between the two days.
  func of(_ id: EventID) -> Set<EventID> {
    happened(id) ? written(id).union([id]) : written(id)
  }

  func of(_ ids: some Sequence<EventID>) -> Set<EventID> {
    ids.reduce(into: []) { $0.formUnion(of($1)) }
  }

  /// What changed the identity of anybody who is one with `person`.
  func ofIdentity(_ person: EntityID) -> Set<EventID> {
    guard !identified.isEmpty else { return [] }
    let names = namesakes(of: person)
    return identified.filter { !$0.ids.isDisjoint(with: names) }
      .reduce(into: []) { $0.formUnion($1.causes) }
  }

  /// Everybody who is one with `person` from either viewpoint.
  func namesakes(of person: EntityID) -> Set<EntityID> {
    Set(before.record.registry.namesakes(of: person))
      .union(after.record.registry.namesakes(of: person)).union([person])
  }

  /// What changed the form of an organisation or place of which a happening speaks.
  func ofForms(_ happening: Happening) -> Set<EventID> {
    guard !registered.isEmpty else { return [] }
    return ["body", "to", "facility"].compactMap { happening.details.entity($0) }
      .filter(hasOtherForm)
      .reduce(into: []) { $0.formUnion(registered[$1] ?? []) }
  }

  /// Whether an organisation or place is registered with another form.
  func hasOtherForm(_ id: EntityID) -> Bool {
    before.record.registry[id]?.form != after.record.registry[id]?.form
  }

  /// `events` in the order of the log.
  func sorted(_ events: Set<EventID>) -> [EventID] {
    events.sorted { a, b in
      let first = position(a)
      let second = position(b)
      return first == second ? a < b : first < second
    }
  }

  func position(_ id: EventID) -> Position {
    (after.record[id] ?? before.record[id])?.position ?? .start
  }

  /// Whether the event called `id` stands otherwise to one day than to the other.
  func happened(_ id: EventID) -> Bool {
    guard before.day != after.day else { return false }
    return [before, after].compactMap { $0.record.happening(of: id) }.contains { happening in
      // An assertion also takes effect on the day from which it says that the state held.
      [happening.beginning, happening.details.date("since")?.beginning].compactMap { $0 }
        .contains { before.when($0) != after.when($0) }
    }
  }

  /// What made any account of the happening read differently, or another one preferred.
  func ofAccounts(_ id: EventID) -> Set<EventID> {
    guard touched.contains(id) else { return [] }
    return Set(before.accounts(of: id) + after.accounts(of: id) + [id])
      .reduce(into: []) { $0.formUnion(told($1).union(ranked[$1] ?? [])) }
  }

  private func written(_ id: EventID) -> Set<EventID> {
    guard touched.contains(id) else { return [] }
    guard let old = before.record.happening(of: id)?.id,
      let new = after.record.happening(of: id)?.id, old == new
    else { return ofAccounts(id) }
    // While views use the same account, the others make no difference.
    return told(old)
  }

  /// What made an event read differently, or one that it came after.
  func told(_ id: EventID) -> Set<EventID> {
    var causes: Set<EventID> = []
    var seen: Set<EventID> = [id]
    var waiting = [id]
    while let next = waiting.popLast() {
      causes.formUnion(amended[next] ?? [])
      for view in [before, after] {
        for earlier in view.record[next]?.after ?? [] where seen.insert(earlier).inserted {
          waiting.append(earlier)
        }
      }
    }
    return causes
  }

  /// `changed`, with their other accounts and all that came after them.
  private func reach(from changed: [EventID]) -> Set<EventID> {
    guard !changed.isEmpty else { return [] }
    var successors: [EventID: [EventID]] = [:]
    for view in [before, after] {
      for happening in view.record.happenings {
        for earlier in happening.after { successors[earlier, default: []].append(happening.id) }
      }
    }
    var reached: Set<EventID> = []
    var waiting = changed
    while let id = waiting.popLast() {
      guard reached.insert(id).inserted else { continue }
      waiting += before.accounts(of: id) + after.accounts(of: id) + (successors[id] ?? [])
    }
    return reached
  }

  /// For each event that differs: itself, if it is recorded in one only, and what amends it.
  ///
  /// An amendment is always later in the log than what it amends, so the latest come first.
  private static func amended(_ before: Record, _ after: Record) -> [EventID: Set<EventID>] {
    let onlyBefore = before.facts.filter { after[$0.id] == nil }
    var facts = after.facts
    if !onlyBefore.isEmpty { facts = (facts + onlyBefore).sorted { $0.position < $1.position } }
    var amended: [EventID: Set<EventID>] = [:]
    for fact in facts.reversed() {
      let versions = [before[fact.id], after[fact.id]].compactMap { $0 }
      var causes: Set<EventID> = versions.count == 1 ? [fact.id] : []
      for amendment in versions.flatMap(\.amendments) {
        causes.formUnion(amended[amendment] ?? [])
      }
      if !causes.isEmpty { amended[fact.id] = causes }
    }
    return amended
  }
}

extension Fact {
  /// The corrections and the retraction in force.
  fileprivate var amendments: [EventID] { correctedBy + [retractedBy].compactMap { $0 } }

  /// Whom an identity names.
  fileprivate var identifiedIDs: Set<EntityID> {
    Set(content.details.entities("ids") + [content.details.entity("into")].compactMap { $0 })
  }
}
