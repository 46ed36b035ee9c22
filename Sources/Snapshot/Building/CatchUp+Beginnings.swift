internal import Events
internal import Projections

// The days of events that came after others.
extension CatchUp {
  /// The days of all others are those of their own dates, and stand in their rows already.
  mutating func settleBeginnings() throws(SnapshotError) {
    if !isFromStart { try spread() }
    for portion in changes.beginnings.sorted().portions(of: CatchUp.portion) {
      var neighbourhood = Neighbourhood(connection, reach: .fold)
      var positions: Set<Int> = []
      for position in portion where try !connection.predecessors(of: position).isEmpty {
        try neighbourhood.add(beginningOf: position)
        positions.insert(position)
      }
      if !positions.isEmpty { try write(positions, from: neighbourhood.record()) }
    }
  }

  /// Adds what came after what changed, or after an account of it that is used no more.
  private mutating func spread() throws(SnapshotError) {
    for id in changes.happenings.union(changes.ranked) {
      if let position = try connection.position(of: id) { changes.beginnings.insert(position) }
    }
    var waiting = Array(changes.beginnings)
    while let position = waiting.popLast() {
      for later in try connection.successors(of: position)
      where changes.beginnings.insert(later).inserted { waiting.append(later) }
    }
  }

  private mutating func write(
    _ positions: Set<Int>,
    from record: Record
  ) throws(SnapshotError) {
    for fact in record.facts where positions.contains(fact.position.number) {
      let beginning = record.beginnings.of(fact)
      changes.persons.formUnion(fact.persons)
      try connection.run(
        "UPDATE events SET earliest = ?, latest = ? WHERE position = ?",
        .optional(beginning.earliest),
        .optional(beginning.latest),
        .integer(fact.position.number)
      )
    }
    firstReading?.settle(positions)
  }
}
