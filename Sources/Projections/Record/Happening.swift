package import Events

/// What happened once, told by the account that the record prefers.
///
/// A value in all but its copies, which share it: folds hand many of them about.
@dynamicMemberLookup
package final class Happening: Sendable {
  package let fact: Fact
  /// The date on which it stands, where that is not its own.
  private let movedDate: MovedDate?
  /// The other accounts of it that were not withdrawn, in the order of the log.
  package let otherAccounts: [EventID]
  /// Whom it happened to, as merged, each once.
  package let persons: [EntityID]
  /// The bounds of its beginning, raised by the events that it came after.
  package let beginning: DayBounds
  /// Whether it says of what it came after.
  let isBound: Bool

  package init(
    fact: Fact,
    date: EDTF,
    otherAccounts: [EventID],
    persons: [EntityID],
    beginning: DayBounds
  ) {
    self.fact = fact
    self.otherAccounts = otherAccounts
    self.persons = persons
    self.beginning = beginning
    movedDate = date == fact.date ? nil : MovedDate(date)
    isBound = !fact.content.after.isEmpty
  }

  /// When it happened.
  package var date: EDTF {
    guard let date = movedDate?.date ?? fact.date else {
      preconditionFailure("what has no date of its own was given one")
    }
    return date
  }

  /// The bounds of its end.
  package var end: DayBounds { date.end }
  package var id: EventID { fact.id }
  package var position: Position { fact.position }

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

/// A date that few happenings have, kept apart so that the others are smaller.
private final class MovedDate: Sendable {
  let date: EDTF

  init(_ date: EDTF) {
    self.date = date
  }
}
