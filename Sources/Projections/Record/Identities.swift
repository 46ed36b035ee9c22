package import Events

/// Which ids are names of one person.
package struct Identities: Sendable {
  /// A merge that contradicts an earlier one: `id` already belongs to somebody else.
  package struct Conflict: Sendable {
    package let id: EntityID
    package let events: [EventID]
  }

  private var parents: [EntityID: EntityID] = [:]
  private var mergedBy: [EntityID: EventID] = [:]
  /// Pairs that were declared to be different people, lesser id first.
  package private(set) var splits: Set<[EntityID]> = []
  package private(set) var conflicts: [Conflict] = []

  package init(_ facts: [Fact]) {
    for fact in facts where fact.kind == "identity" && !fact.isRetracted { take(fact) }
  }

  private mutating func take(_ fact: Fact) {
    let ids = fact.details.entities("ids")
    switch fact.details.choice("stage") {
    case "merged":
      guard let into = fact.details.entity("into") ?? ids.first else { return }
      for id in ids where id != into { merge(id, into: into, by: fact.id) }
    case "split":
      for (index, a) in ids.enumerated() {
        for b in ids[(index + 1)...] { splits.insert([a, b].sorted()) }
      }
    default: return
    }
  }

  private mutating func merge(_ id: EntityID, into: EntityID, by event: EventID) {
    if let parent = parents[id] {
      if canonical(parent) != canonical(into) {
        conflicts.append(Conflict(id: id, events: [mergedBy[id], event].compactMap { $0 }))
      }
      return
    }
    // Merging somebody into their own name would make a circle.
    guard canonical(into) != id else { return }
    parents[id] = into
    mergedBy[id] = event
  }

  /// The id under which views show `id`.
  package func canonical(_ id: EntityID) -> EntityID {
    var id = id
    while let parent = parents[id] { id = parent }
    return id
  }

  /// The ids under which views show `ids`, each once, in their order.
  package func canonical(_ ids: [EntityID]) -> [EntityID] {
    var seen: Set<EntityID> = []
    return ids.map { canonical($0) }.filter { seen.insert($0).inserted }
  }

  /// The ids that were merged into another, with the event that did it.
  package var merged: [(id: EntityID, into: EntityID, by: EventID?)] {
    parents.keys.sorted().map { (id: $0, into: canonical($0), by: mergedBy[$0]) }
  }
}
