package import Events

/// What is stated of a document when it is asked for.
package struct Statement: Sendable {
  package var title: String
  package var asOf: Day
  /// What was known, in words: `everything recorded`.
  package var knownAt: String
  /// The conditions that its events meet.
  package var conditions: [Condition]
  /// The last line of the log that was taken in, and its hash.
  package var position: Position
  package var headHash: LineHash
  /// How many lines were withheld from the log.
  package var withheld: Int

  package init(
    title: String,
    asOf: Day,
    knownAt: String,
    conditions: [Condition],
    position: Position,
    headHash: LineHash,
    withheld: Int
  ) {
    self.title = title
    self.asOf = asOf
    self.knownAt = knownAt
    self.conditions = conditions
    self.position = position
    self.headHash = headHash
    self.withheld = withheld
  }
}

/// One condition that the events of a document meet: any of these values.
package struct Condition: Sendable {
  package enum Value: Sendable {
    /// Somebody or something registered, by whatever name it was asked for.
    case entity(EntityID)
    /// A tag or the name of a case.
    case label(String)
    /// Words that were searched for.
    case query(String)
    /// A word that names nobody: a kind, a day.
    case word(String)
  }

  package let name: String
  package let values: [Value]

  package init(_ name: String, _ values: [Value]) {
    self.name = name
    self.values = values
  }
}

/// What a document states of itself, so that it can be checked and repeated.
package struct Heading: Sendable {
  package let title: String
  package let asOf: Day
  package let knownAt: String
  /// The conditions that its events meet, in words.
  package let filters: [String]
  package let position: Position
  package let headHash: LineHash
}

extension Heading {
  init(_ statement: Statement, _ disclosure: Disclosure) {
    title = disclosure.text(statement.title)
    asOf = statement.asOf
    knownAt = statement.knownAt
    filters = statement.conditions.map { condition in
      let values = condition.values.map { value in
        switch value {
        case .entity(let id): disclosure.name(of: id)
        case .label(let label): disclosure.label(label)
        case .query(let query): disclosure.query(query)
        case .word(let word): word
        }
      }
      return "\(condition.name) \(values.joined(separator: " or "))"
    }
    position = statement.position
    headHash = statement.headHash
  }
}
