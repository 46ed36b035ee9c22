internal import Events
internal import Projections

/// Writes the rows of single events: the hot place of a rebuild.
struct RowWriter {
  let connection: Connection
  /// Whether some ids are names of others, so that persons must be looked up.
  var hasMerges: Bool
  /// The last line whose words are in the index.
  private let wordsPosition: Int
  private let events: RowInserter
  private let persons: RowInserter
  private let actors: RowInserter
  private let citations: RowInserter
  private let tags: RowInserter
  private let refs: RowInserter
  private let plans: RowInserter
  private let demands: RowInserter

  init(_ connection: Connection) throws(SnapshotError) {
    self.connection = connection
    hasMerges = try !connection.integers("SELECT 1 FROM merges LIMIT 1").isEmpty
    wordsPosition = try connection.integers("SELECT words_position FROM meta").first ?? 0
    events = try connection.inserter(
      """
      INSERT INTO events (position, id, kind, date, earliest, latest, day_order, title, text, place,
        certainty, recorded, recorded_by, account_of, case_label, is_happening, shown, withheld,
        offset, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    persons = try connection.inserter(
      "INSERT INTO event_persons (position, number, person, canonical) VALUES (?, ?, ?, ?)"
    )
    actors = try connection.inserter(
      "INSERT INTO actors (position, number, actor, role) VALUES (?, ?, ?, ?)"
    )
    citations = try connection.inserter(
      """
      INSERT INTO citations (position, number, source, at, via, quote, lang)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    )
    tags = try connection.inserter("INSERT INTO tags (position, number, tag) VALUES (?, ?, ?)")
    refs = try connection.inserter(
      "INSERT INTO refs (position, number, path, event, entity) VALUES (?, ?, ?, ?, ?)"
    )
    plans = try connection.inserter(
      "INSERT INTO plans (position, earliest, latest) VALUES (?, ?, ?)"
    )
    demands = try connection.inserter(
      """
      INSERT INTO demands (position, number, demand, what, text, addressee, person)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    )
  }

  /// Writes a line that was withheld.
  func insertWithheld(_ line: LogLine) throws(SnapshotError) {
    events.add(line.line.position.number)
    for _ in 0..<14 { events.add(nil as String?) }
    events.add(false)
    events.add(false)
    events.add(true)
    events.add(line.offset)
    events.add(line.byteCount)
    try events.insert()
  }

  /// Writes an event as it stands in the log, with everything that belongs to it.
  ///
  /// What other events do to it is settled later.
  func insert(_ event: Event, line: LogLine) throws(SnapshotError) {
    let content = event.content
    let bounds = content.date?.beginning
    let isHappening = content.isHappening
    events.add(event.position.number)
    events.add(event.id.text)
    events.add(content.kind)
    events.add(content.date?.verbatim)
    events.add(bounds?.earliest?.description)
    events.add(bounds?.latest?.description)
    events.add(content.order)
    events.add(content.title)
    events.add(content.text)
    events.add(content.place?.text)
    events.add(content.certainty.rawValue)
    events.add(event.recorded.description)
    events.add(event.by)
    events.add(content.accountOf?.text)
    events.add(content.caseLabel)
    events.add(isHappening)
    events.add(isHappening)
    events.add(false)
    events.add(line.offset)
    events.add(line.byteCount)
    try events.insert()
    try insertParts(of: content, at: event.position)
  }

  /// Brings an event up to what corrections and retractions made of it.
  func update(from old: Fact, to fact: Fact) throws(SnapshotError) {
    let isIndexed = fact.position.number <= wordsPosition
    if isIndexed { try connection.unindex(old) }
    try deleteParts(of: fact.position)
    let content = fact.content
    let bounds = content.date?.beginning
    try connection.run(
      """
      UPDATE events SET kind = ?, date = ?, earliest = ?, latest = ?, day_order = ?, title = ?,
        text = ?, place = ?, certainty = ?, account_of = ?, case_label = ?, is_happening = ?,
        retracted_by = ?, content = ?
      WHERE position = ?
      """,
      .text(content.kind),
      .optional(content.date?.verbatim),
      .optional(bounds?.earliest),
      .optional(bounds?.latest),
      .optional(content.order),
      .optional(content.title),
      .optional(content.text),
      .optional(content.place),
      .text(content.certainty.rawValue),
      .optional(content.accountOf),
      .optional(content.caseLabel),
      .flag(content.isHappening),
      .optional(fact.retractedBy),
      .optional(fact.contentWritten),
      .integer(fact.position.number)
    )
    try insertParts(of: content, at: fact.position)
    if isIndexed { try connection.index(fact) }
  }

  private func deleteParts(of position: Position) throws(SnapshotError) {
    let position = Value.integer(position.number)
    try connection.run("DELETE FROM event_persons WHERE position = ?", position)
    try connection.run("DELETE FROM actors WHERE position = ?", position)
    try connection.run("DELETE FROM citations WHERE position = ?", position)
    try connection.run("DELETE FROM tags WHERE position = ?", position)
    try connection.run("DELETE FROM refs WHERE position = ?", position)
    try connection.run("DELETE FROM plans WHERE position = ?", position)
    try connection.run("DELETE FROM demands WHERE position = ?", position)
  }

  private func insertParts(of content: Content, at place: Position) throws(SnapshotError) {
    let position = place.number
    for (number, person) in content.persons.enumerated() {
      persons.add(position)
      persons.add(number)
      persons.add(person.text)
      persons.add(try canonical(person).text)
      try persons.insert()
    }
    for (number, actor) in content.actors.enumerated() {
      actors.add(position)
      actors.add(number)
      actors.add(actor.actor.text)
      actors.add(actor.role)
      try actors.insert()
    }
    for (number, citation) in content.sources.enumerated() {
      citations.add(position)
      citations.add(number)
      citations.add(citation.source.text)
      citations.add(citation.at)
      citations.add(citation.via?.text)
      citations.add(citation.quote)
      citations.add(citation.lang)
      try citations.insert()
    }
    for (number, tag) in content.tags.enumerated() {
      tags.add(position)
      tags.add(number)
      tags.add(tag)
      try tags.insert()
    }
    try insertReferences(of: content, at: position)
    if let planned = content.plannedDate?.beginning {
      plans.add(position)
      plans.add(planned.earliest?.storedText)
      plans.add(planned.latest?.storedText)
      try plans.insert()
    }
    try insertDemands(of: content, at: position)
  }

  private func insertReferences(of content: Content, at position: Int) throws(SnapshotError) {
    for (number, reference) in content.referencesBeyondColumns.enumerated() {
      refs.add(position)
      refs.add(number)
      refs.add(reference.path.description)
      refs.add(reference.event?.text)
      refs.add(reference.entity?.text)
      try refs.insert()
    }
  }

  private func insertDemands(of content: Content, at position: Int) throws(SnapshotError) {
    guard content.makesDemands else { return }
    var number = 0
    for demand in content.details.demands("demands") {
      let named = content.persons(of: demand)
      for person in named.isEmpty ? [nil] : named.map(Optional.some) {
        demands.add(position)
        demands.add(number)
        demands.add(demand.id)
        demands.add(demand.what)
        demands.add(demand.text)
        demands.add(demand.of)
        demands.add(person?.text)
        try demands.insert()
        number += 1
      }
    }
  }

  private func canonical(_ id: EntityID) throws(SnapshotError) -> EntityID {
    guard hasMerges else { return id }
    return try connection.canonical(id)
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
