internal import Events
internal import Projections

// Where everybody stood, from everything that is recorded.
extension CatchUp {
  mutating func settlePersons() throws(SnapshotError) {
    let reader = try HistoryReader(connection)
    if let firstReading { return try writeAll(firstReading, reader) }
    var canonical: Set<EntityID> = []
    for person in changes.persons {
      // A person who was merged into another has no rows any more.
      try persons.clear(person)
      canonical.insert(reader.canonical(person))
    }
    for person in canonical.sorted() {
      try persons.clear(person)
      try persons.insert(reader.history(of: person))
    }
  }

  /// Writes everybody in the order of the tables.
  private func writeAll(
    _ reading: FirstReading,
    _ reader: HistoryReader
  ) throws(SnapshotError) {
    var positions: [EntityID: [UInt32]] = [:]
    for (person, own) in reading.mentions {
      positions[reader.canonical(person), default: []] += own
    }
    for person in positions.keys.sorted() {
      var happenings: [Happening] = []
      var last: UInt32 = 0
      for position in (positions[person] ?? []).sorted() where position != last {
        last = position
        guard let happening = try happening(at: Int(position), reading, reader),
          happening.persons.contains(person)
        else { continue }
        happenings.append(happening)
      }
      try persons.insert(reader.history(of: person, happenings))
    }
  }

  private func happening(
    at position: Int,
    _ reading: FirstReading,
    _ reader: HistoryReader
  ) throws(SnapshotError) -> Happening? {
    guard reading.settled.contains(position) else {
      return reader.happening(Fact(try connection.event(at: reading.place(of: position))))
    }
    return try connection.settledRow(at: position).flatMap {
      row throws(SnapshotError) in try reader.happening(row)
    }
  }
}
