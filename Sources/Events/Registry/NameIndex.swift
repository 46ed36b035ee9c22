/// The names of a registry, folded for lookups.
///
/// Building reads every name once. It does not see later registrations.
package struct NameIndex: Sendable {
  private let registry: Registry
  private let sorts: Set<EntitySort>
  private var subjects: [NamedSubject] = []
  private var exactNames: [[String]: [Int]] = [:]
  private var soundNames: [[String]: [Int]] = [:]
  private var soundParts: [String: [Int]] = [:]

  package init(_ registry: Registry, sorts: Set<EntitySort> = Set(EntitySort.allCases)) {
    self.registry = registry
    self.sorts = sorts
    let ids = registry.knownIDs.filter { id in
      registry.sort(of: id).map(sorts.contains) ?? false
    }
    for id in Set(ids.map(registry.canonical)).sorted() {
      let names = registry.namesakes(of: id).lazy.compactMap { registry[$0] }.first?.names ?? []
      let isPerson = registry.sort(of: id) == .person
      add(NamedSubject(id: id, isPerson: isPerson, names: names))
    }
  }

  private mutating func add(_ subject: NamedSubject) {
    let index = subjects.count
    subjects.append(subject)
    for name in Set(subject.exactForms) { exactNames[name, default: []].append(index) }
    for name in Set(subject.soundForms) { soundNames[name, default: []].append(index) }
    for part in subject.parts { soundParts[part, default: []].append(index) }
  }

  /// Who is meant by `query`: an id, else a name, by the strongest way of reading it that fits
  /// anyone.
  ///
  /// From strong to weak: the same letters, the same sounds, some parts of a name, initials beside
  /// a part. Word order never matters. One word alone names every person who bears it, however
  /// it is spelled: no spelling makes one of two namesakes the one that is meant.
  package func matches(_ query: String) -> NameMatch {
    if let id = known(query) { return .one(id) }
    let words = NameQuery(query)
    guard !words.sounds.isEmpty else { return .none(nearest: []) }
    var found = strongest(words)
    if words.sounds.count == 1 {
      found.formUnion(bearers(of: words).filter { subjects[$0].isPerson })
    }
    let ids = found.sorted().map { subjects[$0].id }
    if ids.isEmpty { return .none(nearest: nearest(to: query, limit: 3)) }
    return ids.count == 1 ? .one(ids[0]) : .several(ids)
  }

  /// The ids whose names or spelling are near to `text`, nearest first.
  package func nearest(to text: String, limit: Int) -> [EntityID] {
    let query = NameQuery(text)
    guard !query.sounds.isEmpty else { return [] }
    return
      subjects
      .compactMap { subject in query.distance(to: subject).map { (subject.id, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      .prefix(limit)
      .map(\.0)
  }

  private func known(_ query: String) -> EntityID? {
    guard let id = EntityID(query), let sort = registry.sort(of: id), sorts.contains(sort) else {
      return nil
    }
    return registry.canonical(id)
  }

  private func strongest(_ words: NameQuery) -> Set<Int> {
    if let found = exactNames[words.exact] { return Set(found) }
    if let found = soundNames[words.sounds] { return Set(found) }
    let bearers = bearers(of: words)
    return bearers.isEmpty ? bearersOfInitials(words) : bearers
  }

  private func bearers(of words: NameQuery) -> Set<Int> {
    candidates(words.sounds).filter { subjects[$0].bears(words.sounds) }
  }

  private func bearersOfInitials(_ words: NameQuery) -> Set<Int> {
    guard words.sounds.contains(where: { $0.unicodeScalars.count == 1 }) else { return [] }
    return candidates(words.sounds).filter { subjects[$0].bearsInitials(words.sounds) }
  }

  /// Whoever bears at least one of `parts`.
  private func candidates(_ parts: [String]) -> Set<Int> {
    Set(parts.flatMap { soundParts[$0] ?? [] })
  }
}

/// The words of a lookup, folded, in an order of their own.
struct NameQuery {
  let exact: [String]
  let sounds: [String]
  /// The sounds of the whole text without spaces.
  let joined: [Unicode.Scalar]

  init(_ text: String) {
    let words = NameWords.folded(text)
    let sounds = words.map { NameFolding.string(SoundSkeleton.of($0)) }
    exact = words.map(NameFolding.string).sorted()
    joined = sounds.flatMap(\.unicodeScalars)
    self.sounds = sounds.sorted()
  }
}
