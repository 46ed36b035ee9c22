internal import Events
internal import Projections

extension [DetentionStatus] {
  /// Each with the first day of which a snapshot tells it, as far as days are kept there.
  var storedDays: [(day: Day, status: DetentionStatus)] {
    let first = Day.firstStored
    let kept = self[(lastIndex { $0.asOf <= first } ?? startIndex)...]
    return kept.filter { $0.asOf <= Day.lastStored }.map { (Swift.max($0.asOf, first), $0) }
  }
}

extension HistoryReader {
  /// Where each of `people` stood at the end of `day`, by the ids under which views show them.
  func statuses(of people: [EntityID], asOf day: Day) throws(SnapshotError) -> [DetentionStatus] {
    var answers: [StoredAnswer] = []
    for person in people {
      let written = day.isStored ? try connection.status(of: person, on: day) : nil
      if let written {
        answers.append(.status(written, of: person))
      } else {
        answers.append(.history(try history(of: person)))
      }
    }
    var statuses: [DetentionStatus] = []
    for (person, status) in zip(people, answers.mapOnAllCores { $0.status(asOf: day) }) {
      guard let status else { throw connection.misreadStatus(of: person) }
      statuses.append(status)
    }
    return statuses
  }
}

/// What a snapshot has of where somebody stood on a day.
private enum StoredAnswer: Sendable {
  /// The answer itself.
  case status(String, of: EntityID)
  /// What it follows from.
  case history(PersonHistory)

  /// Nil if what is stored is no status.
  func status(asOf day: Day) -> DetentionStatus? {
    switch self {
    case .history(let history): history.detentionStatus(asOf: day)
    case .status(let written, let person):
      (try? JSON(parsing: written)).flatMap {
        DetentionStatus(kept: $0, of: person, asOf: day)
      }
    }
  }
}

extension Connection {
  /// The status of a person on a day, as it was kept; nil if their events must be read.
  fileprivate func status(of person: EntityID, on day: Day) throws(SnapshotError) -> String? {
    try row(
      """
      SELECT status FROM statuses WHERE person = ? AND from_day <= ?
      ORDER BY from_day DESC LIMIT 1
      """,
      .id(person),
      .text(day.description)
    ) { columns throws(SnapshotError) in try columns.text(0) }
  }

  fileprivate func misreadStatus(of person: EntityID) -> SnapshotError {
    .unreadable(snapshot: path, reason: "the status of \(person) is not one that was written to it")
  }
}
