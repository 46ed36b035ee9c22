package import Events

/// A source, and how much of the record rests on it.
package struct SourceUse: Row {
  package let source: EntityID
  /// Nil where it is cited but not registered, or its registration was withdrawn.
  package let title: String?
  package let form: String?
  package let reliability: String?
  /// False where it is known only through another source; nil where it is not registered.
  package let isConsulted: Bool?
  /// How many facts cite it.
  package internal(set) var facts = 0
  /// How many of these cite it only as another source does.
  package internal(set) var onlyVia = 0
  /// How many facts were read in it, and cite what it cites.
  package internal(set) var readFor = 0
  /// The first and the last event that cites it or was read in it.
  package internal(set) var first: Position?
  package internal(set) var last: Position?

  package static let columns = [
    "source", "title", "form", "reliability", "consulted", "facts", "only_via", "read_for", "first",
    "last",
  ]

  package var json: JSON {
    .object([
      JSONMember("source", .text(source.text)),
      JSONMember("title", .optional(title)),
      JSONMember("form", .optional(form)),
      JSONMember("reliability", .optional(reliability)),
      JSONMember("consulted", .optional(isConsulted)),
      JSONMember("facts", .integer(facts)),
      JSONMember("only_via", .integer(onlyVia)),
      JSONMember("read_for", .integer(readFor)),
      JSONMember("first", .optional(first?.number)),
      JSONMember("last", .optional(last?.number)),
    ])
  }
}

extension Record {
  /// Every source that is registered or cited, in id order.
  ///
  /// It counts what was not withdrawn and can have begun by the end of `day`, registrations and all
  /// accounts of a happening among them; each event once, however often it cites a source.
  package func sources(asOf day: Day) -> [SourceUse] {
    var uses: [EntityID: SourceUse] = [:]
    for entity in registry.all(.source) { uses[entity.id] = use(of: entity.id) }
    for fact in facts where !fact.isRetracted && fact.canStand(on: day) {
      let cited = Set(fact.sources.map(\.source))
      let read = Set(fact.sources.compactMap(\.via))
      for source in cited.union(read) {
        var use = uses[source] ?? use(of: source)
        use.first = use.first ?? fact.position
        use.last = fact.position
        if cited.contains(source) { use.facts += 1 }
        if read.contains(source) { use.readFor += 1 }
        let citations = fact.sources.filter { $0.source == source }
        if cited.contains(source), citations.allSatisfy({ $0.via != nil }) { use.onlyVia += 1 }
        uses[source] = use
      }
    }
    return uses.values.sorted { $0.source < $1.source }
  }

  private func use(of source: EntityID) -> SourceUse {
    let entity = registry[source]
    return SourceUse(
      source: source,
      title: entity?.displayName,
      form: entity?.form,
      reliability: entity?.reliability,
      isConsulted: entity?.isConsulted
    )
  }
}
