package import Events

/// What two states of the record, or two days, answer differently.
///
/// Who is registered and who is one; each person's status on every axis; demands, border measures,
/// elections and asserted numbers; how many are held; and what the events themselves say. Rows are
/// ordered by the sort of their subject, then its id. Turned around, the same rows come with
/// `before` and `after` exchanged.
package struct RecordDifference: Sendable {
  package let rows: [Difference]

  /// Compares what `before` says of the end of one day with what `after` says of another.
  ///
  /// With `persons`, only what concerns these, or anybody who is one with them; numbers of people,
  /// which would need everybody, are then left out.
  package init(
    before: Record,
    asOf dayBefore: Day,
    after: Record,
    asOf dayAfter: Day,
    about persons: Set<EntityID>? = nil
  ) {
    let causes = Causes(
      Viewpoint(record: before, day: dayBefore),
      Viewpoint(record: after, day: dayAfter)
    )
    let about = persons.map { $0.reduce(into: Set()) { $0.formUnion(causes.namesakes(of: $1)) } }
    var rows = PeopleDifference(causes, about: about).rows
    rows += RegistryDifference(causes).rows + DemandDifference(causes).rows
    rows += PublicDifference(causes).rows(counting: about == nil)
    rows += EventDifference(causes).rows
    if let about { rows.removeAll { $0.persons.isDisjoint(with: about) } }
    let order = rows.indices.sorted { a, b in
      let (first, second) = (rows[a], rows[b])
      if first.subject != second.subject { return first.subject < second.subject }
      if first.isRegistration != second.isRegistration { return first.isRegistration }
      return a < b
    }
    self.rows = order.map { rows[$0] }
  }
}

extension Difference {
  /// Whether it says who somebody is, which stands before how they are.
  fileprivate var isRegistration: Bool {
    ["merged_into", "registered", "name"].contains(what)
  }
}

/// Everybody whose answers can differ because the record does.
struct CausedPersons {
  let all: [EntityID]

  init(_ causes: Causes) {
    var found: Set<EntityID> = []
    for id in causes.touched {
      for view in [causes.before, causes.after] {
        found.formUnion(view.record.happening(of: id)?.persons ?? [])
      }
    }
    let named = causes.identified.flatMap(\.ids) + causes.registered.keys
    for id in named where causes.before.record.registry.isPersonal(id) { found.insert(id) }
    for id in named where causes.after.record.registry.isPersonal(id) { found.insert(id) }
    // The forms of organisations and places bear on whoever met them.
    if causes.registered.keys.contains(where: causes.hasOtherForm) {
      for happening in causes.before.record.happenings + causes.after.record.happenings
      where !causes.ofForms(happening).isEmpty {
        found.formUnion(happening.persons)
      }
    }
    all = found.reduce(into: Set()) { $0.formUnion(causes.namesakes(of: $1)) }.sorted()
  }
}

extension Registry {
  /// Whether `id` can be a person: registered as one, or as nothing.
  fileprivate func isPersonal(_ id: EntityID) -> Bool {
    sort(of: id).map { $0 == .person } ?? true
  }
}

/// In what people's statuses differ, and how many of them are held.
struct PeopleDifference {
  let rows: [Difference]

  init(_ causes: Causes, about: Set<EntityID>?) {
    let known = (
      before: Set(causes.before.record.persons), after: Set(causes.after.record.persons)
    )
    let caused = Set(CausedPersons(causes).all)
    var numbers = HeldDifference(causes.before.day, causes.after.day)
    var rows: [Difference] = []
    for person in known.before.union(known.after).sorted() {
      if let about, !about.contains(person) { continue }
      guard caused.contains(person) || causes.before.day != causes.after.day else {
        // Nothing touched the person: one fold answers for both.
        if about == nil {
          numbers.countTwice(
            causes.after.record.detentionStatus(of: person, asOf: causes.after.day)
          )
        }
        continue
      }
      let difference = PersonDifference(
        of: person,
        PersonCauses(of: person, causes),
        causes,
        known: (
          known.before.contains(causes.before.record.identities.canonical(person)),
          known.after.contains(causes.after.record.identities.canonical(person))
        )
      )
      rows += difference.rows
      numbers.count(
        known.before.contains(person) ? difference.before : nil,
        known.after.contains(person) ? difference.after : nil,
        through: difference.libertyEvents
      )
    }
    self.rows = about == nil ? numbers.rows(causes) + rows : rows
  }
}

/// The numbers of the held from both viewpoints, and what made them others.
private struct HeldDifference {
  private var before: HeldNumber
  private var after: HeldNumber
  private var events: [String: Set<EventID>] = [:]

  init(_ dayBefore: Day, _ dayAfter: Day) {
    before = HeldNumber(day: dayBefore)
    after = HeldNumber(day: dayAfter)
  }

  mutating func countTwice(_ status: DetentionStatus) {
    before.count(status)
    after.count(status)
  }

  mutating func count(
    _ old: DetentionStatus?,
    _ new: DetentionStatus?,
    through causes: @autoclosure () -> Set<EventID>
  ) {
    var mine = HeldNumber(day: before.day)
    var theirs = HeldNumber(day: before.day)
    if let old {
      before.count(old)
      mine.count(old)
    }
    if let new {
      after.count(new)
      theirs.count(new)
    }
    for change in changes(mine, theirs) { events[change.name, default: []].formUnion(causes()) }
  }

  func rows(_ causes: Causes) -> [Difference] {
    changes(before, after).map { change in
      Difference(
        subject: .everybody,
        what: change.name,
        before: change.before,
        after: change.after,
        events: causes.sorted(events[change.name] ?? []),
        persons: []
      )
    }
  }

  private func changes(_ old: HeldNumber, _ new: HeldNumber) -> [MemberDifference] {
    MemberDifference.members(old.json.members ?? [], new.json.members ?? [])
      .filter { $0.name != "day" }
  }
}
