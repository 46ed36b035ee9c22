package import Events
package import Projections

extension Snapshot {
  /// What happened to `person`, whoever they are merged with, as corrected and as preferred.
  package func history(of person: EntityID) throws(SnapshotError) -> PersonHistory {
    try store.read { connection throws(SnapshotError) in
      let reader = try HistoryReader(connection)
      return try reader.history(of: reader.canonical(person))
    }
  }

  /// Where `person` stood at the end of `day`.
  package func detentionStatus(
    of person: EntityID,
    asOf day: Day
  ) throws(SnapshotError) -> DetentionStatus {
    try store.read { connection throws(SnapshotError) in
      let reader = try HistoryReader(connection)
      return try reader.statuses(of: [reader.canonical(person)], asOf: day)[0]
    }
  }

  /// Where people stood at the end of `day`, in their order.
  ///
  /// Reads one row of each, and the events of whoever has none for that day, since something of
  /// theirs begins only later.
  package func detentionStatuses(
    of people: [EntityID],
    asOf day: Day
  ) throws(SnapshotError) -> [DetentionStatus] {
    try store.read { connection throws(SnapshotError) in
      let reader = try HistoryReader(connection)
      var statuses: [DetentionStatus] = []
      for portion in people.portions(of: CatchUp.portion) {
        statuses += try reader.statuses(of: portion.map(reader.canonical(_:)), asOf: day)
      }
      return statuses
    }
  }

  /// Where everybody stood at the end of `day` who has a value on some axis, in id order.
  package func detentionStatuses(asOf day: Day) throws(SnapshotError) -> [DetentionStatus] {
    try store.read { connection throws(SnapshotError) in
      try detentionStatuses(of: connection.everybody(), asOf: day).filter(\.hasValue)
    }
  }

  /// Everybody of whom the record says, asked about `day`, that they were held, under house arrest,
  /// in an open facility or disappeared; in id order, confirmed or not.
  ///
  /// Reads an index; the longest histories are folded, if the day lies before the last of theirs.
  package func heldOrCountedApart(on day: Day) throws(SnapshotError) -> [EntityID] {
    try store.read { connection throws(SnapshotError) in
      var people: Set<EntityID> = []
      for state in LibertyState.countedStates where day.isStored {
        people.formUnion(
          try connection.entities(
            """
            SELECT person FROM spells
            WHERE liberty = ?1 AND from_day <= ?2 AND (to_day IS NULL OR to_day > ?2)
            """,
            .text(state.rawValue),
            .text(day.description)
          )
        )
      }
      // Of days that no row can tell, everybody is asked.
      let others =
        try day.isStored
        ? connection.entities("SELECT person FROM unswept") : connection.everybody()
      for status in try detentionStatuses(of: others, asOf: day) where !status.isGroup {
        if status.liberty.isHeld || status.liberty.isCountedApart { people.insert(status.person) }
      }
      return people.sorted()
    }
  }

  /// How many were held at the end of each month or year up to `last`, and on `last`, from the
  /// first day of which anything is recorded.
  ///
  /// Reads the spells; only the longest histories are folded.
  package func heldOverTime(
    to last: Day,
    by step: CalendarStep
  ) throws(SnapshotError) -> [HeldNumber] {
    try store.read { connection throws(SnapshotError) in
      let first = try connection.row(
        "SELECT min(coalesce(earliest, latest)) FROM events WHERE shown = 1"
      ) { $0.optionalText(0).flatMap { Day(iso: $0) } }
      guard let first, let first, first <= last else { return [] }
      var numbers = step.ends(from: first, to: last).map { HeldNumber(day: $0) }
      for state in LibertyState.countedStates {
        for spell in try connection.spells(in: state) { spell.count(in: &numbers) }
      }
      let reader = try HistoryReader(connection)
      for person in try connection.entities("SELECT person FROM unswept") {
        try reader.history(of: person).count(in: &numbers)
      }
      return numbers
    }
  }
}

/// A stretch of days of which the record says that somebody was held or is counted apart.
private struct CustodySpell {
  let from: Day
  let to: Day?
  let liberty: LibertyState
  let confirmedUntil: Day?

  /// Adds whoever it is about to the number of each of its days.
  func count(in numbers: inout [HeldNumber]) {
    var index = numbers.partitioningIndex { $0.day >= from }
    while index < numbers.count, to.map({ numbers[index].day < $0 }) ?? true {
      let isConfirmed = confirmedUntil.map { numbers[index].day <= $0 } ?? false
      numbers[index].count(liberty, isConfirmed: isConfirmed)
      index += 1
    }
  }
}

extension [HeldNumber] {
  /// The first index from which on `isReached`, which stays true once it is.
  fileprivate func partitioningIndex(where isReached: (HeldNumber) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Connection {
  /// Everybody of whom something is recorded, in id order.
  fileprivate func everybody() throws(SnapshotError) -> [EntityID] {
    try entities("SELECT person FROM last_known").sorted()
  }

  fileprivate func spells(in state: LibertyState) throws(SnapshotError) -> [CustodySpell] {
    try rows(
      "SELECT from_day, to_day, confirmed_until FROM spells WHERE liberty = ?",
      .text(state.rawValue)
    ) { columns throws(SnapshotError) -> CustodySpell? in
      guard let from = Day(iso: try columns.text(0)) else { return nil }
      return CustodySpell(
        from: from,
        to: columns.optionalText(1).flatMap { Day(iso: $0) },
        liberty: state,
        confirmedUntil: columns.optionalText(2).flatMap { Day(iso: $0) }
      )
    }.compactMap(\.self)
  }
}

extension LibertyState {
  /// The states of which a number of people is given.
  fileprivate static let countedStates = allCases.filter { $0.isHeld || $0.isCountedApart }
}
