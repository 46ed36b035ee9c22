internal import Events
internal import Projections

/// Writes the rows of single events: the hot place of a rebuild.
struct RowWriter {
  let connection: Connection
  /// Whether some ids are names of others, so that persons must be looked up.
  var hasMerges: Bool

  /// Writes a line that was withheld.
  func insertWithheld(_ line: LogLine) throws(SnapshotError) {
    try connection.run(
      """
      INSERT INTO events (position, shown, withheld, line) VALUES (?, 0, 1, ?)
      """,
      .integer(line.line.position.number),
      .text(String(decoding: line.bytes, as: UTF8.self))
    )
  }

  /// Writes an event as it stands in the log, with everything that belongs to it.
  ///
  /// What other events do to it is settled later.
  func insert(_ event: Event, line: LogLine) throws(SnapshotError) {
    let fact = Fact(event)
    let content = event.content
    let bounds = content.date?.beginning
    try connection.run(
      """
      INSERT INTO events (position, id, kind, date, earliest, latest, title, text, place,
        certainty, recorded, recorded_by, account_of, shown, retracted_by, withheld, line, content)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, ?, NULL)
      """,
      .integer(event.position.number),
      .id(event.id),
      .text(content.kind),
      .optional(content.date?.verbatim),
      .optional(bounds?.earliest),
      .optional(bounds?.latest),
      .optional(content.title),
      .optional(content.text),
      .optional(content.place),
      .text(content.certainty.rawValue),
      .text(event.recorded.description),
      .optional(event.by),
      .optional(content.accountOf),
      .flag(fact.isHappening),
      .text(String(decoding: line.bytes, as: UTF8.self))
    )
    try insertParts(of: fact)
    try index(fact)
  }

  /// Brings an event up to what corrections and retractions made of it.
  func update(from old: Fact, to fact: Fact) throws(SnapshotError) {
    try unindex(old)
    try deleteParts(of: fact.position)
    let content = fact.content
    try connection.run(
      """
      UPDATE events SET kind = ?, date = ?, title = ?, text = ?, place = ?, certainty = ?,
        account_of = ?, retracted_by = ?, content = ?
      WHERE position = ?
      """,
      .text(content.kind),
      .optional(content.date?.verbatim),
      .optional(content.title),
      .optional(content.text),
      .optional(content.place),
      .text(content.certainty.rawValue),
      .optional(content.accountOf),
      .optional(fact.retractedBy),
      .optional(fact.contentWritten),
      .integer(fact.position.number)
    )
    try insertParts(of: fact)
    try index(fact)
  }

  private func deleteParts(of position: Position) throws(SnapshotError) {
    let position = Value.integer(position.number)
    try connection.run("DELETE FROM event_persons WHERE position = ?", position)
    try connection.run("DELETE FROM actors WHERE position = ?", position)
    try connection.run("DELETE FROM citations WHERE position = ?", position)
    try connection.run("DELETE FROM tags WHERE position = ?", position)
    try connection.run("DELETE FROM refs WHERE position = ?", position)
    try connection.run("DELETE FROM demands WHERE position = ?", position)
  }

  private func insertParts(of fact: Fact) throws(SnapshotError) {
    let content = fact.content
    let position = Value.integer(fact.position.number)
    for (number, person) in content.persons.enumerated() {
      try connection.run(
        "INSERT INTO event_persons (position, number, person, canonical) VALUES (?, ?, ?, ?)",
        position,
        .integer(number),
        .id(person),
        .id(canonical(person))
      )
    }
    for (number, actor) in content.actors.enumerated() {
      try connection.run(
        "INSERT INTO actors (position, number, actor, role) VALUES (?, ?, ?, ?)",
        position,
        .integer(number),
        .id(actor.actor),
        .text(actor.role)
      )
    }
    for (number, citation) in content.sources.enumerated() {
      try connection.run(
        """
        INSERT INTO citations (position, number, source, at, via, quote, lang)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        position,
        .integer(number),
        .id(citation.source),
        .optional(citation.at),
        .optional(citation.via),
        .optional(citation.quote),
        .optional(citation.lang)
      )
    }
    for (number, tag) in content.tags.enumerated() {
      try connection.run(
        "INSERT INTO tags (position, number, tag) VALUES (?, ?, ?)",
        position,
        .integer(number),
        .text(tag)
      )
    }
    try insertReferences(of: content, at: position)
    try insertDemands(of: content, at: position)
  }

  private func insertReferences(of content: Content, at position: Value) throws(SnapshotError) {
    for (number, reference) in content.referencesBeyondColumns.enumerated() {
      try connection.run(
        "INSERT INTO refs (position, number, path, event, entity) VALUES (?, ?, ?, ?, ?)",
        position,
        .integer(number),
        .text(reference.path.description),
        .optional(reference.event),
        .optional(reference.entity)
      )
    }
  }

  private func insertDemands(of content: Content, at position: Value) throws(SnapshotError) {
    guard content.kind == "declaration" || content.kind == "decision" else { return }
    var number = 0
    for demand in content.details.demands("demands") {
      let named = demand.persons.isEmpty ? content.persons : demand.persons
      for person in named.isEmpty ? [nil] : named.map(Optional.some) {
        try connection.run(
          """
          INSERT INTO demands (position, number, demand, what, text, addressee, person)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          position,
          .integer(number),
          .optional(demand.id),
          .text(demand.what),
          .optional(demand.text),
          .optional(demand.of),
          .optional(person)
        )
        number += 1
      }
    }
  }

  private func canonical(_ id: EntityID) throws(SnapshotError) -> EntityID {
    guard hasMerges else { return id }
    return try connection.canonical(id)
  }
}

// The full-text index keeps no text of its own: to take a row out, its words are given again.
extension RowWriter {
  private func index(_ fact: Fact) throws(SnapshotError) {
    guard let words = IndexedWords(fact) else { return }
    try connection.run(
      "INSERT INTO event_words (rowid, title, rest) VALUES (?, ?, ?)",
      .integer(fact.position.number),
      .text(words.title),
      .text(words.rest)
    )
  }

  private func unindex(_ fact: Fact) throws(SnapshotError) {
    guard let words = IndexedWords(fact) else { return }
    try connection.run(
      "INSERT INTO event_words (event_words, rowid, title, rest) VALUES ('delete', ?, ?, ?)",
      .integer(fact.position.number),
      .text(words.title),
      .text(words.rest)
    )
  }
}

/// The words under which an event is found; nil for one that was withdrawn.
struct IndexedWords {
  let title: String
  let rest: String

  init?(_ fact: Fact) {
    guard !fact.isRetracted else { return nil }
    let prose = fact.prose
    title = IndexedWords.folded(prose.prefix(fact.title == nil ? 0 : 1))
    rest = IndexedWords.folded(prose.dropFirst(fact.title == nil ? 0 : 1))
  }

  private static func folded(_ texts: ArraySlice<String>) -> String {
    texts.flatMap(SearchFolding.tokens).joined(separator: " ")
  }
}

extension Content {
  /// What it refers to, beyond what has a column or a table of its own.
  var referencesBeyondColumns: [Reference] {
    Vocabulary.standard.references(in: self).filter { reference in
      switch reference.path.member {
      case "persons", "actors", "sources", "place": false
      default: true
      }
    }
  }
}

extension Connection {
  /// The id under which views show `id`.
  func canonical(_ id: EntityID) throws(SnapshotError) -> EntityID {
    try entities("SELECT canonical FROM merges WHERE id = ?", .id(id)).first ?? id
  }
}
