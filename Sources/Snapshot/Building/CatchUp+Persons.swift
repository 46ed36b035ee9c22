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
    for people in canonical.sorted().portions(of: CatchUp.portion) {
      var histories: [PersonHistory] = []
      for person in people {
        try persons.clear(person)
        histories.append(try reader.history(of: person))
      }
      try persons.insert(histories)
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
    for people in positions.keys.sorted().portions(of: CatchUp.portion) {
      var histories: [PersonHistory] = []
      for person in people {
        let own = (positions[person] ?? []).sorted()
        let happenings = try happenings(of: person, at: own, reading, reader)
        histories.append(try reader.history(of: person, happenings))
      }
      try persons.insert(histories)
    }
  }

  private func happenings(
    of person: EntityID,
    at positions: [UInt32],
    _ reading: FirstReading,
    _ reader: HistoryReader
  ) throws(SnapshotError) -> [Happening] {
    var happenings: [Happening] = []
    var last: UInt32 = 0
    for position in positions where position != last {
      last = position
      guard let happening = try happening(at: Int(position), reading, reader),
        happening.persons.contains(person)
      else { continue }
      happenings.append(happening)
    }
    return happenings
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
