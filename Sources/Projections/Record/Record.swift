package import Events

/// What the record says at one moment: every event as corrected, whom it concerns, and what
/// happened.
package struct Record: Sendable {
  /// Every event, in the order of the log, the withdrawn ones among them.
  package let facts: [Fact]
  /// The last line that was taken in.
  package let head: Position
  /// Lines whose content was withheld.
  package let withheld: [Position]
  /// Who and what is registered, with names as merged.
  package let registry: Registry
  /// What happened, in the order of the log: the preferred account of each happening.
  package let happenings: [Happening]
  /// The identities in force.
  package let identities: Identities
  /// Where the first line stands that says that something of an event was erased.
  let redactions: [EventID: Position]
  /// When each event can have begun.
  package let beginnings: Beginnings
  private let indexes: [EventID: Int]
  private let happeningsByPerson: PlacesByPerson
  /// For each event the happening of which it is an account, or -1.
  private let happeningOfFact: [Int32]

  package init(facts: [Fact], indexes: [EventID: Int], head: Position, withheld: [Position]) {
    self.facts = facts
    self.indexes = indexes
    self.head = head
    self.withheld = withheld
    // What is about the record itself is little of it, and asked for many times.
    let aboutRecord = facts.filter { $0.event.section == .record }
    redactions = Dictionary(
      aboutRecord.lazy.filter { $0.event.kind == "redaction" }.compactMap { fact in
        fact.event.details.event("of").map { ($0, fact.position) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    identities = Identities(aboutRecord)
    registry = Registry(aboutRecord, identities)
    let accounts = Accounts(facts, indexes, rankings: aboutRecord)
    let beginnings = Beginnings(facts, indexes, accounts)
    self.beginnings = beginnings
    var happenings: [Happening] = []
    var happeningOfFact = [Int32](repeating: -1, count: facts.count)
    happenings.reserveCapacity(accounts.groups.count)
    for group in accounts.groups {
      guard let preferred = group.preferred else { continue }
      let fact = facts[preferred]
      // Only dated events are grouped.
      guard let date = fact.date else { continue }
      let persons = identities.canonical(fact.persons)
      var others: [EventID] = []
      for account in group where account != preferred { others.append(facts[account].id) }
      for account in group { happeningOfFact[account] = Int32(happenings.count) }
      happenings.append(
        Happening(
          fact: fact,
          date: date,
          otherAccounts: others,
          persons: persons,
          beginning: beginnings.of(fact)
        )
      )
    }
    self.happenings = happenings
    happeningsByPerson = PlacesByPerson(happenings)
    self.happeningOfFact = happeningOfFact
  }

  /// The event called `id`, also if it was withdrawn.
  package subscript(id: EventID) -> Fact? { indexes[id].map { facts[$0] } }

  /// The event at `position`.
  package subscript(position: Position) -> Fact? {
    // Facts stand in the order of the log, so half of them are out of the question each time.
    var (low, high) = (0, facts.count)
    while low < high {
      let middle = (low + high) / 2
      if facts[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low < facts.count && facts[low].position == position ? facts[low] : nil
  }

  /// The happening of which the event called `id` is an account.
  package func happening(of id: EventID) -> Happening? {
    guard let index = indexes[id], happeningOfFact[index] >= 0 else { return nil }
    return happenings[Int(happeningOfFact[index])]
  }

  /// What happened to `person`, in the order of the log.
  package func happenings(of person: EntityID) -> [Happening] {
    happeningsByPerson[identities.canonical(person)].map { happenings[Int($0)] }
  }

  /// Everybody to whom something happened, or who is registered; merged ids once, in id order.
  package var persons: [EntityID] {
    let registered = registry.all(.person).map { identities.canonical($0.id) }
    return Set(registered).union(happeningsByPerson.persons).sorted()
  }

  /// Whether the event called `id` is recorded and not withdrawn.
  package func isInForce(_ id: EventID) -> Bool {
    self[id].map { !$0.isRetracted } ?? false
  }
}
