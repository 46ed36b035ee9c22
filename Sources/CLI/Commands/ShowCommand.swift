import ArgumentParser
import Events
import Projections

/// `annals show`: one event with its history, accounts and sources.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One event with its history, accounts and sources.",
    discussion: """
      The event as it stands after corrections, then what changed it, other accounts of the same \
      happening, and what refers to it. --private shows the confidential part: mind who looks on.

      EXAMPLES
        annals show 212
        annals show 0192f1c2-7a31-7c8e-9d55-0f6e3b1c2d4a --format json
      """
  )

  @Argument(help: "The event's id, or its position.")
  var event: String

  @Flag(name: .customLong("private"), help: "Also the confidential part.")
  var includesPrivate = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let reference = EventReference(event)
    let question =
      try reference.map { try Question(aboutEvent: $0, log, clocks) }
      ?? Question(log, clocks)
    let fact = try fact(in: question, reference)
    var history = EventHistory(of: fact, in: question.record)
    if includesPrivate, let digest = fact.privateDigest.flatMap(LineHash.init) {
      history.confidential = try FileLog(path: question.log).confidentialPart(digest) ?? .null
    }
    try Answer(question: question, format: format.format).print(history.json) { printer in
      EventReport(history, question.record).print(to: &printer)
    }
  }

  private func fact(in question: Question, _ reference: EventReference?) throws -> Fact {
    let record = question.record
    if case .position(let position) = reference {
      if let fact = record[position] { return fact }
      if record.withheld.contains(position) {
        throw Failure(
          .notFound,
          "line \(position) was withheld: what it said was erased from this copy of the log.\n"
            + "`annals timeline` shows what is left."
        )
      }
      throw Failure(
        .notFound,
        "there is no line \(position); the record has "
          + "\(Brief.count(question.head.number, "line")).\n"
          + "`annals search TEXT` finds events."
      )
    }
    guard let id = EventID(event), let fact = record[id] else {
      let nearest = Spelling.nearest(to: event, in: record.facts.map(\.id.text), limit: 3)
      throw Failure(
        .notFound,
        "no event \"\(event)\" is recorded"
          + (nearest.isEmpty ? "." : "; did you mean \(nearest.joined(separator: ", "))?")
          + "\n`annals timeline --format jsonl` prints the ids, `annals search TEXT` finds events."
      )
    }
    return fact
  }
}

/// Everything that the record says of one event.
struct EventHistory {
  let fact: Fact
  let corrections: [Fact]
  let accounts: [EventID]
  let referrers: [Fact]
  /// The confidential part, if it was asked for; null where it was erased.
  var confidential: JSON?

  init(of fact: Fact, in record: Record) {
    self.fact = fact
    corrections = record.facts.filter { other in
      (other.kind == "correction" || other.kind == "retraction")
        && other.details.event("of") == fact.id
    }
    let main = fact.accountOf ?? fact.id
    accounts = record.facts
      .filter { $0.id != fact.id && ($0.id == main || $0.accountOf == main) && !$0.isRetracted }
      .map(\.id)
    referrers = record.facts.filter { other in
      other.id != fact.id
        && Vocabulary.standard.references(in: other.content).contains { $0.event == fact.id }
    }
  }

  var json: JSON {
    var event = fact.event.headMembers + fact.content.members
    event.add("private", fact.privateDigest.map(JSON.text))
    var members = [
      JSONMember("event", .object(event)),
      JSONMember("position", .integer(fact.position.number)),
      JSONMember("corrections", .array(corrections.map(EventHistory.json))),
      JSONMember("retracted_by", .optional(fact.retractedBy?.text)),
      JSONMember("accounts", .texts(accounts.map(\.text))),
      JSONMember("referred_by", .texts(referrers.map(\.id.text))),
    ]
    if !fact.correctedBy.isEmpty {
      let written = fact.event.headMembers + fact.event.content.members
      members.append(JSONMember("as_written", .object(written)))
    }
    if let confidential { members.append(JSONMember("private", confidential)) }
    return .object(members)
  }

  private static func json(_ amendment: Fact) -> JSON {
    .object([
      JSONMember("id", .text(amendment.id.text)),
      JSONMember("position", .integer(amendment.position.number)),
      JSONMember("recorded", .text(amendment.event.recorded.description)),
      JSONMember("by", .optional(amendment.event.by)),
      JSONMember("kind", .text(amendment.kind)),
      JSONMember("set", amendment.details["set"] ?? .null),
      JSONMember("reason", .optional(amendment.details.text("reason"))),
      JSONMember("retracted_by", .optional(amendment.retractedBy?.text)),
    ])
  }
}
