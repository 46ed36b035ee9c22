package import Events

/// The register of a record that was replayed, which holds everything in memory.
package final class ReplayedRegister: NameRegister {
  private let record: Record

  /// Where everything is first registered.
  private lazy var firstRegistrations: [EntityID: Position] =
    record.facts.reduce(into: [:]) { positions, fact in
      guard let id = Entity(fact.content)?.id, positions[id] == nil else { return }
      positions[id] = fact.position
    }

  package private(set) lazy var names: any NamesByWords = {
    var names = NamesInMemory()
    for entity in EntitySort.allCases.flatMap(record.registry.all) {
      for name in entity.names { names.add(name.text, of: entity.id) }
    }
    return names
  }()

  package init(_ record: Record) {
    self.record = record
  }

  package func entity(_ id: EntityID) -> Entity? { record.registry[id] }
  package func sort(of id: EntityID) -> EntitySort? { record.registry.sort(of: id) }
  package func displayName(of id: EntityID) -> String { record.registry.displayName(of: id) }
  package func canonical(_ id: EntityID) -> EntityID { record.identities.canonical(id) }
  package func namesakes(of id: EntityID) -> [EntityID] { record.registry.namesakes(of: id) }
  package func firstRegistration(of id: EntityID) -> Position? { firstRegistrations[id] }
  package func fact(_ id: EventID) -> Fact? { record[id] }
  package func place(of id: EventID) -> Position? { record[id]?.position }

  package func eachRegistration(_ body: (Fact) -> Void) { record.facts.forEach(body) }

  package func eachUnregistered(_ body: (EntityID, Position) -> Void) {
    guard !record.withheld.isEmpty else { return }
    for fact in record.facts where fact.isHappening {
      for id in fact.persons + fact.actors.map(\.actor)
      where record.registry.sort(of: id) == nil {
        body(id, fact.position)
      }
    }
  }
}
