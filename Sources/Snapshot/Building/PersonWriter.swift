internal import Events
internal import Projections

/// Writes what is derived of single persons.
struct PersonWriter {
  private let connection: Connection
  private let lastKnown: RowInserter
  private let spells: RowInserter
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
    recognitions = try connection.inserter(
      "INSERT INTO recognitions (person, number, what, by_whom, since) VALUES (?, ?, ?, ?, ?)"
    )
  }

  /// Removes what was derived of a person.
  func clear(_ person: EntityID) throws(SnapshotError) {
    try connection.run("DELETE FROM spells WHERE person = ?", .id(person))
    try connection.run("DELETE FROM unswept WHERE person = ?", .id(person))
    try connection.run("DELETE FROM last_known WHERE person = ?", .id(person))
    try connection.run("DELETE FROM recognitions WHERE person = ?", .id(person))
  }

  /// What follows from a history.
  private struct Derived: Sendable {
    let person: EntityID
    let lastKnown: LastKnown
    /// Nil where finding them out takes too long.
    let spells: [AsOfSpell]?

    init(_ history: PersonHistory) {
      person = history.person
      lastKnown = history.lastKnown()
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
    try insert(derived.lastKnown, of: person)
    guard let spells = derived.spells else {
      return try connection.run("INSERT INTO unswept (person) VALUES (?)", .id(derived.person))
    }
    for (number, spell) in spells.enumerated() { try insert(spell, of: person, number) }
  }

  private func insert(_ known: LastKnown, of person: String) throws(SnapshotError) {
    lastKnown.add(person)
    lastKnown.add(known.liberty?.rawValue)
    lastKnown.add(known.liberty.map { $0.isHeld ? 1 : 0 })
    lastKnown.add(known.liberty == nil ? nil : known.since?.text)
    lastKnown.add(known.heldSince?.text)
    lastKnown.add(known.lastEvidence?.description)
    lastKnown.add(known.expectedEnd?.earliest?.description)
    lastKnown.add(known.expectedEnd?.latest.description)
    lastKnown.add(known.place?.text)
    lastKnown.add(known.process.rawValue)
    lastKnown.add(known.certainty?.rawValue)
    try lastKnown.insert()
    for (number, recognition) in known.recognition.enumerated() {
      recognitions.add(person)
      recognitions.add(number)
      recognitions.add(recognition.what)
      recognitions.add(recognition.by)
      recognitions.add(recognition.since.text)
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
