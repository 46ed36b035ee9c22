internal import Events
internal import Projections

/// What is kept of every line while a snapshot is made from nothing: where it stands, and whom it
/// concerns.
///
/// Some 16 bytes an event and four for each person in it, so that the persons can be folded one
/// after the other without asking the tables.
struct FirstReading {
  /// For each person, as the lines name them, the positions of their events.
  private(set) var mentions: [EntityID: [UInt32]] = [:]
  /// Who and what was registered so far.
  var registered: Set<EntityID> = []
  /// Events of which the rows say more than the line: amended, ranked, told twice, or later than
  /// others.
  private(set) var settled: Set<Int> = []
  /// Where each line ends, its newline included.
  private var ends: [Int] = []

  /// Takes the next line.
  mutating func take(_ line: LogLine) {
    ends.append(line.offset + line.byteCount + 1)
    guard case .event(let event) = line.line, event.content.isHappening else { return }
    add(event.content.persons, at: event.position.number)
  }

  /// Where the line at `position` stands.
  func place(of position: Int) -> LinePlace {
    let start = position == 1 ? 0 : ends[position - 2]
    return LinePlace(
      position: Position(position),
      offset: start,
      byteCount: ends[position - 1] - start - 1
    )
  }

  /// Notes that what counts of these events stands in their rows.
  mutating func settle(_ positions: some Sequence<Int>) { settled.formUnion(positions) }

  /// Notes that the event at `position` concerns `persons`, too, since it was corrected.
  mutating func add(_ persons: EntityList, at position: Int) {
    for person in persons { mentions[person, default: []].append(UInt32(position)) }
  }
}
