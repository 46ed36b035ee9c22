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

  /// Adds what came after what changed.
  private mutating func spread() throws(SnapshotError) {
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
    var indexes: [EventID: Int] = [:]
    for (index, fact) in record.facts.enumerated() { indexes[fact.id] = index }
    let beginnings = Beginnings(record.facts, indexes)
    for (index, fact) in record.facts.enumerated() where positions.contains(fact.position.number) {
      changes.persons.formUnion(fact.persons)
      try connection.run(
        "UPDATE events SET earliest = ?, latest = ? WHERE position = ?",
        .optional(beginnings[index].earliest),
        .optional(beginnings[index].latest),
        .integer(fact.position.number)
      )
    }
    firstReading?.settle(positions)
  }
}
