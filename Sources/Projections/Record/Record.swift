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
  private let indexes: [EventID: Int]
  private let happeningsByPerson: [EntityID: [Int]]
  private let mainAccounts: [EventID: Int]

  package init(facts: [Fact], indexes: [EventID: Int], head: Position, withheld: [Position]) {
    self.facts = facts
    self.indexes = indexes
    self.head = head
    self.withheld = withheld
    redactions = Dictionary(
      facts.lazy.filter { $0.event.kind == "redaction" }.compactMap { fact in
        fact.event.details.event("of").map { ($0, fact.position) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    identities = Identities(facts)
    registry = Registry(facts, identities)
    let beginnings = Beginnings(facts, indexes)
    let accounts = Accounts(facts, indexes)
    var happenings: [Happening] = []
    var byPerson: [EntityID: [Int]] = [:]
    var mainAccounts: [EventID: Int] = [:]
    for group in accounts.groups {
      guard let preferred = group.preferred else { continue }
      let fact = facts[preferred]
      // Only dated events are grouped.
      guard let date = fact.date else { continue }
      let persons = identities.canonical(fact.persons)
      let others = group.members.filter { $0 != preferred }.map { facts[$0].id }
      for person in persons { byPerson[person, default: []].append(happenings.count) }
      for member in group.members { mainAccounts[facts[member].id] = happenings.count }
      happenings.append(
        Happening(
          fact: fact,
          date: date,
          otherAccounts: others,
          persons: persons,
          beginning: beginnings[preferred]
        )
      )
    }
    self.happenings = happenings
    happeningsByPerson = byPerson
    self.mainAccounts = mainAccounts
  }

  /// The event called `id`, also if it was withdrawn.
  package subscript(id: EventID) -> Fact? { indexes[id].map { facts[$0] } }

  /// The event at `position`.
  package subscript(position: Position) -> Fact? { facts.first { $0.position == position } }

  /// The happening of which the event called `id` is an account.
  package func happening(of id: EventID) -> Happening? { mainAccounts[id].map { happenings[$0] } }

  /// What happened to `person`, in the order of the log.
  package func happenings(of person: EntityID) -> [Happening] {
    (happeningsByPerson[identities.canonical(person)] ?? []).map { happenings[$0] }
  }

  /// Everybody to whom something happened, or who is registered; merged ids once, in id order.
  package var persons: [EntityID] {
    let registered = registry.all(.person).map { identities.canonical($0.id) }
    return Set(registered).union(happeningsByPerson.keys).sorted()
  }

  /// Whether the event called `id` is recorded and not withdrawn.
  package func isInForce(_ id: EventID) -> Bool {
    self[id].map { !$0.isRetracted } ?? false
  }
}
