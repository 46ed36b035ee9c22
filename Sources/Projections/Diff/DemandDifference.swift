internal import Events

/// Demands that were made or withdrawn, closed or opened again, or possibly met.
///
/// Several demands of one event share its id, so that each row shows the whole demand.
struct DemandDifference {
  private struct Key: Hashable {
    let event: EventID
    let person: EntityID?
    let id: [UInt8]?
    let what: [UInt8]
    /// Among the demands of the event that nothing tells apart.
    var number = 0
  }

  private let causes: Causes

  init(_ causes: Causes) { self.causes = causes }

  var rows: [Difference] {
    let old = keyed(causes.before)
    let new = keyed(causes.after)
    let onlyOld = old.keys.filter { new.values[$0] == nil }
    return (onlyOld + new.keys).flatMap { rows(old.values[$0], new.values[$0]) }
  }

  private func keyed(_ view: Viewpoint) -> (keys: [Key], values: [Key: DemandStanding]) {
    var keys: [Key] = []
    var values: [Key: DemandStanding] = [:]
    for standing in view.record.demands(asOf: view.day) {
      var key = Key(
        event: standing.event,
        person: standing.person,
        id: standing.demand.id.map { Array($0.utf8) },
        what: standing.demand.id == nil ? Array(standing.demand.what.utf8) : []
      )
      while values[key] != nil { key.number += 1 }
      keys.append(key)
      values[key] = standing
    }
    return (keys, values)
  }

  private func rows(_ old: DemandStanding?, _ new: DemandStanding?) -> [Difference] {
    guard let standing = new ?? old else { return [] }
    func row(_ what: String, _ events: Set<EventID>) -> Difference {
      Difference(
        subject: .event(standing.event, as: .demand),
        what: what,
        before: old?.json ?? .null,
        after: new?.json ?? .null,
        events: causes.sorted(events),
        persons: concerned(by: standing)
      )
    }
    guard let old, let new else {
      return [row(old == nil ? "made" : "withdrawn", made(standing))]
    }
    var rows: [Difference] = []
    if old.isOpen != new.isOpen {
      rows.append(row(new.isOpen ? "reopened" : "closed", closed(old, new)))
    }
    if (old.possiblyMet == nil) != (new.possiblyMet == nil) {
      rows.append(
        row(new.possiblyMet == nil ? "no longer possibly met" : "possibly met", met(old, new))
      )
    }
    if rows.isEmpty, old.json != new.json {
      let events = causes.of(standing.event).union(closed(old, new)).union(met(old, new))
      rows.append(row("changed", events))
    }
    return rows
  }

  private func concerned(by standing: DemandStanding) -> Set<EntityID> {
    if let person = standing.person { return [person] }
    let happening =
      causes.after.record.happening(of: standing.event)
      ?? causes.before.record.happening(of: standing.event)
    return Set(happening?.persons ?? [])
  }

  // MARK: Events

  private func made(_ standing: DemandStanding) -> Set<EventID> {
    let event = causes.of(standing.event)
    return event.isEmpty ? standing.person.map(causes.ofIdentity) ?? [] : event
  }

  private func closed(_ old: DemandStanding, _ new: DemandStanding) -> Set<EventID> {
    guard old.closedBy != new.closedBy else { return [] }
    let named = causes.of([old.closedBy, new.closedBy].compactMap { $0 })
    return named.isEmpty ? reports(on: new) : named
  }

  /// What made the reports on whether a demand was carried out read differently.
  private func reports(on standing: DemandStanding) -> Set<EventID> {
    let accounts = Set([causes.before, causes.after].flatMap { $0.accounts(of: standing.event) })
    let reports = [causes.before, causes.after].flatMap(\.record.happenings)
      .filter { $0.kind == "compliance" }
    let about = reports.filter { $0.details.event("of").map(accounts.contains) ?? false }
    let found = causes.of(about.map(\.id)).union(causes.of(standing.event))
    return found.isEmpty ? identity(of: reports, standing) : found
  }

  private func met(_ old: DemandStanding, _ new: DemandStanding) -> Set<EventID> {
    guard old.possiblyMet != new.possiblyMet else { return [] }
    let named = causes.of([old.possiblyMet, new.possiblyMet].compactMap { $0 })
    guard named.isEmpty, let person = new.person else { return named }
    let releases = [causes.before, causes.after].flatMap { $0.record.happenings(of: person) }
      .filter { $0.kind == "release" }
    let found = causes.of(releases.map(\.id) + [new.event])
    return found.isEmpty ? identity(of: releases, new) : found
  }

  /// What made those one whom events and demands name apart.
  private func identity(of happenings: [Happening], _ standing: DemandStanding) -> Set<EventID> {
    (happenings.flatMap(\.persons) + [standing.person].compactMap { $0 })
      .reduce(into: []) { $0.formUnion(causes.ofIdentity($1)) }
  }
}
