internal import Events
internal import Projections

extension Connection {
  /// The event at `position` as it was written; nil if there is none, or if it was withheld.
  func event(at position: Int) throws(SnapshotError) -> Event? {
    let place = try row(
      "SELECT position, offset, bytes FROM events WHERE position = ? AND withheld = 0",
      .integer(position)
    ) { columns throws(SnapshotError) in try LinePlace(columns) }
    guard let place else { return nil }
    return try event(at: place)
  }

  /// The event at `position` as corrections that were taken in have left it.
  func storedFact(at position: Int) throws(SnapshotError) -> Fact? {
    let stored = try row(
      """
      SELECT position, offset, bytes, content, retracted_by FROM events
      WHERE position = ? AND withheld = 0
      """,
      .integer(position)
    ) { columns throws(SnapshotError) in
      (
        place: try LinePlace(columns), content: columns.optionalText(3),
        by: columns.optionalText(4)
      )
    }
    guard let stored else { return nil }
    let event = try event(at: stored.place)
    return Fact(
      event,
      content: try stored.content.map { content throws(SnapshotError) in
        try self.content(content, at: position)
      } ?? event.content,
      retractedBy: stored.by.flatMap(EventID.init)
    )
  }

  /// What an event says, read from how corrections left it.
  func content(_ text: String, at position: Int) throws(SnapshotError) -> Content {
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

extension LinePlace {
  init(_ columns: Columns) throws(SnapshotError) {
    self.init(
      position: Position(try columns.integer(0)),
      offset: try columns.integer(1),
      byteCount: try columns.integer(2)
    )
  }
}
