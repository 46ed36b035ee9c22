internal import Events

/// Events that are tied to each other by corrections and retractions, and what they say.
struct AmendmentFamily {
  private var events: [EventID: Event] = [:]
  private(set) var facts: [EventID: Fact] = [:]

  init(_ events: [Event]) {
    for event in events { self.events[event.id] = event }
    replay()
  }

  var ids: Dictionary<EventID, Event>.Keys { events.keys }

  mutating func add(_ event: Event) {
    events[event.id] = event
    replay()
  }

  mutating func join(_ other: AmendmentFamily) {
    events.merge(other.events) { mine, _ in mine }
    replay()
  }

  /// The events that an amendment among these names, and that are not among them.
  var strangers: [EventID] {
    facts.values.filter(\.isAmendment).compactMap { $0.details.event("of") }
      .filter { events[$0] == nil }
  }

  private mutating func replay() {
    var replay = Replay()
    for event in events.values.sorted(by: { $0.position < $1.position }) {
      replay.take(.event(event))
    }
    facts = Dictionary(uniqueKeysWithValues: replay.record().facts.map { ($0.id, $0) })
  }
}
