package import Events

/// Something in the record that is wrong, does not fit together, or is worth knowing.
package struct Finding: Row {
  package enum Level: String, CaseIterable, Comparable, Sendable {
    /// The record breaks its own rules.
    case error
    /// What it says does not fit together.
    case anomaly
    /// This program does not know it; a newer one may.
    case warning
    /// Worth knowing.
    case note
    case suggestion

    /// Whether `left` weighs less.
    package static func < (left: Level, right: Level) -> Bool { left.weight < right.weight }

    private var weight: Int {
      switch self {
      case .error: 4
      case .anomaly: 3
      case .warning: 2
      case .note: 1
      case .suggestion: 0
      }
    }
  }

  package let level: Level
  /// What is wrong, in the words of the vocabulary.
  package let kind: String
  package let text: String
  package let events: [EventID]
  /// The line of the log; nil where it is about no single event.
  package let line: Int?
  /// The column of that line; nil where the line as a whole is meant.
  package let column: Int?

  package init(
    _ level: Level,
    _ kind: String,
    _ text: String,
    events: [EventID],
    line: Int?,
    column: Int? = nil
  ) {
    self.level = level
    self.kind = kind
    self.text = text
    self.events = events
    self.line = line
    self.column = column
  }

  package static let columns = ["level", "kind", "text", "events", "line", "column"]

  package var json: JSON {
    .object([
      JSONMember("level", .text(level.rawValue)),
      JSONMember("kind", .text(kind)),
      JSONMember("text", .text(text)),
      JSONMember("events", .ids(events)),
      JSONMember("line", .optional(line)),
      JSONMember("column", .optional(column)),
    ])
  }
}

extension Finding {
  /// A finding about one event, at its line.
  init(_ level: Level, _ kind: String, _ text: String, in fact: Fact, and others: [EventID] = []) {
    self.init(level, kind, text, events: [fact.id] + others, line: fact.position.number)
  }
}
