internal import Events

/// Happenings that are told otherwise: added, withdrawn, corrected, told by another account, or
/// begun between the two days; and what else is recorded of people and files.
struct EventDifference {
  private let causes: Causes
  private var before: Viewpoint { causes.before }
  private var after: Viewpoint { causes.after }

  init(_ causes: Causes) { self.causes = causes }

  var rows: [Difference] {
    let old = before.record.happenings.filter(isTouched)
    let new = after.record.happenings.filter(isTouched)
    return Pairing.all(old, new, in: causes) { $0.accounts }.flatMap(rows) + entryRows
  }

  private func isTouched(_ happening: Happening) -> Bool {
    causes.touched.contains(happening.id) || causes.happened(happening.id)
  }

  private func rows(of pair: Pairing<Happening>) -> [Difference] {
    switch (pair.before, pair.after) {
    case (let old?, let new?): changes(from: old, to: new)
    case (let old?, nil): [gone(old)]
    case (nil, let new?): [come(new)]
    case (nil, nil): []
    }
  }

  private func come(_ new: Happening) -> Difference {
    // What stood as an account of something else does not come out of nothing.
    if let other = before.record.happening(of: new.id) {
      return row(new.id, "preferred", .text(other.id.text), .text(new.id.text), [other, new])
    }
    return row(new.id, "added", .null, after.entry(new).json, [new])
  }

  private func gone(_ old: Happening) -> Difference {
    if let other = after.record.happening(of: old.id) {
      return row(old.id, "preferred", .text(old.id.text), .text(other.id.text), [old, other])
    }
    return row(old.id, "withdrawn", before.entry(old).json, .null, [old])
  }

  private func changes(from old: Happening, to new: Happening) -> [Difference] {
    let subject = [old.id, new.id].min { causes.position($0) < causes.position($1) } ?? new.id
    let (first, second) = (before.entry(old), after.entry(new))
    var members: [MemberDifference] = []
    func add(_ name: String, _ old: JSON, _ new: JSON) {
      members.append(MemberDifference(name: name, before: old, after: new))
    }
    let isSwitched = old.id != new.id
    if isSwitched { add("preferred", .text(old.id.text), .text(new.id.text)) }
    add(
      "when",
      .text(before.when(old.beginning).rawValue),
      .text(after.when(new.beginning).rawValue)
    )
    members += contentChanges(first, second, isSwitched: isSwitched)
    let hasNewAccounts = Set(old.accounts) != Set(new.accounts)
    if hasNewAccounts { add("accounts", .ids(old.otherAccounts), .ids(new.otherAccounts)) }
    if hasNewAccounts || !isSwitched {
      add("differs", first.json["differs"] ?? .null, second.json["differs"] ?? .null)
    }
    return members.filter { $0.before != $0.after }
      .map { row(subject, $0.name, $0.before, $0.after, [old, new]) }
  }

  /// What the events themselves say; whom they concern only where that is written otherwise, since
  /// a merge is told once, of the person.
  private func contentChanges(
    _ old: TimelineEntry,
    _ new: TimelineEntry,
    isSwitched: Bool
  ) -> [MemberDifference] {
    let told = Set(
      ContentReader.contentNames + (old.happening.date == new.happening.date ? ["earliest"] : [])
    )
    func members(_ entry: TimelineEntry) -> [JSONMember] {
      (entry.json.members ?? []).filter { told.contains($0.name) }
    }
    let isSamePeople = old.happening.fact.persons == new.happening.fact.persons
    return MemberDifference.content(members(old), members(new)).filter { member in
      switch member.name {
      case "persons": !isSamePeople
      // The first account is an account of nothing.
      case "account_of": !isSwitched
      default: true
      }
    }
  }

  // MARK: Relations and evidence

  private var entryRows: [Difference] {
    causes.sorted(Set(causes.amended.keys)).flatMap { id -> [Difference] in
      let old = entry(id, in: before.record)
      let new = entry(id, in: after.record)
      let events = causes.amended[id] ?? []
      let persons = Set(
        [old, new].compactMap { $0 }.flatMap { fact in
          fact.persons + fact.details.entities("to") + fact.details.entities("persons")
        }
      )
      func row(_ what: String, _ old: JSON, _ new: JSON) -> Difference {
        Difference(
          subject: .event(id, as: .event),
          what: what,
          before: old,
          after: new,
          events: causes.sorted(events),
          persons: persons
        )
      }
      func json(_ fact: Fact) -> JSON { .object(fact.event.headMembers + fact.content.members) }
      switch (old, new) {
      case (let old?, let new?):
        return MemberDifference.content(old.content.members, new.content.members)
          .map { row($0.name, $0.before, $0.after) }
      case (let old?, nil): return [row("withdrawn", json(old), .null)]
      case (nil, let new?): return [row("added", .null, json(new))]
      case (nil, nil): return []
      }
    }
  }

  /// The event, if it is in force, no happening, and says something of the world.
  private func entry(_ id: EventID, in record: Record) -> Fact? {
    guard let fact = record[id], !fact.isRetracted, ["relation", "evidence"].contains(fact.kind)
    else { return nil }
    return fact
  }

  private func row(
    _ id: EventID,
    _ what: String,
    _ old: JSON,
    _ new: JSON,
    _ happenings: [Happening]
  ) -> Difference {
    Difference(
      subject: .event(id, as: .event),
      what: what,
      before: old,
      after: new,
      events: causes.sorted(events(for: what, of: id, happenings)),
      persons: Set(happenings.flatMap { $0.persons + $0.fact.persons })
    )
  }

  private func events(
    for what: String,
    of id: EventID,
    _ happenings: [Happening]
  ) -> Set<EventID> {
    var own = causes.of(happenings.map(\.id) + [id])
    if what == "differs" { own = [] }
    if what == "accounts", let first = happenings.first, let last = happenings.last {
      own = Set(first.accounts).symmetricDifference(last.accounts)
        .reduce(into: []) { $0.formUnion(causes.told($1)) }
    }
    return own.isEmpty ? causes.ofAccounts(id) : own
  }
}
