internal import Events
internal import Projections

// The days of events, and which account of a happening views use.
extension CatchUp {
  mutating func settleEvents() throws(SnapshotError) {
    try spread()
    for portion in changes.events.sorted().portions(of: CatchUp.portion) {
      var neighbourhood = Neighbourhood(connection, reach: .fold)
      for position in portion { try neighbourhood.add(position) }
      let record = try neighbourhood.record()
      try write(Set(portion), from: record)
    }
  }

  /// Adds the other accounts of what changed, and what came after it.
  private mutating func spread() throws(SnapshotError) {
    for id in changes.ranked {
      guard let position = try connection.position(of: id) else { continue }
      changes.events.formUnion(try connection.accounts(beside: position))
    }
    for main in changes.happenings { changes.events.formUnion(try connection.accounts(of: main)) }
    // Everything that came after something is among the new lines.
    if isFromStart { return }
    var waiting = Array(changes.events)
    while let position = waiting.popLast() {
      for later in try connection.successors(of: position)
      where changes.events.insert(later).inserted { waiting.append(later) }
    }
  }

  private mutating func write(_ portion: Set<Int>, from record: Record) throws(SnapshotError) {
    var indexes: [EventID: Int] = [:]
    for (index, fact) in record.facts.enumerated() { indexes[fact.id] = index }
    let beginnings = Beginnings(record.facts, indexes)
    for (index, fact) in record.facts.enumerated() where portion.contains(fact.position.number) {
      changes.persons.formUnion(fact.persons)
      let isShown = record.happening(of: fact.id)?.id == fact.id
      try connection.run(
        "UPDATE events SET earliest = ?, latest = ?, shown = ? WHERE position = ?",
        .optional(beginnings[index].earliest),
        .optional(beginnings[index].latest),
        .flag(isShown),
        .integer(fact.position.number)
      )
    }
  }
}
