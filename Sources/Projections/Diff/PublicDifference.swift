internal import Events

/// Border measures, elections and asserted numbers that are answered otherwise.
struct PublicDifference {
  private let causes: Causes
  private var before: Viewpoint { causes.before }
  private var after: Viewpoint { causes.after }

  init(_ causes: Causes) { self.causes = causes }

  /// Measures and elections; numbers of people also, if everybody is known.
  func rows(counting: Bool) -> [Difference] {
    borderRows + electionRows + (counting ? countRows : [])
  }

  // MARK: Border measures

  private var borderRows: [Difference] {
    let old = before.record.borderMeasures(asOf: before.day)
    let new = after.record.borderMeasures(asOf: after.day)
    return Pairing.all(old, new, in: causes) { $0.basis }.flatMap { pair -> [Difference] in
      let events = [pair.before, pair.after].compactMap { $0 }.flatMap(\.basis)
      return rows(
        .borderMeasure,
        pair.before.map { ($0.basis[0], $0.json) },
        pair.after.map { ($0.basis[0], $0.json) },
        without: ["event", "basis"],
        events: { _ in borderEvents(events) },
        persons: []
      )
    }
  }

  /// What made a measure another; else what happened at the same border.
  private func borderEvents(_ events: [EventID]) -> Set<EventID> {
    let own = causes.of(events)
    if !own.isEmpty { return own }
    let all = [before, after].flatMap(\.record.happenings).filter { $0.kind == "border-measure" }
    let borders = Set(all.filter { events.contains($0.id) }.map(\.border))
    return causes.of(all.filter { borders.contains($0.border) }.map(\.id))
  }

  // MARK: Elections

  private var electionRows: [Difference] {
    let old = before.record.elections(asOf: before.day)
    let new = after.record.elections(asOf: after.day)
    return Pairing.all(old, new, in: causes) { $0.happening.accounts }
      .flatMap { pair -> [Difference] in
        let both = [pair.before, pair.after].compactMap { $0 }
        let persons = both.flatMap {
          $0.candidates + [$0.winner].compactMap { $0 } + $0.happening.persons
        }
        let own = causes.of(both.map(\.happening.id))
        return rows(
          .election,
          pair.before.map { ($0.happening.id, $0.json) },
          pair.after.map { ($0.happening.id, $0.json) },
          without: ["event"],
          events: { _ in own.isEmpty ? identity(of: persons) : own },
          persons: Set(persons)
        )
      }
  }

  private func identity(of persons: [EntityID]) -> Set<EventID> {
    persons.reduce(into: []) { $0.formUnion(causes.ofIdentity($1)) }
  }

  // MARK: Counts

  private var countRows: [Difference] {
    let old = before.record.counts(asOf: before.day)
    let new = after.record.counts(asOf: after.day)
    return Pairing.all(old, new, in: causes) { $0.happening.accounts }
      .flatMap { pair -> [Difference] in
        let happenings = [pair.before, pair.after].compactMap { $0?.happening }
        let own = causes.of(happenings.map(\.id))
        let derived = ["derived", "not_current", "possible", "agrees"]
        return rows(
          .count,
          pair.before.map { ($0.happening.id, $0.json) },
          pair.after.map { ($0.happening.id, $0.json) },
          without: ["event"],
          events: { derived.contains($0) ? own.union(derivation(of: happenings)) : own },
          persons: Set(happenings.flatMap(\.persons))
        )
      }
  }

  /// What changed the states of those whom a count counts, on its own day.
  private func derivation(of happenings: [Happening]) -> Set<EventID> {
    let named = Set(happenings.flatMap(\.persons))
    var found: Set<EventID> = []
    for person in CausedPersons(causes).all where named.isEmpty || named.contains(person) {
      let own = PersonCauses(of: person, causes)
      for happening in happenings {
        guard let states = happening.countedStates, let day = happening.beginning.latest,
          standing(of: person, in: before, on: day, states)
            != standing(of: person, in: after, on: day, states)
        else { continue }
        found.formUnion(own.first(own.of(.liberty), own.forms))
      }
    }
    return found
  }

  /// How a count counts somebody: in, in but not confirmed, possibly, or not at all.
  private func standing(
    of person: EntityID,
    in view: Viewpoint,
    on day: Day,
    _ states: Set<LibertyState>
  ) -> [Bool] {
    let status = view.record.detentionStatus(of: person, asOf: day)
    let isIn = !status.isGroup && states.contains(status.liberty)
    let isPossible = !status.isGroup && !isIn && !states.isDisjoint(with: status.possibly)
    let isOther = view.record.identities.canonical(person) != person
    return isOther ? [] : [isIn, isIn && status.isCurrent, isPossible, status.isGroup]
  }

  // MARK: Rows

  /// One row for what came or went, else one for each member that differs.
  private func rows(
    _ sort: Difference.Sort,
    _ old: (id: EventID, json: JSON)?,
    _ new: (id: EventID, json: JSON)?,
    without hidden: Set<String>,
    events: (String) -> Set<EventID>,
    persons: Set<EntityID>
  ) -> [Difference] {
    let ids = [old?.id, new?.id].compactMap { $0 }
    guard let id = ids.min(by: { causes.position($0) < causes.position($1) }) else { return [] }
    func row(_ what: String, _ before: JSON, _ after: JSON) -> Difference {
      Difference(
        subject: .event(id, as: sort),
        what: what,
        before: before,
        after: after,
        events: causes.sorted(events(what)),
        persons: persons
      )
    }
    guard let old, let new else {
      let what = old == nil ? "added" : "withdrawn"
      return [row(what, old?.json ?? .null, new?.json ?? .null)]
    }
    return MemberDifference.members(old.json.members ?? [], new.json.members ?? [])
      .filter { !hidden.contains($0.name) }
      .map { row($0.name, $0.before, $0.after) }
  }
}

extension Happening {
  /// The two places of a border, in either order.
  fileprivate var border: Set<EntityID> { Set(fact.details.entities("between")) }
}
