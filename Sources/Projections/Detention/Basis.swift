internal import Events

/// The events on which a state rests, to be asked whether one is among them.
///
/// Mostly there is one, which takes no memory of its own.
struct Basis: Equatable {
  private var first: EventID?
  private var others: Set<EventID> = []

  init() {}

  init(_ event: EventID) {
    first = event
  }

  init(_ happenings: [Happening]) {
    for happening in happenings { insert(happening.id) }
  }

  func contains(_ event: EventID) -> Bool {
    first == event || others.contains(event)
  }

  /// Whether the event was not among them before.
  @discardableResult
  mutating func insert(_ event: EventID) -> Bool {
    if first == event { return false }
    if first != nil { return others.insert(event).inserted }
    first = event
    return true
  }
}
