import Events
import Projections

/// A question to the record: what was known, and the day about which is asked.
struct Question {
  let record: Record
  let asOf: Day
  let knownAt: KnownAt
  let log: String
  /// The line up to which the record was read.
  let point: LogPoint

  /// Reads as much of the log as counts.
  init(_ logOptions: LogOptions, _ clocks: ClockOptions) throws {
    let place = try LogPlace(logOptions)
    asOf = try clocks.day()
    knownAt = try clocks.limit()
    log = place.log
    (record, point) = try Question.replay(FileLog(path: place.log), knownAt)
  }

  private static func replay(_ log: FileLog, _ limit: KnownAt) throws -> (Record, LogPoint) {
    var replay = Replay()
    var cursor = try log.lines(after: .start)
    if let tail = cursor.tornTail { Notice.warn("\(log.path): \(tail)") }
    var point = cursor.point
    while let line = try cursor.next(), limit.includes(line.line) {
      replay.take(line.line)
      point = cursor.point
    }
    return (replay.record(), point)
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
  func person(_ text: String) throws(Failure) -> EntityID { try entity(text, .person) }

  /// What `text` means among what is registered as `sort`.
  func entity(_ text: String, _ sort: EntitySort) throws(Failure) -> EntityID {
    switch record.registry.matches(text, sorts: [sort]) {
    case .one(let id): return id
    case .several(let ids):
      throw Failure(
        .notFound,
        "\"\(text)\" fits several; name one of them:\n"
          + ids.map { "  \($0)  \(record.registry.displayName(of: $0))" }.joined(separator: "\n")
      )
    case .none(let nearest):
      let near = nearest.map { "\($0) (\(record.registry.displayName(of: $0)))" }
      throw Failure(
        .notFound,
        "no \(sort.rawValue) called \"\(text)\" is registered.\n"
          + (near.isEmpty ? "" : "Near: \(near.joined(separator: ", ")).\n")
          + "`annals list \(sort.rawValue)` lists what is."
      )
    }
  }
}
