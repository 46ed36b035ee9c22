internal import Events
internal import Projections

/// Whose names may not leave the house, and what stands for each.
///
/// A name once published cannot be called back, so protection looks at everything that is recorded,
/// also after the moment that is asked about: the most protective wish ever in force then or now
/// counts, and so does every name that a registration, or a correction of one, ever gave. Where the
/// registration itself was withheld, nobody can tell whether it asked for protection: the names
/// that its corrections give are hidden.
struct ProtectedPeople {
  struct Person {
    fileprivate(set) var ids: [EntityID] = []
    fileprivate(set) var names: [EntityName] = []
    fileprivate(set) var protection = NameProtection.none
    /// What is shown instead of the name.
    fileprivate(set) var shown = Entity.withheldName
    /// What stands for the ids.
    fileprivate(set) var standIn = ""
  }

  private(set) var people: [Person] = []
  private var indexes: [EntityID: Int] = [:]

  /// Reads both records; `latest` holds everything that is recorded, and is nil if `record` does.
  ///
  /// Holds nobody but those who are protected: first it finds out who that is.
  init(of record: any NameRegister, latest: (any NameRegister)?) {
    let sources = [record] + (latest.map { [$0] } ?? [])
    func root(_ id: EntityID) -> EntityID {
      let id = record.canonical(id)
      return latest?.canonical(id) ?? id
    }
    var all = Dictionary(
      uniqueKeysWithValues: ProtectedPeople.protections(in: sources, root).map { root, protection in
        (root, Person(protection: protection))
      }
    )
    var order: [EntityID] = []
    var positions: [EntityID: Position] = [:]
    func note(_ id: EntityID, at position: Position, _ names: [EntityName]) {
      let root = root(id)
      guard var person = all[root] else { return }
      if positions[root] == nil {
        positions[root] = position
        order.append(root)
      }
      if !person.ids.contains(id) { person.ids.append(id) }
      person.names += names.filter { !person.names.contains($0) }
      all[root] = person
    }
    if !all.isEmpty {
      for source in sources {
        source.eachRegistration { note($0.id, at: $1, $0.names) }
        source.eachUnregistered { note($0, at: $1, []) }
      }
    }
    // Nobody knows whose these names are: they belong to no id.
    var nameless = Person(protection: .withheld)
    var taken: Set<String> = []
    for root in order {
      guard var person = all[root], let position = positions[root] else { continue }
      person.show(sources)
      person.standIn = "person-\(position)"
      while taken.contains(person.standIn) || record.knows(person.standIn) {
        person.standIn += "-x"
      }
      taken.insert(person.standIn)
      for id in person.ids { indexes[id] = people.count }
      people.append(person)
    }
    for name in sources.flatMap(\.namesOfWithheld) {
      if nameless.names.contains(name) { continue }
      nameless.names.append(name)
    }
    if !nameless.names.isEmpty { people.append(nameless) }
  }

  /// How far whoever is protected is, by the id under which they are shown.
  private static func protections(
    in sources: [any NameRegister],
    _ root: (EntityID) -> EntityID
  ) -> [EntityID: NameProtection] {
    var protections: [EntityID: NameProtection] = [:]
    func note(_ id: EntityID, _ protection: NameProtection) {
      guard protection > .none else { return }
      let root = root(id)
      protections[root] = max(protections[root] ?? .none, protection)
    }
    for source in sources {
      source.eachRegistration { entity, _ in
        // Of a withdrawn registration what it asked for still counts.
        note(entity.id, source.entity(entity.id)?.protection ?? entity.protection)
      }
      source.eachUnregistered { id, _ in note(id, .withheld) }
    }
    return protections
  }

  subscript(id: EntityID) -> Person? { indexes[id].map { people[$0] } }
}

extension ProtectedPeople.Person {
  /// Takes what is shown from the first record that protects as much, and hides all other names.
  ///
  /// A pseudonym that any registration ever gave as another name is none.
  fileprivate mutating func show(_ records: [any NameRegister]) {
    let registered = records.flatMap { record in
      ids.flatMap(record.namesakes).compactMap(record.entity)
    }
    guard let entity = registered.first(where: { $0.protection == protection }) else { return }
    guard protection == .pseudonym else {
      shown = entity.displayName
      return
    }
    guard let pseudonym = entity.publicNames.first,
      !names.contains(where: { $0.kind != .alias && $0.isSame(as: pseudonym) })
    else { return }
    shown = pseudonym.text
    names.removeAll { $0.isSame(as: pseudonym) }
  }
}

extension NameRegister {
  fileprivate func knows(_ text: String) -> Bool {
    EntityID(text).flatMap(sort) != nil
  }

  /// Gives every registration of a person as it stands, as it was written, and the names that
  /// corrections ever gave it.
  fileprivate func eachRegistration(_ body: (Entity, Position) -> Void) {
    eachRegistration { (fact: Fact) in
      if fact.kind == "person", let entity = Entity(fact.content) { body(entity, fact.position) }
      if fact.event.kind == "person", let entity = Entity(fact.event.content) {
        body(entity.withoutWishes, fact.position)
      }
      for corrected in CorrectedNames.all(in: fact, of: self) {
        guard case .person(let id, let position) = corrected.target else { continue }
        body(Entity(id: id, sort: .person, names: corrected.names).withoutWishes, position)
      }
    }
  }

  /// The names in corrections of lines that were withheld.
  fileprivate var namesOfWithheld: [EntityName] {
    var found: [EntityName] = []
    eachRegistration { (fact: Fact) in
      for corrected in CorrectedNames.all(in: fact, of: self) {
        if case .withheld = corrected.target { found += corrected.names }
      }
    }
    return found
  }
}

extension Entity {
  /// The same names, without what the registration asked for then: a correction decides about that.
  fileprivate var withoutWishes: Entity { Entity(id: id, sort: sort, names: names) }
}
