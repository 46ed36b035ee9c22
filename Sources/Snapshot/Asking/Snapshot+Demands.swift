package import Events
package import Projections

extension Snapshot {
  /// Every demand that had certainly been made by the end of `day`, as the record tells of them;
  /// with `people`, only those for one of them, given by the ids under which views show them.
  ///
  /// Reads the lines of compliance, and no others where the rows tell demands apart.
  package func demands(
    asOf day: Day,
    for people: Set<EntityID>? = nil
  ) throws(SnapshotError) -> [DemandStanding] {
    try store.read { connection throws(SnapshotError) in
      var reading = DemandReading(connection, asOf: day, try HistoryReader(connection))
      guard let people else { return try reading.ofEverybody() }
      return try reading.of(people)
    }
  }

  /// The title of the event called `id`; nil if it has none.
  package func title(of id: EventID) throws(SnapshotError) -> String? {
    try store.read { connection throws(SnapshotError) in
      try connection.row("SELECT title FROM events WHERE id = ?", .id(id)) { $0.optionalText(0) }
        .flatMap { $0 }
    }
  }
}

/// Reads demands and what became of them from rows.
private struct DemandReading {
  private let connection: Connection
  private let reader: HistoryReader
  private var rule: DemandRule

  init(_ connection: Connection, asOf day: Day, _ reader: HistoryReader) {
    self.connection = connection
    self.reader = reader
    rule = DemandRule(asOf: day)
  }

  mutating func ofEverybody() throws(SnapshotError) -> [DemandStanding] {
    let events = try events(connection.demandRows())
    for row in try connection.complianceRows() { try add(report: row) }
    for row in try connection.releaseRows() { rule.add(row.release, of: reader.canonical(row.of)) }
    return rule.standings(of: events)
  }

  mutating func of(_ people: Set<EntityID>) throws(SnapshotError) -> [DemandStanding] {
    var positions: Set<Int> = []
    for person in people {
      for id in try connection.namesakes(of: person) {
        positions.formUnion(try connection.demandsFor(id))
        for row in try connection.releaseRows(of: id) {
          rule.add(row.release, of: reader.canonical(row.of))
        }
      }
    }
    var rows: [DemandRow] = []
    var reports: [Int: SettledRow] = [:]
    for position in positions.sorted() {
      let own = try connection.demandRows(at: position)
      rows += own
      guard let id = own.first?.id else { continue }
      for report in try connection.complianceRows(withAnyAccountOf: id) {
        reports[report.place.position.number] = report
      }
    }
    for position in reports.keys.sorted() {
      if let report = reports[position] { try add(report: report) }
    }
    return try rule.standings(of: events(rows)).filter { standing in
      standing.person.map { people.contains($0) } ?? false
    }
  }

  private mutating func add(report row: SettledRow) throws(SnapshotError) {
    guard let report = try reader.happening(row), let named = report.details.event("of"),
      let event = try connection.shownAccount(of: named)
    else { return }
    rule.add(report: report, of: event)
  }

  /// The events that make the demands of `rows`, those of an event one after the other.
  private func events(_ rows: [DemandRow]) throws(SnapshotError) -> [DemandingEvent] {
    var events: [DemandingEvent] = []
    var start = rows.startIndex
    while start < rows.endIndex {
      let position = rows[start].position
      let end = rows[start...].firstIndex { $0.position != position } ?? rows.endIndex
      if let event = try event(rows[start..<end]) { events.append(event) }
      start = end
    }
    return events
  }

  private func event(_ rows: ArraySlice<DemandRow>) throws(SnapshotError) -> DemandingEvent? {
    guard let first = rows.first else { return nil }
    let demands = rows.map { row in
      (demand: row.demand, person: row.demand.persons.first.map(reader.canonical(_:)))
    }
    // Somebody named twice by one demand is one person; by two demands, somebody with both.
    guard rows.count > 1,
      Set(demands.map { OneDemand($0.demand, for: $0.person) }).count < demands.count
    else {
      return DemandingEvent(
        id: first.id,
        since: first.date,
        beginning: first.beginning,
        key: first.key,
        demands: demands
      )
    }
    return try connection.settledRow(at: first.position).flatMap {
      row throws(SnapshotError) in try reader.happening(row)
    }.map { happening in DemandingEvent(happening, canonical: reader.canonical(_:)) }
  }
}

/// What tells the demands of an event apart in rows.
private struct OneDemand: Hashable {
  let person: EntityID?
  let texts: [String?]

  init(_ demand: Demand, for person: EntityID?) {
    self.person = person
    texts = [demand.id, demand.what, demand.text, demand.of]
  }
}

/// A demand for one person, or for nobody in particular.
private struct DemandRow {
  let position: Int
  let id: EventID
  let date: String
  let beginning: DayBounds
  let key: TimelineKey
  let demand: Demand

  init(_ columns: Columns) throws(SnapshotError) {
    position = try columns.integer(0)
    id = try columns.event(1)
    date = try columns.text(2)
    beginning = columns.days(3)
    key = TimelineKey(
      beginning,
      order: columns.optionalInteger(5),
      position: Position(position)
    )
    demand = Demand(
      id: columns.optionalText(6),
      what: try columns.text(7),
      text: columns.optionalText(8),
      of: columns.optionalText(9),
      persons: columns.optionalText(10).flatMap(EntityID.init).map { [$0] } ?? []
    )
  }
}

/// A release of somebody, by the id that the event names.
private struct ReleaseRow {
  let of: EntityID
  let release: DemandedRelease

  init(_ columns: Columns) throws(SnapshotError) {
    of = try columns.entity(0)
    let beginning = columns.days(3)
    release = DemandedRelease(
      id: try columns.event(2),
      beginning: beginning,
      key: TimelineKey(
        beginning,
        order: columns.optionalInteger(5),
        position: Position(try columns.integer(1))
      )
    )
  }
}

extension Connection {
  fileprivate func demandRows() throws(SnapshotError) -> [DemandRow] {
    try rows(
      """
      SELECT e.position, e.id, e.date, e.earliest, e.latest, e.day_order, d.demand, d.what, d.text,
        d.addressee, d.person
      FROM demands d CROSS JOIN events e ON e.position = d.position
      WHERE e.shown = 1 ORDER BY d.position, d.number
      """
    ) { columns throws(SnapshotError) in try DemandRow(columns) }
  }

  fileprivate func demandRows(at position: Int) throws(SnapshotError) -> [DemandRow] {
    try rows(
      """
      SELECT e.position, e.id, e.date, e.earliest, e.latest, e.day_order, d.demand, d.what, d.text,
        d.addressee, d.person
      FROM demands d CROSS JOIN events e ON e.position = d.position
      WHERE d.position = ? AND e.shown = 1 ORDER BY d.number
      """,
      .integer(position)
    ) { columns throws(SnapshotError) in try DemandRow(columns) }
  }

  /// The events that demand something for `person`.
  fileprivate func demandsFor(_ person: EntityID) throws(SnapshotError) -> [Int] {
    try integers("SELECT position FROM demands WHERE person = ?", .id(person))
  }

  fileprivate func complianceRows() throws(SnapshotError) -> [SettledRow] {
    try rows(
      """
      SELECT position, offset, bytes, earliest, latest, content FROM events
      WHERE kind = 'compliance' AND shown = 1 ORDER BY position
      """
    ) { columns throws(SnapshotError) in try SettledRow(columns) }
  }

  /// The compliance with what any account of the happening demands of which `event` is one.
  fileprivate func complianceRows(
    withAnyAccountOf event: EventID
  ) throws(SnapshotError) -> [SettledRow] {
    // The accounts of a withdrawn event stand by themselves, and can have accounts of their own.
    try rows(
      """
      WITH mains(id) AS (
        SELECT ?1
        UNION SELECT account_of FROM events WHERE id = ?1 AND account_of IS NOT NULL
      ),
      accounts(id) AS (
        SELECT id FROM mains
        UNION SELECT a.id FROM mains m JOIN events a ON a.account_of = m.id
      )
      SELECT c.position, c.offset, c.bytes, c.earliest, c.latest, c.content
      FROM accounts a CROSS JOIN refs r ON r.event = a.id
        CROSS JOIN events c ON c.position = r.position
      WHERE r.path = 'details.of' AND c.kind = 'compliance' AND c.shown = 1
      """,
      .id(event)
    ) { columns throws(SnapshotError) in try SettledRow(columns) }
  }

  fileprivate func releaseRows() throws(SnapshotError) -> [ReleaseRow] {
    try rows(
      """
      SELECT p.person, e.position, e.id, e.earliest, e.latest, e.day_order
      FROM events e CROSS JOIN event_persons p ON p.position = e.position
      WHERE e.kind = 'release' AND e.shown = 1
      """
    ) { columns throws(SnapshotError) in try ReleaseRow(columns) }
  }

  fileprivate func releaseRows(of person: EntityID) throws(SnapshotError) -> [ReleaseRow] {
    try rows(
      """
      SELECT p.person, e.position, e.id, e.earliest, e.latest, e.day_order
      FROM event_persons p CROSS JOIN events e ON e.position = p.position
      WHERE p.person = ? AND e.kind = 'release' AND e.shown = 1
      """,
      .id(person)
    ) { columns throws(SnapshotError) in try ReleaseRow(columns) }
  }
}
