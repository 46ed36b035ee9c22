package import Events

/// What happened once, told by the account that the record prefers.
@dynamicMemberLookup
package struct Happening: Sendable {
  package let fact: Fact
  /// The bounds of its beginning, raised by the events that it came after.
  package let beginning: DayBounds
  /// What it has beside what the fact says; mostly nothing.
  private let own: Own?
  /// Whether it says of what it came after.
  let isBound: Bool

  private final class Own: Sendable {
    let date: EDTF
    let persons: EntityList
    let otherAccounts: [EventID]

    init(date: EDTF, persons: EntityList, otherAccounts: [EventID]) {
      self.date = date
      self.persons = persons
      self.otherAccounts = otherAccounts
    }
  }

  package init(
    fact: Fact,
    date: EDTF,
    otherAccounts: [EventID],
    persons: EntityList,
    beginning: DayBounds
  ) {
    self.fact = fact
    self.beginning = beginning
    isBound = !fact.content.after.isEmpty
    let isAsTold = otherAccounts.isEmpty && date == fact.date && persons == fact.persons
    own = isAsTold ? nil : Own(date: date, persons: persons, otherAccounts: otherAccounts)
  }

  /// The other accounts of it that were not withdrawn, in the order of the log.
  package var otherAccounts: [EventID] { own?.otherAccounts ?? [] }

  /// Whom it happened to, as merged, each once.
  package var persons: EntityList { own?.persons ?? fact.content.persons }

  /// When it happened.
  package var date: EDTF {
    guard let date = own?.date ?? fact.date else {
      preconditionFailure("what is told without a date was given one")
    }
    return date
  }

  /// The bounds of its end.
  package var end: DayBounds { date.end }
  package var id: EventID { fact.id }
  package var position: Position { fact.position }

  package var kind: String { fact.kind }
  package var section: Kind.Section? { fact.section }
  package var order: Int? { fact.order }
  package var details: Details { fact.details }

  package subscript<Value>(dynamicMember path: KeyPath<Content, Value>) -> Value {
    fact.content[keyPath: path]
  }

  /// Whether it has certainly begun by the end of `day`.
  package func hasCertainlyBegun(by day: Day) -> Bool {
    beginning.latest.map { $0 <= day } ?? false
  }

  /// Whether it can have begun by the end of `day`; also where it certainly has.
  package func hasPossiblyBegun(by day: Day) -> Bool {
    beginning.earliest.map { $0 <= day } ?? true
  }

  /// Whether this stands before `other` in a timeline.
  package func precedesInTimeline(_ other: Happening) -> Bool {
    timelineKey < other.timelineKey
  }

  var timelineKey: TimelineKey {
    TimelineKey(beginning, order: fact.order, position: position)
  }
}
