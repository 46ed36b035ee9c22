package import Events

/// Where an event stands in a timeline.
///
/// By earliest day of the beginning (the latest, where it is open), latest day, `order` (those
/// without one first), position.
package struct TimelineKey: Comparable, Sendable {
  private let first: Int
  private let last: Int
  private let order: Int
  private let position: Position

  package init(_ beginning: DayBounds, order: Int?, position: Position) {
    first = (beginning.earliest ?? beginning.latest)?.number ?? Int.min
    last = beginning.latest?.number ?? Int.max
    self.order = order ?? Int.min
    self.position = position
  }

  package static func < (mine: TimelineKey, theirs: TimelineKey) -> Bool {
    if mine.first != theirs.first { return mine.first < theirs.first }
    if mine.last != theirs.last { return mine.last < theirs.last }
    if mine.order != theirs.order { return mine.order < theirs.order }
    return mine.position < theirs.position
  }
}
