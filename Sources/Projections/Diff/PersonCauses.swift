internal import Events

/// Which kinds of events decide a part of a person's status.
enum StatusAxis {
  case liberty, process, restrictions, recognition

  func isDecided(by kind: String) -> Bool {
    let section = Vocabulary.standard[kind]?.section
    switch self {
    case .liberty:
      return kind == "status" || kind == "extradition" || section == .treatment
        || section == .liberty || (section == .courts && kind != "ban")
    case .process:
      return kind == "status" || section == .liberty || (section == .courts && kind != "ban")
    case .restrictions: return ["ban", "wanted", "extradition", "designation"].contains(kind)
    case .recognition: return ["recognition", "assessment", "decision", "asylum"].contains(kind)
    }
  }
}

/// Through which events a person's answers differ.
struct PersonCauses {
  private struct Entry {
    let id: EventID
    /// The event from both viewpoints, as far as it stands in the person's history there.
    let versions: [Happening]
    let causes: Set<EventID>
  }

  private let entries: [Entry]
  /// What changed who the person is one with.
  private let identity: Set<EventID>
  /// What changed the registration of anybody who is one with the person.
  private let registration: Set<EventID>
  /// What changed the form of organisations and places that the person's events name.
  let forms: Set<EventID>

  init(of person: EntityID, _ causes: Causes) {
    let identity = causes.ofIdentity(person)
    let before = causes.before.record.happenings(of: person)
    let after = causes.after.record.happenings(of: person)
    var versions: [EventID: [Happening]] = [:]
    for happening in before + after { versions[happening.id, default: []].append(happening) }
    entries = versions.map { id, versions in
      var found = causes.of(id)
      // A history gains and loses events that read as before when ids become one, or two again.
      let isMoved = versions.count == 1 && !versions[0].fact.persons.contains(person)
      if isMoved || (versions.count == 1 && found.isEmpty) { found.formUnion(identity) }
      return Entry(id: id, versions: versions, causes: found)
    }
    self.identity = identity
    registration = causes.namesakes(of: person)
      .reduce(into: []) { $0.formUnion(causes.registered[$1] ?? []) }
    forms = (before + after).reduce(into: []) { $0.formUnion(causes.ofForms($1)) }
  }

  /// What changed as whom or what the person is registered.
  var standing: Set<EventID> { registration.union(identity) }

  /// Everything that can have made a difference to the person.
  var all: Set<EventID> {
    entries.reduce(into: identity.union(registration).union(forms)) { $0.formUnion($1.causes) }
  }

  /// What made these events of the person read differently.
  func of(_ events: [EventID]) -> Set<EventID> {
    entries.filter { events.contains($0.id) }.reduce(into: []) { $0.formUnion($1.causes) }
  }

  /// What made the events read differently that decide `axis`, and for which `accepts` holds.
  func of(
    _ axis: StatusAxis,
    where accepts: (Happening) -> Bool = { _ in true }
  ) -> Set<EventID> {
    entries.filter { $0.versions.contains { axis.isDecided(by: $0.kind) && accepts($0) } }
      .reduce(into: []) { $0.formUnion($1.causes) }
  }

  /// The first of these that names an event: the most particular answer that there is.
  func first(_ choices: Set<EventID>...) -> Set<EventID> {
    choices.first { !$0.isEmpty } ?? all
  }
}
