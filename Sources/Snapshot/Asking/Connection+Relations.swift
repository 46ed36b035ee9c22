internal import Events
internal import Projections

// How events hang together, one step at a time.
extension Connection {
  /// The events beside those of its persons in which `id` is named.
  func mentions(of id: EntityID) throws(SnapshotError) -> [Int] {
    let id = Value.id(id)
    return try integers("SELECT position FROM refs WHERE entity = ?", id)
      + integers("SELECT position FROM actors WHERE actor = ?", id)
      + integers("SELECT position FROM citations WHERE source = ?", id)
      + integers("SELECT position FROM citations WHERE via = ?", id)
      + integers("SELECT position FROM events WHERE place = ?", id)
  }

  /// The events that refer to the event at `position`.
  func referrers(to position: Int) throws(SnapshotError) -> [Int] {
    try integers(
      """
      SELECT r.position FROM events e JOIN refs r ON r.event = e.id WHERE e.position = ?
      """,
      .integer(position)
    )
  }

  /// The events to which the event at `position` refers.
  func targets(of position: Int) throws(SnapshotError) -> [Int] {
    try integers(
      """
      SELECT e.position FROM refs r JOIN events e ON e.id = r.event WHERE r.position = ?
      """,
      .integer(position)
    )
  }

  /// The rankings of the event at `position`.
  func rankings(of position: Int) throws(SnapshotError) -> [Int] {
    try integers(
      """
      SELECT r.position FROM events e JOIN refs r ON r.event = e.id
        JOIN events ranking ON ranking.position = r.position
      WHERE e.position = ? AND ranking.kind = 'ranking'
      """,
      .integer(position)
    )
  }

  /// All accounts of the happening of which the event at `position` is one, it among them.
  func accounts(beside position: Int) throws(SnapshotError) -> [Int] {
    guard let main = try main(beside: position) else { return [position] }
    return try accounts(of: main)
  }

  /// The event of which the one at `position` is an account, or itself.
  private func main(beside position: Int) throws(SnapshotError) -> EventID? {
    let main = try row(
      "SELECT coalesce(account_of, id) FROM events WHERE position = ? AND id IS NOT NULL",
      .integer(position)
    ) { columns throws(SnapshotError) in try columns.text(0) }
    return main.flatMap(EventID.init)
  }

  /// The event of which the one at `position` is an account; nil if it is none.
  func told(by position: Int) throws(SnapshotError) -> Int? {
    try integers(
      """
      SELECT main.position FROM events e JOIN events main ON main.id = e.account_of
      WHERE e.position = ?
      """,
      .integer(position)
    ).first
  }

  /// The event called `main`, and all accounts of it.
  func accounts(of main: EventID) throws(SnapshotError) -> [Int] {
    try integers("SELECT position FROM events WHERE account_of = ?", .id(main))
      + integers("SELECT position FROM events WHERE id = ?", .id(main))
  }

  /// The events that the event at `position` came after.
  func predecessors(of position: Int) throws(SnapshotError) -> [Int] {
    try integers(
      """
      SELECT e.position FROM refs r JOIN events e ON e.id = r.event
      WHERE r.position = ? AND r.path GLOB 'after[[]*'
      """,
      .integer(position)
    )
  }

  /// The events that came after the event at `position`, or after another account of it.
  func successors(of position: Int) throws(SnapshotError) -> [Int] {
    guard let main = try main(beside: position) else { return [] }
    return try integers(
      """
      SELECT position FROM refs WHERE event = ?1 AND path GLOB 'after[[]*'
      UNION
      SELECT r.position FROM events a JOIN refs r ON r.event = a.id
      WHERE a.account_of = ?1 AND r.path GLOB 'after[[]*'
      """,
      .id(main)
    )
  }

  /// The events that say who is one with `id`.
  func identities(naming id: EntityID) throws(SnapshotError) -> [Int] {
    try integers(
      """
      SELECT r.position FROM refs r JOIN events e ON e.position = r.position
      WHERE r.entity = ?1 AND r.path >= 'details.ids[' AND r.path < 'details.ids]'
        AND e.kind = 'identity'
      UNION
      SELECT r.position FROM refs r JOIN events e ON e.position = r.position
      WHERE r.entity = ?1 AND r.path = 'details.into' AND e.kind = 'identity'
      """,
      .id(id)
    )
  }

  /// The events that register `id`.
  func registrations(of id: EntityID) throws(SnapshotError) -> [Int] {
    try integers("SELECT position FROM refs WHERE entity = ? AND path = 'details.id'", .id(id))
  }

  /// `events`, with everything that is tied to them by corrections and retractions.
  func amended(with events: Set<Int>) throws(SnapshotError) -> Set<Int> {
    var found = events
    var waiting = Array(events)
    while let position = waiting.popLast() {
      let near =
        try integers("SELECT amendment FROM amendments WHERE target = ?", .integer(position))
        + integers("SELECT target FROM amendments WHERE amendment = ?", .integer(position))
      for other in near where found.insert(other).inserted { waiting.append(other) }
    }
    return found
  }

  /// The record of the events at `positions` alone.
  func record(of positions: Set<Int>) throws(SnapshotError) -> Record {
    try record(of: positions, upTo: point().position.number)
  }

  /// The record of the events at `positions` alone, as it was after the first `last` lines.
  func record(of positions: Set<Int>, upTo last: Int) throws(SnapshotError) -> Record {
    var replay = Replay()
    let withheld = try integers("SELECT position FROM events WHERE withheld = 1")
    for position in positions.union(withheld).sorted() where position <= last {
      if let event = try event(at: position) {
        replay.take(.event(event))
      } else {
        replay.take(.withheld(position: Position(position), hasMore: false))
      }
    }
    replay.skip(to: Position(last))
    return replay.record()
  }

  /// The last line that counts at `limit`.
  ///
  /// A withheld line does not tell when it was recorded; it counts with the lines before it.
  func lastPosition(knownAt limit: KnownAt) throws(SnapshotError) -> Int {
    let all = try point().position.number
    switch limit {
    case .everything: return all
    case .position(let position): return min(all, position.number)
    case .instant(let instant):
      // Lines are recorded one after the other, so half of them are out of the question each time.
      var (low, high) = (0, all)
      while low < high {
        let middle = (low + high) / 2
        if let line = try recorded(atOrAfter: middle + 1), line.position <= high {
          if line.instant > instant { high = middle } else { low = line.position }
        } else {
          high = middle
        }
      }
      guard let next = try recorded(atOrAfter: low + 1) else { return all }
      return next.position - 1
    }
  }

  /// The first line at or after `position` that tells when it was recorded.
  private func recorded(
    atOrAfter position: Int
  ) throws(SnapshotError) -> (position: Int, instant: Instant)? {
    try row(
      """
      SELECT position, recorded FROM events WHERE position >= ? AND recorded IS NOT NULL
      ORDER BY position LIMIT 1
      """,
      .integer(position)
    ) { columns throws(SnapshotError) in
      let instant = Instant(iso: try columns.text(1))
      return (position: try columns.integer(0), instant: instant ?? Instant(seconds: 0))
    }
  }
}
