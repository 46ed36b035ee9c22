internal import Events
internal import Projections

/// Reads what happened to single persons from settled rows, and folds nothing.
///
/// Which account of a happening counts, what corrections made of it and whom it concerns stands in
/// the rows: what was told and amended a thousand times costs no more than what was told once.
final class HistoryReader {
  let connection: Connection
  private let merges: [EntityID: EntityID]
  /// What was looked up already; nil for what is not registered.
  private var forms: [EntityID: String?] = [:]
  private var groups: [EntityID: Bool] = [:]
  private var sources = SharedSources()
  private var details = DetailsApart()

  init(_ connection: Connection) throws(SnapshotError) {
    self.connection = connection
    let pairs = try connection.rows("SELECT id, canonical FROM merges") {
      columns throws(SnapshotError) in (try columns.text(0), try columns.text(1))
    }
    var merges: [EntityID: EntityID] = [:]
    for (id, canonical) in pairs {
      if let id = EntityID(id), let canonical = EntityID(canonical) { merges[id] = canonical }
    }
    self.merges = merges
  }

  /// The id under which views show `id`.
  func canonical(_ id: EntityID) -> EntityID { merges[id] ?? id }

  /// The history of a person, given by the id under which views show them.
  func history(of person: EntityID) throws(SnapshotError) -> PersonHistory {
    var rows: [Int: SettledRow] = [:]
    for id in try connection.namesakes(of: person) {
      for row in try connection.settledRows(of: id) { rows[row.place.position.number] = row }
    }
    var happenings: [Happening] = []
    for position in rows.keys.sorted() {
      guard let row = rows[position] else { continue }
      if let happening = try happening(row) { happenings.append(happening) }
    }
    return try history(of: person, happenings)
  }

  /// The history that is made of these happenings, in the order of the log.
  func history(
    of person: EntityID,
    _ happenings: [Happening]
  ) throws(SnapshotError) -> PersonHistory {
    let aliases = try aliases(in: happenings)
    let told = aliases.isEmpty ? happenings : happenings.map { $0.told(alsoAs: aliases[$0.id]) }
    var known = KnownRows(merges: merges)
    known.groups[person] = try isGroup(person)
    for happening in happenings {
      for name in ["to", "body", "issuer"] {
        guard let id = happening.details.entity(name) else { continue }
        known.forms[id] = try form(of: id)
      }
    }
    return PersonHistory(of: person, happenings: told, among: known)
  }

  /// What the event of a row says happened; nil if it says nothing of that sort.
  func happening(_ row: SettledRow) throws(SnapshotError) -> Happening? {
    happening(try connection.fact(row), beginning: row.beginning)
  }

  func happening(_ fact: Fact, beginning: DayBounds? = nil) -> Happening? {
    guard fact.isHappening, let date = fact.date else { return nil }
    return Happening(
      fact: fact,
      date: date,
      otherAccounts: [],
      persons: canonical(fact.persons),
      beginning: beginning ?? date.beginning
    )
  }

  /// What an event that nothing amends says happened to the only member of `people`, as far as
  /// folds read it; nil if nothing.
  func happening(folding event: Event, of people: EntityList) -> Happening? {
    guard event.content.isHappening, let date = event.date,
      event.persons.contains(where: { people.contains(canonical($0)) })
    else { return nil }
    let cited = event.content.canMove ? sources.shared(event.content.sources) : []
    return Happening(
      fact: Fact(folding: event, of: people, details.details(event.details), citing: cited),
      date: date,
      otherAccounts: [],
      persons: people,
      beginning: date.beginning
    )
  }

  /// The ids under which views show `persons`, each once.
  func canonical(_ persons: EntityList) -> EntityList {
    persons.mappedOnce { canonical($0) }
  }

  /// The other accounts by which happenings of the list are named in it, by the one that counts.
  private func aliases(in happenings: [Happening]) throws(SnapshotError) -> [EventID: [EventID]] {
    var named: Set<EventID> = []
    for happening in happenings {
      named.formUnion(happening.after)
      if let target = happening.details.event("of") { named.insert(target) }
      named.formUnion(happening.details.events("replaces"))
    }
    if named.isEmpty { return [:] }
    let told = Set(happenings.map(\.id))
    var aliases: [EventID: [EventID]] = [:]
    for id in named.subtracting(told).sorted() {
      guard let shown = try connection.shownAccount(of: id), told.contains(shown) else { continue }
      aliases[shown, default: []].append(id)
    }
    return aliases
  }

  private func form(of id: EntityID) throws(SnapshotError) -> String? {
    if let known = forms[id] { return known }
    try lookUp(id)
    return forms[id] ?? nil
  }

  private func isGroup(_ id: EntityID) throws(SnapshotError) -> Bool {
    if let known = groups[id] { return known }
    try lookUp(id)
    return groups[id] ?? false
  }

  private func lookUp(_ id: EntityID) throws(SnapshotError) {
    let row = try connection.row(
      "SELECT form, is_group FROM entities WHERE id = ? AND withdrawn = 0",
      .id(id)
    ) { columns throws(SnapshotError) in (columns.optionalText(0), try columns.flag(1)) }
    forms[id] = .some(row?.0)
    groups[id] = row?.1 ?? false
  }
}

/// Lists of cited sources, of which those that are the same share their place in memory.
private struct SharedSources {
  private var lists: [EntityID: [Citation]] = [:]
  private static let countMax = 4096

  /// Which sources these are, without where in them.
  mutating func shared(_ sources: [Citation]) -> [Citation] {
    let list = sources.map { Citation(source: $0.source) }
    guard list.count == 1 else { return list }
    if let known = lists[list[0].source] { return known }
    if lists.count == SharedSources.countMax { lists = [:] }
    lists[list[0].source] = list
    return list
  }
}

/// What a fold must know of others, as the rows of a snapshot say.
private struct KnownRows: KnownEntities {
  let merges: [EntityID: EntityID]
  var forms: [EntityID: String] = [:]
  var groups: [EntityID: Bool] = [:]

  func isGroup(_ id: EntityID) -> Bool { groups[id] ?? false }
  func form(of id: EntityID) -> String? { forms[id] }
  func canonical(_ id: EntityID) -> EntityID { merges[id] ?? id }
}

/// What a row says of an event that views use.
struct SettledRow {
  let place: LinePlace
  let beginning: DayBounds
  /// What corrections made of it, as JSON; nil if nothing.
  let content: String?
}

extension Connection {
  /// The event of a row as corrections left it.
  ///
  /// `digest` is that of its confidential part, if one of these changed it.
  func fact(_ row: SettledRow, digest: String? = nil) throws(SnapshotError) -> Fact {
    let event = try event(at: row.place)
    guard let corrected = row.content else { return Fact(event) }
    return Fact(
      event,
      content: try content(corrected, at: row.place.position.number),
      retractedBy: nil,
      correctedDigest: digest
    )
  }

  /// The events that views use in which `person` is named.
  func settledRows(of person: EntityID) throws(SnapshotError) -> [SettledRow] {
    try rows(
      """
      SELECT e.position, e.offset, e.bytes, e.earliest, e.latest, e.content
      FROM event_persons p JOIN events e ON e.position = p.position
      WHERE p.person = ? AND e.shown = 1
      """,
      .id(person)
    ) { columns throws(SnapshotError) in try SettledRow(columns) }
  }

  /// The event at `position`, if views use it.
  func settledRow(at position: Int) throws(SnapshotError) -> SettledRow? {
    try row(
      """
      SELECT position, offset, bytes, earliest, latest, content FROM events
      WHERE position = ? AND shown = 1
      """,
      .integer(position)
    ) { columns throws(SnapshotError) in try SettledRow(columns) }
  }

  /// The account that views use of the happening of which the event called `id` is one.
  func shownAccount(of id: EventID) throws(SnapshotError) -> EventID? {
    guard let main = try mainAccount(of: id) else { return nil }
    return try row(
      """
      SELECT id FROM events WHERE account_of = ?1 AND shown = 1
      UNION ALL SELECT e.id FROM events e LEFT JOIN events main ON main.id = e.account_of
        WHERE e.id = ?1 AND e.shown = 1 AND (main.id IS NULL OR main.retracted_by IS NOT NULL)
      """,
      .id(main)
    ) { columns throws(SnapshotError) in EventID(try columns.text(0)) } ?? nil
  }

  /// The account by which a happening is known of which the event called `id` is one in force.
  private func mainAccount(of id: EventID) throws(SnapshotError) -> EventID? {
    let row = try row(
      """
      SELECT e.account_of, main.retracted_by IS NULL AND main.id IS NOT NULL
      FROM events e LEFT JOIN events main ON main.id = e.account_of
      WHERE e.id = ? AND e.retracted_by IS NULL
      """,
      .id(id)
    ) { columns throws(SnapshotError) in (columns.optionalText(0), try columns.flag(1)) }
    guard let row else { return nil }
    // The accounts of a withdrawn event stand by themselves.
    return row.1 ? row.0.flatMap(EventID.init) : id
  }
}

extension SettledRow {
  init(_ columns: Columns) throws(SnapshotError) {
    place = try LinePlace(columns)
    beginning = columns.days(3)
    content = columns.optionalText(5)
  }
}

extension Happening {
  /// The same happening, with other accounts by which it is named.
  fileprivate func told(alsoAs accounts: [EventID]?) -> Happening {
    guard let accounts else { return self }
    return Happening(
      fact: fact,
      date: date,
      otherAccounts: accounts,
      persons: persons,
      beginning: beginning
    )
  }
}
