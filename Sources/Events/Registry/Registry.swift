/// Everything that is registered: who is meant by an id, and under which names.
///
/// A value without a clock or an order of its own: the same registrations in any order are the same
/// registry. Merged ids keep their own registrations and share their names.
package struct Registry: Sendable {
  private var entities: [EntityID: Entity] = [:]
  /// Ids whose registration was withdrawn: known, but only as bare ids.
  private var withdrawn: [EntityID: EntitySort] = [:]
  private var parents: [EntityID: EntityID] = [:]
  private var mergedIDs: [EntityID: [EntityID]] = [:]
  /// Places above registered ones, which need no registration.
  private var impliedPlaces: Set<EntityID> = []

  package init() {}

  /// Registers `entity`, in place of an earlier registration of its id.
  package mutating func add(_ entity: Entity) {
    entities[entity.id] = entity
    withdrawn[entity.id] = nil
    if entity.sort == .place { implyPlaces(above: entity.id) }
  }

  /// Makes an id known whose registration was withdrawn; another registration of it stands.
  package mutating func addWithdrawn(_ id: EntityID, sort: EntitySort) {
    guard entities[id] == nil else { return }
    withdrawn[id] = sort
    if sort == .place { implyPlaces(above: id) }
  }

  /// Takes the registration of `id` back: the id stays known, without names.
  package mutating func withdraw(_ id: EntityID) {
    guard let entity = entities.removeValue(forKey: id) else { return }
    withdrawn[id] = entity.sort
  }

  /// Makes `id` a name of `into`, with everything merged into `id` before.
  ///
  /// Does nothing where both are names of one already, or `id` was merged into another: that is
  /// for whoever reads the identities to report.
  package mutating func merge(_ id: EntityID, into: EntityID) {
    let root = canonical(into)
    guard parents[id] == nil, root != id else { return }
    parents[id] = root
    let moved = [id] + (mergedIDs.removeValue(forKey: id) ?? [])
    for id in moved { parents[id] = root }
    mergedIDs[root] = ((mergedIDs[root] ?? []) + moved).sorted()
  }

  /// The registration of `id` itself, with the names and the protection of whoever it is merged
  /// with.
  package subscript(id: EntityID) -> Entity? {
    guard var entity = entities[id] else { return nil }
    if mergedIDs.isEmpty { return entity }
    let group = namesakes(of: id)
    guard group.count > 1 else { return entity }
    let others = group.filter { $0 != id }.compactMap { entities[$0] }
    let strictest = others.map(\.protection).reduce(entity.protection, max)
    // The pseudonym is that of the registration which asks for one, not an alias from another.
    let all = [entity] + others
    let strict = Registry.names(of: all.filter { $0.protection == strictest })
    entity.names = Registry.names(
      of: all.filter { $0.protection < strictest },
      after: strict
    )
    entity.strictNamesCount = strict.count
    entity.protection = strictest
    return entity
  }

  /// `names` and those of `entities`, each once.
  private static func names(
    of entities: [Entity],
    after names: [EntityName] = []
  ) -> [EntityName] {
    entities.flatMap(\.names).reduce(into: names) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// Every registration of `sort` in the order of ids, merged ones among them.
  package func all(_ sort: EntitySort) -> [Entity] {
    entities.values.filter { $0.sort == sort }.map(\.id).sorted().compactMap { self[$0] }
  }

  /// Whether `id` was registered, also if that was withdrawn, or is a place above a registered one.
  package func knows(_ id: EntityID) -> Bool { sort(of: id) != nil }

  /// What `id` is registered as, also if that was withdrawn.
  package func sort(of id: EntityID) -> EntitySort? {
    entities[id]?.sort ?? withdrawn[id] ?? (impliedPlaces.contains(id) ? .place : nil)
  }

  /// Whether the registration of `id` was withdrawn.
  package func isWithdrawn(_ id: EntityID) -> Bool { withdrawn[id] != nil }

  /// The id under which views show `id`.
  package func canonical(_ id: EntityID) -> EntityID { parents[id] ?? id }

  /// Whether `id` has become a name of another.
  package func isMerged(_ id: EntityID) -> Bool { parents[id] != nil }

  /// The ids that are one with `id`: the one that views show, then the others in order.
  package func namesakes(of id: EntityID) -> [EntityID] {
    let root = canonical(id)
    return [root] + (mergedIDs[root] ?? [])
  }

  /// The name under which views show `id`: the bare id where nothing is registered.
  package func displayName(of id: EntityID) -> String {
    namesakes(of: id).lazy.compactMap { self[$0] }.first?.displayName ?? id.text
  }

  /// Everything known, withdrawn ids and implied places among them.
  var knownIDs: Set<EntityID> {
    impliedPlaces.union(entities.keys).union(withdrawn.keys)
  }

  private mutating func implyPlaces(above id: EntityID) {
    var parent = id.parent
    while let place = parent, impliedPlaces.insert(place).inserted { parent = place.parent }
  }
}
