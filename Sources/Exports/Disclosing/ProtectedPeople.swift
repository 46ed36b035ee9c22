internal import Events
internal import Projections

/// Whose names may not leave the house, and what stands for each.
///
/// A name once published cannot be called back, so protection looks at everything that is recorded,
/// also after the moment that is asked about: the most protective wish ever in force then or now
/// counts, and so does every name that a registration ever gave.
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

  /// Reads both records; `latest` holds everything that is recorded.
  init(of record: any NameRegister, latest: any NameRegister) {
    var all: [EntityID: Person] = [:]
    var order: [EntityID] = []
    var positions: [EntityID: Position] = [:]
    func note(_ id: EntityID, at position: Position, _ change: (inout Person) -> Void) {
      let root = latest.identities.canonical(record.identities.canonical(id))
      if positions[root] == nil {
        positions[root] = position
        order.append(root)
      }
      var person = all[root] ?? Person()
      if !person.ids.contains(id) { person.ids.append(id) }
      change(&person)
      all[root] = person
    }
    let sources: [any NameRegister] = [record, latest]
    for source in sources {
      source.eachRegistration { entity, position in
        note(entity.id, at: position) { person in
          person.names += entity.names.filter { !person.names.contains($0) }
          // Of a withdrawn registration what it asked for still counts.
          let stated = source.registry[entity.id]?.protection ?? entity.protection
          person.protection = max(person.protection, stated)
        }
      }
      source.eachUnregistered { id, position in
        note(id, at: position) { $0.protection = .withheld }
      }
    }
    var taken: Set<String> = []
    for root in order {
      guard var person = all[root], person.protection > .none, let position = positions[root] else {
        continue
      }
      person.show(sources)
      person.standIn = "person-\(position)"
      while taken.contains(person.standIn) || record.knows(person.standIn) {
        person.standIn += "-x"
      }
      taken.insert(person.standIn)
      for id in person.ids { indexes[id] = people.count }
      people.append(person)
    }
  }

  subscript(id: EntityID) -> Person? { indexes[id].map { people[$0] } }
}

extension ProtectedPeople.Person {
  /// Takes what is shown from the first record that protects as much, and hides all other names.
  fileprivate mutating func show(_ records: [any NameRegister]) {
    let registered = records.flatMap { record in
      ids.flatMap(record.registry.namesakes).compactMap { record.registry[$0] }
    }
    guard let entity = registered.first(where: { $0.protection == protection }) else { return }
    let isNameless = protection == .pseudonym && entity.publicNames.isEmpty
    shown = isNameless ? Entity.withheldName : entity.displayName
    names.removeAll { name in entity.publicNames.contains { $0.text == name.text } }
  }
}

extension NameRegister {
  fileprivate func knows(_ text: String) -> Bool {
    EntityID(text).map { registry.sort(of: $0) != nil } ?? false
  }

  /// Gives every registration of a person as it stands, as it was written, and the names that
  /// corrections ever gave it.
  fileprivate func eachRegistration(_ body: (Entity, Position) -> Void) {
    let facts = registrationFacts
    var persons: [EventID: (id: EntityID, position: Position)] = [:]
    for fact in facts where fact.kind == "person" {
      persons[fact.id] = fact.details.entity("id").map { ($0, fact.position) }
    }
    for fact in facts {
      if fact.kind == "person", let entity = Entity(fact.content) { body(entity, fact.position) }
      if fact.event.kind == "person", let entity = Entity(fact.event.content) {
        body(entity.withoutWishes, fact.position)
      }
      guard fact.kind == "correction", let of = fact.details.event("of"), let person = persons[of],
        let names = fact.details["set"]?["details"]?["names"]?.array
      else { continue }
      let named = Entity(id: person.id, sort: .person, names: names.compactMap(EntityName.init))
      body(named, person.position)
    }
  }
}

extension Entity {
  /// The same names, without what the registration asked for then: a correction decides about that.
  fileprivate var withoutWishes: Entity { Entity(id: id, sort: sort, names: names) }
}
