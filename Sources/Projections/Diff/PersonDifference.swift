internal import Events

/// In what a person's status differs, axis by axis.
struct PersonDifference {
  private let person: EntityID
  private let causes: Causes
  private let own: PersonCauses
  let before: DetentionStatus
  let after: DetentionStatus
  /// Whether each viewpoint knows the person at all: where not, there is no value.
  private let isKnown: (before: Bool, after: Bool)

  init(
    of person: EntityID,
    _ own: PersonCauses,
    _ causes: Causes,
    known: (before: Bool, after: Bool)
  ) {
    self.person = person
    self.causes = causes
    self.own = own
    before = causes.before.record.detentionStatus(of: person, asOf: causes.before.day)
    after = causes.after.record.detentionStatus(of: person, asOf: causes.after.day)
    isKnown = known
  }

  var rows: [Difference] {
    let values = (before.json(name: ""), after.json(name: ""))
    let simple = PersonDifference.members.compactMap { name in
      row(name, as: word(for: name), values.0[name], values.1[name], events(for: name))
    }
    return simple + restrictionRows + recognitionRows + anomalyRows
  }

  /// What made the person's liberty, or whether it is confirmed, another.
  var libertyEvents: Set<EventID> {
    let changed = before.liberty != after.liberty || before.isGroup != after.isGroup
    return changed ? events(for: "liberty") : events(for: "current")
  }

  private static let members = [
    "group", "liberty", "since", "held_since", "current", "last_evidence", "certain", "possibly",
    "certainty", "expected_end", "place", "process",
  ]

  /// `no longer confirmed` and `confirmed again` say of one state what `current` says of two.
  private func word(for name: String) -> String {
    guard name == "current", before.liberty == after.liberty,
      before.isCurrent != after.isCurrent
    else { return name }
    return after.isCurrent ? "confirmed again" : "no longer confirmed"
  }

  private func row(
    _ name: String,
    as what: String,
    _ old: JSON?,
    _ new: JSON?,
    _ events: @autoclosure () -> Set<EventID>
  ) -> Difference? {
    let old = old ?? .null
    let new = new ?? .null
    guard old != new else { return nil }
    return Difference(
      subject: Difference.Subject(sort: .person, id: person.text),
      what: what,
      before: isKnown.before ? old : .null,
      after: isKnown.after ? new : .null,
      events: causes.sorted(events()),
      persons: [person]
    )
  }

  // MARK: Events

  private func events(for name: String) -> Set<EventID> {
    if name == "group" { return own.standing }
    if name == "process" { return own.first(own.of(.process)) }
    if ["current", "certain"].contains(name), isOnlyOlder { return [] }
    // Who is found to be a group has no liberty any more, whatever happened.
    let group = before.isGroup == after.isGroup ? [] : own.standing
    let basis =
      ["liberty", "since", "certainty"].contains(name) ? own.of(before.basis + after.basis) : []
    return group.union(own.first(basis, own.of(.liberty), group, own.forms))
  }

  /// Whether nothing but the age of the evidence differs.
  private var isOnlyOlder: Bool {
    before.asOf != after.asOf && before.liberty == after.liberty
      && before.lastEvidence == after.lastEvidence && before.expectedEnd == after.expectedEnd
      && before.possibly == after.possibly
      && before.basis.map(\.text) == after.basis.map(\.text)
  }

  // MARK: Sets

  private var restrictionRows: [Difference] {
    keyed(before.restrictions, after.restrictions) { [$0.what] }.compactMap { old, new in
      row(
        "restriction",
        as: "restriction",
        old?.json,
        new?.json,
        events(forRestriction: old, new)
      )
    }
  }

  private func events(forRestriction old: Restriction?, _ new: Restriction?) -> Set<EventID> {
    let basis = own.of((old?.basis ?? []) + (new?.basis ?? []))
    if !basis.isEmpty { return basis }
    guard hasLapsed(old, by: after) || hasLapsed(new, by: before) else {
      return own.first(own.of(.restrictions))
    }
    let lifting = ["lifted", "delisted", "refused", "executed"]
    return own.of(.restrictions) { lifting.contains($0.details.choice("stage") ?? "") }
  }

  /// Whether a restriction of one viewpoint has ended by itself from the other.
  private func hasLapsed(_ restriction: Restriction?, by other: DetentionStatus) -> Bool {
    restriction?.lastDay.map { $0 < other.asOf } ?? false
  }

  private var recognitionRows: [Difference] {
    keyed(before.recognition, after.recognition) { [$0.what, $0.by ?? ""] }
      .compactMap { old, new in
        let basis = own.of((old?.basis ?? []) + (new?.basis ?? []))
        return row(
          "recognition",
          as: "recognition",
          old?.json,
          new?.json,
          own.first(basis, own.forms, own.of(.recognition))
        )
      }
  }

  private var anomalyRows: [Difference] {
    keyed(before.anomalies, after.anomalies) { [$0.json.written] }.compactMap { old, new in
      row("anomaly", as: "anomaly", old?.json, new?.json, events(forAnomaly: old, new))
    }
  }

  private func events(forAnomaly old: Anomaly?, _ new: Anomaly?) -> Set<EventID> {
    let named = own.of((old?.events ?? []) + (new?.events ?? []))
    let isPassed = (old ?? new)?.kind == .termPassed
    if isPassed, named.isEmpty, before.asOf != after.asOf, before.liberty == after.liberty,
      before.expectedEnd == after.expectedEnd
    {
      return []
    }
    return own.first(named, own.of(.liberty), own.forms)
  }

  /// What stands under the same key on both sides, in the order of the keys.
  private func keyed<Item>(
    _ old: [Item],
    _ new: [Item],
    by key: (Item) -> [String]
  ) -> [(Item?, Item?)] {
    func bytes(_ item: Item) -> [[UInt8]] { key(item).map { Array($0.utf8) } }
    let before = Dictionary(old.map { (bytes($0), $0) }) { first, _ in first }
    let after = Dictionary(new.map { (bytes($0), $0) }) { first, _ in first }
    return Set(before.keys).union(after.keys)
      .sorted { $0.lexicographicallyPrecedes($1) { $0.lexicographicallyPrecedes($1) } }
      .map { (before[$0], after[$0]) }
  }
}
