internal import Events
internal import Projections

/// Writes what is derived of single persons.
struct PersonWriter {
  private let connection: Connection
  private let lastKnown: RowInserter
  private let spells: RowInserter
  private let statuses: RowInserter
  private let recognitions: RowInserter

  init(_ connection: Connection) throws(SnapshotError) {
    self.connection = connection
    lastKnown = try connection.inserter(
      """
      INSERT INTO last_known (person, liberty, held, since, held_since, last_evidence,
        end_earliest, end_latest, place, process, certainty)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    spells = try connection.inserter(
      """
      INSERT INTO spells (person, number, from_day, to_day, liberty, held, since, confirmed_until)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    statuses = try connection.inserter(
      "INSERT INTO statuses (person, from_day, status) VALUES (?, ?, ?)"
    )
    recognitions = try connection.inserter(
      "INSERT INTO recognitions (person, number, what, by_whom, since) VALUES (?, ?, ?, ?, ?)"
    )
  }

  /// Removes what was derived of a person.
  func clear(_ person: EntityID) throws(SnapshotError) {
    try connection.run("DELETE FROM spells WHERE person = ?", .id(person))
    try connection.run("DELETE FROM unswept WHERE person = ?", .id(person))
    try connection.run("DELETE FROM last_known WHERE person = ?", .id(person))
    try connection.run("DELETE FROM statuses WHERE person = ?", .id(person))
    try connection.run("DELETE FROM recognitions WHERE person = ?", .id(person))
  }

  /// What follows from a history.
  private struct Derived: Sendable {
    let person: EntityID
    let last: DetentionStatus?
    let statuses: [(fromDay: String, written: String)]
    /// Nil where finding them out takes too long.
    let spells: [AsOfSpell]?

    init(_ history: PersonHistory) {
      person = history.person
      let lasting = history.lastingStatuses()
      last = lasting.last
      statuses = lasting.storedDays.map { ($0.description, $1.kept.written) }
      spells = history.asOfSpells()
    }
  }

  /// Writes what follows from histories; nothing from empty ones.
  func insert(_ histories: [PersonHistory]) throws(SnapshotError) {
    let known = histories.filter { !$0.happenings.isEmpty }
    for derived in known.mapOnAllCores(Derived.init) { try insert(derived) }
  }

  private func insert(_ derived: Derived) throws(SnapshotError) {
    let person = derived.person.text
    if let last = derived.last { try insert(last, of: person) }
    for status in derived.statuses {
      statuses.add(person)
      statuses.add(status.fromDay)
      statuses.add(status.written)
      try statuses.insert()
    }
    guard let spells = derived.spells else {
      return try connection.run("INSERT INTO unswept (person) VALUES (?)", .id(derived.person))
    }
    for (number, spell) in spells.enumerated() { try insert(spell, of: person, number) }
  }

  private func insert(_ last: DetentionStatus, of person: String) throws(SnapshotError) {
    lastKnown.add(person)
    lastKnown.add(last.isGroup ? nil : last.liberty.rawValue)
    lastKnown.add(last.isGroup ? nil : last.isHeld ? 1 : 0)
    lastKnown.add(last.since)
    lastKnown.add(last.heldSince)
    lastKnown.add(last.lastEvidence?.description)
    lastKnown.add(last.expectedEnd?.earliest?.description)
    lastKnown.add(last.expectedEnd?.latest.description)
    lastKnown.add(last.place?.text)
    lastKnown.add(last.process.rawValue)
    lastKnown.add(last.certainty?.rawValue)
    try lastKnown.insert()
    for (number, recognition) in last.recognition.enumerated() {
      recognitions.add(person)
      recognitions.add(number)
      recognitions.add(recognition.what)
      recognitions.add(recognition.by)
      recognitions.add(recognition.since)
      try recognitions.insert()
    }
  }

  private func insert(
    _ spell: AsOfSpell,
    of person: String,
    _ number: Int
  ) throws(SnapshotError) {
    spells.add(person)
    spells.add(number)
    spells.add(spell.from.description)
    spells.add(spell.to?.description)
    spells.add(spell.liberty.rawValue)
    spells.add(spell.liberty.isHeld)
    spells.add(spell.since?.text)
    spells.add(spell.isConfirmedForGood ? "9999-12-31" : spell.confirmedUntil?.description)
    try spells.insert()
  }
}
