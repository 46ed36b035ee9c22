import Events
import Projections
import Testing

/// A question asked with both clocks set, and the answer that its meaning requires.
///
/// Written as `QUESTION | AS OF | KNOWN AT | ANSWER`. Known at is a position, a moment, a day, or
/// `all`; nothing is written as `-`.
struct AskedRow: Sendable, CustomTestStringConvertible {
  private let question: String
  private let asOf: String
  private let knownAt: String
  let expected: String

  private init(_ line: Substring) {
    let cells = line.split(separator: "|").map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    (question, asOf, knownAt, expected) = (cells[0], cells[1], cells[2], cells[3])
  }

  static func table(_ text: String) -> [AskedRow] {
    text.split(separator: "\n").map(AskedRow.init)
  }

  var testDescription: String { "\(question) as of \(asOf), known at \(knownAt)" }

  func answer(from text: String) throws -> String {
    let record = try Chronicle(text).record(knownAt: limit())
    let words = question.split(separator: " ").map(String.init)
    let day = try day(asOf)
    if words.count > 1 {
      return try AskedRow.answer(words[0], about: try entityID(words[1]), record, day)
    }
    let answers: [String] =
      switch words[0] {
      case "timeline":
        Timeline(of: record, asOf: day).entries.map { "\($0.happening.id)\($0.mark)" }
      case "demands":
        record.demands(asOf: day).filter(\.isOpen)
          .map { "\($0.event)/\($0.demand.id ?? "")/\($0.person?.text ?? "")" }
      case "counts": record.counts(asOf: day).map(\.told)
      case "borders": record.borderMeasures(asOf: day).filter(\.isInForce).map(\.event.text)
      case "held": record.detentionStatuses(asOf: day).filter(\.isHeld).map(\.person.text)
      case "withheld": ["\(record.withheld.count)"]
      default: try #require(nil, "no question \(question)")
      }
    return AskedRow.written(answers)
  }

  private func limit() throws -> KnownAt {
    if knownAt == "all" { return .everything }
    if let number = Int(knownAt) { return .position(Position(number)) }
    if let moment = Instant(iso: knownAt) { return .instant(moment) }
    return .instant(.endOf(try day(knownAt)))
  }

  private static func answer(
    _ question: String,
    about person: EntityID,
    _ record: Record,
    _ day: Day
  ) throws -> String {
    let status = record.detentionStatus(of: person, asOf: day)
    return switch question {
    case "name": record.registry.displayName(of: person)
    case "liberty": status.isGroup ? "group" : status.liberty.rawValue
    case "since": status.since ?? "-"
    case "basis": written(status.basis.texts)
    case "possibly": written(status.possibly.map(\.rawValue))
    case "certainty": status.certainty?.rawValue ?? "-"
    case "end":
      status.expectedEnd.map {
        "\($0.earliest?.description ?? "") \($0.latest)\($0.isEstimated ? " estimated" : "")"
      } ?? "-"
    default: try #require(nil, "no question \(question)")
    }
  }

  private static func written(_ answers: [String]) -> String {
    answers.isEmpty ? "-" : answers.joined(separator: " ")
  }
}

extension TimelineEntry {
  /// A question mark where it is only possible.
  fileprivate var mark: String { isPossible ? "?" : "" }
}

extension CountComparison {
  /// The event, what the record gives, and whether that agrees.
  fileprivate var told: String {
    "\(happening.id) \(derived?.certain.description ?? "-") "
      + (agrees.map { $0 ? "agrees" : "differs" } ?? "-")
  }
}
