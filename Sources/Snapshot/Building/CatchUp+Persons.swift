internal import Events
internal import Projections

// Where everybody stood, from everything that is recorded.
extension CatchUp {
  mutating func settlePersons() throws(SnapshotError) {
    let reader = try HistoryReader(connection)
    if let firstReading {
      // Whoever's history is long needs the memory more than the pages of other tables do.
      try connection.script("PRAGMA cache_size = -2048")
      return try writeAll(firstReading, reader)
    }
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
      let canonical = reader.canonical(person)
      // Mostly a person is one with nobody, and what was noted of them is shared, not copied.
      if positions[canonical] == nil {
        positions[canonical] = own
      } else {
        positions[canonical]?.append(contentsOf: own)
      }
    }
    var histories: [PersonHistory] = []
    var happeningCount = 0
    for person in positions.keys.sorted() {
      let own = (positions[person] ?? []).sorted()
      // Whoever has a long history is folded alone, so that two of them never lie in memory.
      if happeningCount + own.count > CatchUp.happeningsMax {
        try persons.insert(histories)
        histories = []
        happeningCount = 0
      }
      let happenings = try happenings(of: person, at: own, reading, reader)
      happeningCount += happenings.count
      histories.append(try reader.history(of: person, happenings))
    }
    try persons.insert(histories)
  }

  private func happenings(
    of person: EntityID,
    at positions: [UInt32],
    _ reading: FirstReading,
    _ reader: HistoryReader
  ) throws(SnapshotError) -> [Happening] {
    var happenings: [Happening] = []
    let people: EntityList = [person]
    var last: UInt32 = 0
    for position in positions where position != last {
      last = position
      if let happening = try happening(at: Int(position), of: people, reading, reader) {
        happenings.append(happening)
      }
    }
    return happenings
  }

  /// What happened at `position` to the only member of `people`, as far as folds read it; nil if
  /// nothing.
  private func happening(
    at position: Int,
    of people: EntityList,
    _ reading: FirstReading,
    _ reader: HistoryReader
  ) throws(SnapshotError) -> Happening? {
    guard reading.settled.contains(position) else {
      let event = try connection.event(at: reading.place(of: position))
      return reader.happening(folding: event, of: people)
    }
    let happening = try connection.settledRow(at: position).flatMap {
      row throws(SnapshotError) in try reader.happening(row)
    }
    return happening.flatMap { $0.persons.contains(where: people.contains) ? $0 : nil }
  }
}
