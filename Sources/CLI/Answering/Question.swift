import Events
import Projections

/// A question to the record: what was known, and the day about which is asked.
struct Question {
  let record: Record
  let asOf: Day
  let knownAt: KnownAt
  let log: String

  /// Reads as much of the log as counts.
  init(_ logOptions: LogOptions, _ clocks: ClockOptions) throws {
    let place = try LogPlace(logOptions)
    asOf = try clocks.day()
    knownAt = try clocks.limit()
    log = place.log
    record = try Question.replay(FileLog(path: place.log), knownAt)
  }

  private static func replay(_ log: FileLog, _ limit: KnownAt) throws -> Record {
    var replay = Replay()
    var cursor = try log.lines(after: .start)
    if let tail = cursor.tornTail { Notice.warn("\(log.path): \(tail)") }
    while let line = try cursor.next() {
      guard limit.includes(line.line) else { break }
      replay.take(line.line)
    }
    return replay.record()
  }

  /// What every answer states of itself: the day, what was known, and how much of it.
  var statement: String {
    var text = "As of \(asOf), knowing \(knownAt.words)"
    text += " (\(record.head) \(record.head == Position(1) ? "line" : "lines"))"
    let withheld = record.withheld.count
    if withheld > 0 { text += ", of which \(withheld) withheld" }
    return text + "."
  }

  /// The person whom `text` means; an unclear name lists its candidates.
  func person(_ text: String) throws(Failure) -> EntityID {
    switch record.registry.matches(text, sorts: [.person]) {
    case .one(let id): return id
    case .several(let ids):
      throw Failure(
        .notFound,
        "\"\(Shown.line(text))\" fits several people; name one of them:\n"
          + ids.map { "  \($0)  \(Shown.line(record.registry.displayName(of: $0)))" }
          .joined(separator: "\n")
      )
    case .none(let nearest):
      let hint =
        nearest.isEmpty
        ? "`annals list person` lists everybody who is registered."
        : "Near: "
          + nearest.map { "\($0) (\(Shown.line(record.registry.displayName(of: $0))))" }
          .joined(separator: ", ") + "."
      throw Failure(.notFound, "nobody called \"\(Shown.line(text))\" is registered.\n\(hint)")
    }
  }
}
