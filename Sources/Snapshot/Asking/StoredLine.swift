internal import Events
internal import Projections

extension Connection {
  /// The event at `position` as it was written; nil if there is none, or if it was withheld.
  func event(at position: Int) throws(SnapshotError) -> Event? {
    let line = try row(
      "SELECT line FROM events WHERE position = ? AND withheld = 0",
      .integer(position)
    ) { columns throws(SnapshotError) in try columns.text(0) }
    guard let line else { return nil }
    return try event(line, at: position)
  }

  /// The event at `position` as corrections that were taken in have left it.
  func storedFact(at position: Int) throws(SnapshotError) -> Fact? {
    let stored = try row(
      "SELECT line, content, retracted_by FROM events WHERE position = ? AND withheld = 0",
      .integer(position)
    ) { columns throws(SnapshotError) in
      (line: try columns.text(0), content: columns.optionalText(1), by: columns.optionalText(2))
    }
    guard let stored else { return nil }
    var fact = Fact(try event(stored.line, at: position))
    if let content = stored.content { fact.content = try self.content(content, at: position) }
    fact.retractedBy = stored.by.flatMap(EventID.init)
    return fact
  }

  private func event(_ line: String, at position: Int) throws(SnapshotError) -> Event {
    do {
      return try LineFormat.readAgain(line.utf8Span.span, at: Position(position))
    } catch {
      throw .badLine(snapshot: path, Position(position))
    }
  }

  private func content(_ text: String, at position: Int) throws(SnapshotError) -> Content {
    let members: [JSONMember]?
    do {
      members = try JSON(parsing: text.utf8Span.span).members
    } catch {
      throw .badLine(snapshot: path, Position(position))
    }
    guard let members else { throw .badLine(snapshot: path, Position(position)) }
    return ContentReader(members, envelope: []).content
  }

  /// Where the event called `id` stands; nil if there is none.
  func position(of id: EventID) throws(SnapshotError) -> Int? {
    try integers("SELECT position FROM events WHERE id = ?", .id(id)).first
  }
}
