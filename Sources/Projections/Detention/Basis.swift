internal import Events

/// What a state rests on, in the order in which it was folded, each once.
///
/// Mostly it is one event, which takes no memory of its own.
package struct Basis: Sendable {
  private var first: Happening?
  private var others: [Happening] = []
  /// The ids of `others`, once these are too many to be looked through.
  private var otherIDs: Set<EventID> = []

  private static let lookedThroughMax = 8

  init() {}

  init(_ happening: Happening) {
    first = happening
  }

  package var count: Int { first == nil ? 0 : 1 + others.count }

  /// The event that led to the state; nil while nothing is known.
  var firstID: EventID? { first?.id }

  func contains(_ event: EventID) -> Bool {
    if first?.id == event { return true }
    return otherIDs.isEmpty ? others.contains { $0.id == event } : otherIDs.contains(event)
  }

  /// Adds what is not yet among them: last, or before the one at `place`.
  mutating func insert(_ happening: Happening, at place: Int? = nil) {
    guard !contains(happening.id) else { return }
    guard let first else {
      self.first = happening
      return
    }
    switch place {
    case 0?:
      others.insert(first, at: 0)
      self.first = happening
    case let place?: others.insert(happening, at: place - 1)
    case nil: others.append(happening)
    }
    noteOther(place == 0 ? first.id : happening.id)
  }

  /// Whether both are the same events, in whatever order.
  func isSame(as other: Basis) -> Bool {
    count == other.count && allSatisfy { other.contains($0.id) }
  }

  private mutating func noteOther(_ id: EventID) {
    guard others.count > Basis.lookedThroughMax else { return }
    if otherIDs.isEmpty { otherIDs = Set(others.map(\.id)) } else { otherIDs.insert(id) }
  }
}

extension Basis: Sequence {
  package struct Iterator: IteratorProtocol {
    fileprivate let basis: Basis
    fileprivate var place = 0

    package mutating func next() -> Happening? {
      guard place < basis.count else { return nil }
      defer { place += 1 }
      return place == 0 ? basis.first : basis.others[place - 1]
    }
  }

  package func makeIterator() -> Iterator { Iterator(basis: self) }
}
