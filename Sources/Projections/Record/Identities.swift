package import Events

/// Which ids are names of one person.
package struct Identities: Sendable {
  /// A merge that contradicts an earlier one: `id` already belongs to somebody else.
  package struct Conflict: Sendable {
    package let id: EntityID
    package let events: [EventID]
  }

  /// A merge without effect, because it would make somebody a name of their own name.
  package struct Circle: Sendable {
    package let id: EntityID
    package let into: EntityID
    package let event: EventID
    /// The merge by which `into` is a name of `id` already.
    package let mergedBy: EventID?
  }

  private var parents: [EntityID: EntityID] = [:]
  private var mergedBy: [EntityID: EventID] = [:]
  /// Pairs that were declared to be different people, lesser id first.
  package private(set) var splits: Set<[EntityID]> = []
  package private(set) var conflicts: [Conflict] = []
  package private(set) var circles: [Circle] = []
  /// Merges into somebody else than before; a later merge can make these two one.
  private var rivals: [(into: EntityID, conflict: Conflict)] = []

  package init(_ facts: [Fact]) {
    for fact in facts where fact.kind == "identity" && !fact.isRetracted { take(fact) }
    conflicts = rivals.filter { canonical($0.conflict.id) != canonical($0.into) }.map(\.conflict)
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
        let events = [mergedBy[id], event].compactMap { $0 }
        rivals.append((into: into, conflict: Conflict(id: id, events: events)))
      }
      return
    }
    guard canonical(into) != id else {
      circles.append(Circle(id: id, into: into, event: event, mergedBy: mergedBy[into]))
      return
    }
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
  package func canonical(_ ids: EntityList) -> EntityList {
    ids.mappedOnce { canonical($0) }
  }

  /// The ids that were merged into another, with the event that did it.
  package var merged: [(id: EntityID, into: EntityID, by: EventID?)] {
    parents.keys.sorted().map { (id: $0, into: canonical($0), by: mergedBy[$0]) }
  }
}
