package import Events
package import Projections

extension Snapshot {
  /// How many events there are by kind, month and source, as the record counts them on `day`.
  ///
  /// Walks the rows of events once, and an index of what they cite; reads no line.
  package func figures(asOf day: Day) throws(SnapshotError) -> [Figure] {
    try store.read { connection throws(SnapshotError) in
      var count = FigureCount(day, last: try connection.point().position)
      try count.takeEvents(connection)
      try count.takeCitations(connection)
      return count.figures
    }
  }
}

/// Counts rows, and meets each date once.
private struct FigureCount {
  private struct Met {
    let canStand: Bool
    let month: String
    var number = 0
  }

  private let day: Day
  /// Which events count, by position.
  private var isCounted: [Bool]
  private var dates: [String: Int] = [:]
  private var met: [Met] = []
  private var kinds: [String: Int] = [:]
  private var months: [String: Int] = [:]
  private var tally = FigureTally()

  init(_ day: Day, last: Position) {
    self.day = day
    isCounted = Array(repeating: false, count: last.number + 1)
  }

  mutating func takeEvents(_ connection: Connection) throws(SnapshotError) {
    // The days in other columns are raised by what an event came after; it counts by its own date.
    _ = try connection.rows(
      """
      SELECT position, kind, date, substr(recorded, 1, 7) FROM events
      WHERE retracted_by IS NULL AND withheld = 0 ORDER BY position
      """
    ) { columns throws(SnapshotError) in
      if let date = columns.optionalText(2) {
        let index = if let known = dates[date] { known } else { try meet(date, columns) }
        guard met[index].canStand else { return }
        met[index].number += 1
      }
      let position = try columns.integer(0)
      if isCounted.indices.contains(position) { isCounted[position] = true }
      kinds[try columns.text(1), default: 0] += 1
      months[try columns.text(3), default: 0] += 1
    }
  }

  private mutating func meet(_ text: String, _ columns: Columns) throws(SnapshotError) -> Int {
    let date = try columns.optionalDate(2)
    dates[text] = met.count
    met.append(
      Met(canStand: date?.canStand(on: day) ?? true, month: date?.monthHappened ?? "undated")
    )
    return met.count - 1
  }

  mutating func takeCitations(_ connection: Connection) throws(SnapshotError) {
    var run = (source: "", number: 0)
    _ = try connection.rows("SELECT DISTINCT source, position FROM citations") {
      columns throws(SnapshotError) in
      let position = try columns.integer(1)
      guard isCounted.indices.contains(position), isCounted[position] else { return }
      let source = try columns.text(0)
      if source != run.source {
        if run.number > 0 { tally.add(.source, run.source, run.number) }
        run = (source: source, number: 0)
      }
      run.number += 1
    }
    if run.number > 0 { tally.add(.source, run.source, run.number) }
  }

  var figures: [Figure] {
    var tally = tally
    for (kind, number) in kinds { tally.add(.kind, kind, number) }
    for (month, number) in months { tally.add(.monthRecorded, month, number) }
    for date in met where date.number > 0 { tally.add(.monthHappened, date.month, date.number) }
    return tally.figures
  }
}
