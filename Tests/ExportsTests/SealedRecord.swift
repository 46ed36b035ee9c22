import Events
import Projections
import Testing

@testable import Exports

/// A record sealed from drafts, one a line, always in the same way.
struct SealedRecord {
  private let lines: [LogLine]
  private(set) var point = LogPoint.start

  /// Lines that are a comment, beginning with `#`, are none.
  init(_ drafts: String) throws {
    let read = try drafts.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { try DraftReader().draft(String($0)) }
    var count: UInt64 = 0
    let sealing = Sealing(now: Instant(seconds: 1_500_000_000)) {
      count += 1
      return (count, count)
    }
    let batch = try SealedBatch(read, after: .start, sealing: sealing)
    lines = batch.lines
    point = batch.end
  }

  /// The record of the first so many lines, as others see it from whom lines were withheld.
  func record(first count: Int? = nil, withholding withheld: Set<Int> = []) -> Record {
    var replay = Replay()
    for line in lines.prefix(count ?? lines.count) {
      let position = line.line.position
      let isWithheld = withheld.contains(position.number)
      replay.take(isWithheld ? .withheld(position: position, hasMore: false) : line.line)
    }
    return replay.record()
  }

  /// A document of everything, or of what `request` asks for.
  func document(_ request: Request = Request()) throws -> Document {
    let record = record(first: request.knownLines, withholding: request.withheld)
    let asOf = try #require(Day(iso: request.asOf))
    var filter = TimelineFilter()
    filter.persons = Set(request.persons.compactMap(EntityID.init))
    filter.since = request.since.flatMap { Day(iso: $0) }
    let timeline = Timeline(of: record, asOf: asOf, planned: request.planned, filter: filter)
    return try Document(
      timeline,
      of: ReplayedRegister(record),
      latest: ReplayedRegister(self.record(withholding: request.withheld)),
      stating: Statement(
        title: request.title,
        asOf: asOf,
        knownAt: "everything recorded",
        conditions: request.conditions,
        position: record.head,
        headHash: point.hash,
        withheld: record.withheld.count
      ),
      statuses: filter.persons.sorted().map { record.detentionStatus(of: $0, asOf: asOf) },
      sensitive: request.sensitive
    )
  }

  struct Request {
    var title = "Timeline"
    var asOf = "2020-01-01"
    var planned = false
    var since: String?
    var sensitive = false
    var persons: [String] = []
    var conditions: [Condition] = []
    var withheld: Set<Int> = []
    var knownLines: Int?
  }
}

extension ExportFormat {
  func losses(of document: Document) throws -> [EventLosses] {
    var losses: [EventLosses] = []
    try eachLoss(of: document) { losses.append($0) }
    return losses
  }

  func text(of document: Document) throws -> String {
    var text = ""
    try write(document) { text += $0 }
    return text
  }
}

extension Document {
  var entries: [Entry] {
    get throws {
      var entries: [Entry] = []
      try eachEntry { entries.append($0) }
      return entries
    }
  }

  /// The member of the first event, as written.
  func first(_ member: String) throws -> String? {
    try entries.first?.members[named: member]?.written
  }
}
