/// Ids in an order: mostly one or none, which the list holds without an array.
package struct EntityList: Hashable, Sendable {
  private var storage: Storage

  private enum Storage: Hashable, Sendable {
    case none
    case one(EntityID)
    /// Two or more.
    case many([EntityID])
  }

  package init() {
    storage = .none
  }

  package init(_ ids: some Sequence<EntityID>) {
    self.init()
    for id in ids { append(id) }
  }

  private init(ids: [EntityID]) {
    switch ids.count {
    case 0: storage = .none
    case 1: storage = .one(ids[0])
    default: storage = .many(ids)
    }
  }

  package mutating func append(_ id: EntityID) {
    switch storage {
    case .none: storage = .one(id)
    case .one(let first): storage = .many([first, id])
    case .many(var ids):
      // So that the ids are held once while one is added.
      storage = .none
      ids.append(id)
      storage = .many(ids)
    }
  }
}

extension EntityList {
  /// What `transform` makes of these, each once, where it comes first.
  package func mappedOnce(_ transform: (EntityID) -> EntityID) -> EntityList {
    // Mostly nothing changes, and nothing is made anew.
    if allSatisfy({ transform($0) == $0 }), !hasRepetitions { return self }
    var list = EntityList()
    for id in self { list.append(transform(id)) }
    if !list.hasRepetitions { return list }
    var seen: Set<EntityID> = []
    return EntityList(list.filter { seen.insert($0).inserted })
  }

  private var hasRepetitions: Bool {
    // A short list is looked through sooner than a set of it is made.
    if count > 16 { return Set(self).count < count }
    return indices.contains { place in prefix(place).contains(self[place]) }
  }
}

extension EntityList: RandomAccessCollection, RangeReplaceableCollection {
  /// One that asks for no place twice, unlike that of collections at large.
  package struct Iterator: IteratorProtocol {
    fileprivate let list: EntityList
    fileprivate var place = 0

    package mutating func next() -> EntityID? {
      guard place < list.count else { return nil }
      defer { place += 1 }
      return list[place]
    }
  }

  package func makeIterator() -> Iterator { Iterator(list: self) }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .none: 0
    case .one: 1
    case .many(let ids): ids.count
    }
  }

  package subscript(place: Int) -> EntityID {
    switch storage {
    case .one(let id) where place == 0: return id
    case .many(let ids): return ids[place]
    default: preconditionFailure("a place in a list lies within it")
    }
  }

  package mutating func replaceSubrange(
    _ range: Range<Int>,
    with ids: some Collection<EntityID>
  ) {
    var all = Array(self)
    all.replaceSubrange(range, with: ids)
    self = EntityList(ids: all)
  }
}

extension EntityList: ExpressibleByArrayLiteral {
  package init(arrayLiteral ids: EntityID...) {
    self.init(ids: ids)
  }
}
