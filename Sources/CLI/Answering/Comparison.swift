import Events
import Projections

/// A question about a difference: two states of the record, or two days.
struct Comparison {
  let before: Record
  let dayBefore: Day
  let after: Record
  let dayAfter: Day
  /// The day about which is asked, or the interval of days, as EDTF.
  let asOf: String
  /// What every answer states of itself: the two sides, and what stands still.
  let statement: String

  /// Reads as much of the log as counts, once.
  init(_ logOptions: LogOptions, _ options: RangeOptions) throws {
    let range = try options.range()
    let log = FileLog(path: try LogPlace(logOptions).log)
    switch range {
    case .recorded(let first, let last, let day):
      guard let (before, after) = try Comparison.replay(log, first, last) else {
        let sides = (options.knownAt ?? "").split(separator: "..", maxSplits: 1).map(String.init)
        throw RangeOptions.backwards("--known-at", (first: sides.first, last: sides.last))
      }
      self.before = before
      self.after = after
      dayBefore = day
      dayAfter = day
      asOf = day.description
      statement =
        "As of \(day), from knowing \(Comparison.words(first, before)) "
        + "to knowing \(Comparison.words(last, after))."
    case .passed(let first, let last, let known):
      guard let (_, record) = try Comparison.replay(log, known, known) else {
        throw Failure(.bug, "--known-at \(options.knownAt ?? ""): a state without an end")
      }
      before = record
      after = record
      dayBefore = first
      dayAfter = last
      let isOpen = first == RangeOptions.beforeEverything
      asOf = "\(isOpen ? ".." : first.description)/\(last)"
      let from = isOpen ? "before everything" : first.description
      statement = "From \(from) to \(last), knowing \(Comparison.words(known, record))."
    }
  }

  /// The differences, only those about `names` if there are any.
  func differences(about names: [String]) throws -> [Difference] {
    let persons = try names.map { name in
      let match = after.registry.matches(name, sorts: [.person])
      return try Question.chosen(match, name, .person, after.registry.displayName)
    }
    return RecordDifference(
      before: before,
      asOf: dayBefore,
      after: after,
      asOf: dayAfter,
      about: persons.isEmpty ? nil : Set(persons)
    ).rows
  }

  private static func words(_ known: KnownAt, _ record: Record) -> String {
    var text = known.words
    switch known {
    case .position(record.head): break
    case .position: text += " (there are \(record.head))"
    case .everything, .instant: text += " (\(Brief.count(record.head.number, "line")))"
    }
    let withheld = record.withheld.count
    return withheld > 0 ? text + ", of which \(withheld) withheld" : text
  }

  /// The record at both ends of a range; nil if the first of them is the later.
  private static func replay(
    _ log: FileLog,
    _ first: KnownAt,
    _ last: KnownAt
  ) throws -> (Record, Record)? {
    var replay = Replay()
    var before: Record?
    var cursor = try log.lines(after: .start)
    if let tail = cursor.tornTail { Notice.warn("\(log.path): \(tail)") }
    while let line = try cursor.next() {
      if before == nil, !first.includes(line.line) { before = replay.record() }
      guard last.includes(line.line) else {
        guard let before else { return nil }
        return (before, replay.record())
      }
      replay.take(line.line)
    }
    let after = replay.record()
    return (before ?? after, after)
  }
}
