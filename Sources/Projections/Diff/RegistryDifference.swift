internal import Events

/// Who and what is registered otherwise: new and withdrawn ids, names, what is said of them, and
/// which ids are one.
///
/// A name is shown as the more protective of the two viewpoints allows: what somebody asked to be
/// withheld is not repeated because it once was not.
struct RegistryDifference {
  private let causes: Causes
  private var before: Registry { causes.before.record.registry }
  private var after: Registry { causes.after.record.registry }

  init(_ causes: Causes) { self.causes = causes }

  var rows: [Difference] {
    let named = causes.identified.flatMap(\.ids).flatMap(causes.namesakes)
    let ids = Set(causes.registered.keys).union(named)
    return ids.sorted().flatMap { rows(of: $0) } + splitRows
  }

  private func rows(of id: EntityID) -> [Difference] {
    guard let sort = after.sort(of: id) ?? before.sort(of: id) else {
      // Who was never registered can still be merged.
      return mergeRow(of: id, as: .person)
    }
    let old = before[id]
    let new = after[id]
    let protection = [old, new].compactMap { $0?.protection }.max() ?? .none
    func name(_ entity: Entity?) -> JSON { .optional(entity?.displayName(under: protection)) }
    func names(_ entity: Entity) -> JSON {
      .texts(entity.publicNames(under: protection).map(\.text))
    }
    var found = mergeRow(of: id, as: sort)
    let isIn = (old != nil, new != nil)
    if isIn.0 != isIn.1 {
      found.append(row(id, sort, "registered", name(old), name(new), causes.registered[id] ?? []))
    }
    guard let old, let new else { return found }
    let events = events(for: id)
    var members: [(String, JSON, JSON)] = [
      ("name", name(old), name(new)), ("names", names(old), names(new)),
      ("protection", .text(old.protection.word), .text(new.protection.word)),
    ]
    // What names say is said above, as far as it may be.
    members += MemberDifference.fields(old.details.members, new.details.members)
      .filter { !["details.id", "details.names", "details.title"].contains($0.name) }
      .map { ($0.name, $0.before, $0.after) }
    return found
      + members.filter { $0.1 != $0.2 }.map { row(id, sort, $0.0, $0.1, $0.2, events) }
  }

  private func mergeRow(of id: EntityID, as sort: EntitySort) -> [Difference] {
    let old = causes.before.record.identities.canonical(id)
    let new = causes.after.record.identities.canonical(id)
    guard old != new else { return [] }
    func value(_ canonical: EntityID) -> JSON { canonical == id ? .null : .text(canonical.text) }
    return [row(id, sort, "merged_into", value(old), value(new), causes.ofIdentity(id))]
  }

  /// Pairs that are said to be two people in one viewpoint only.
  private var splitRows: [Difference] {
    let old = causes.before.record.identities.splits
    let new = causes.after.record.identities.splits
    return old.symmetricDifference(new).filter { $0.count == 2 }
      .sorted { $0.lexicographicallyPrecedes($1) }
      .map { pair in
        let other = JSON.text(pair[1].text)
        let events = causes.identified.filter { $0.ids.isSuperset(of: pair) }
          .reduce(into: Set<EventID>()) { $0.formUnion($1.causes) }
        return row(
          pair[0],
          .person,
          "split",
          old.contains(pair) ? other : .null,
          new.contains(pair) ? other : .null,
          events,
          beside: pair[1]
        )
      }
  }

  private func events(for id: EntityID) -> Set<EventID> {
    let own = causes.registered[id] ?? []
    // Those who are one share their names.
    let others = causes.namesakes(of: id).reduce(into: causes.ofIdentity(id)) {
      $0.formUnion(causes.registered[$1] ?? [])
    }
    return own.isEmpty ? others : own
  }

  private func row(
    _ id: EntityID,
    _ sort: EntitySort,
    _ what: String,
    _ old: JSON,
    _ new: JSON,
    _ events: Set<EventID>,
    beside other: EntityID? = nil
  ) -> Difference {
    Difference(
      subject: Difference.Subject(sort: Difference.Sort(sort), id: id.text),
      what: what,
      before: old,
      after: new,
      events: causes.sorted(events),
      persons: sort == .person ? Set([id, other].compactMap { $0 }) : []
    )
  }
}

extension NameProtection {
  /// The word of `shown_as` for it.
  fileprivate var word: String {
    switch self {
    case .none: "name"
    case .initials: "initials"
    case .pseudonym: "pseudonym"
    case .withheld: "withheld"
    }
  }
}
