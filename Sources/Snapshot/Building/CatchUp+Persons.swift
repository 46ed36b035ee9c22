internal import Events
internal import Projections

// Where everybody stood, from everything that is recorded.
extension CatchUp {
  /// The last day that an event can bear: nothing recorded lies after it.
  private static let lastDay = Day(iso: "9999-12-31")

  mutating func settlePersons() throws(SnapshotError) {
    guard let day = CatchUp.lastDay else { preconditionFailure("a day of the calendar") }
    var persons: Set<EntityID> = []
    for person in changes.persons {
      // A person who was merged into another has no rows any more.
      try clear(person)
      persons.insert(try connection.canonical(person))
    }
    for portion in persons.sorted().portions(of: CatchUp.portion) {
      var neighbourhood = Neighbourhood(connection, reach: .fold)
      try neighbourhood.add(about: Array(portion))
      let record = try neighbourhood.record()
      for person in portion {
        try clear(person)
        if record.happenings(of: person).isEmpty { continue }
        try write(record.detentionStatus(of: person, asOf: day))
      }
    }
  }

  private func clear(_ person: EntityID) throws(SnapshotError) {
    try connection.run("DELETE FROM spells WHERE person = ?", .id(person))
    try connection.run("DELETE FROM spell_basis WHERE person = ?", .id(person))
    try connection.run("DELETE FROM last_known WHERE person = ?", .id(person))
    try connection.run("DELETE FROM recognitions WHERE person = ?", .id(person))
  }

  private func write(_ status: DetentionStatus) throws(SnapshotError) {
    try connection.run(
      """
      INSERT INTO last_known (person, liberty, held, since, held_since, last_evidence,
        end_earliest, end_latest, place, process, certainty)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .id(status.person),
      .optional(status.isGroup ? nil : status.liberty.rawValue),
      status.isGroup ? .null : .flag(status.isHeld),
      .optional(status.isGroup ? nil : status.since?.text),
      .optional(status.isGroup ? nil : status.heldSince?.text),
      .optional(status.lastEvidence),
      .optional(status.expectedEnd?.earliest),
      .optional(status.expectedEnd?.latest),
      .optional(status.place),
      .text(status.process.rawValue),
      .optional(status.certainty?.rawValue)
    )
    for (number, spell) in status.spells.enumerated() {
      try write(spell, of: status.person, number)
    }
    for (number, recognition) in status.recognition.enumerated() {
      try connection.run(
        "INSERT INTO recognitions (person, number, what, by_whom, since) VALUES (?, ?, ?, ?, ?)",
        .id(status.person),
        .integer(number),
        .text(recognition.what),
        .optional(recognition.by),
        .text(recognition.since.text)
      )
    }
  }

  private func write(
    _ spell: LibertySpell,
    of person: EntityID,
    _ number: Int
  ) throws(SnapshotError) {
    try connection.run(
      """
      INSERT INTO spells (person, number, liberty, held, from_date, from_earliest, from_latest,
        to_date, to_earliest, to_latest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .id(person),
      .integer(number),
      .text(spell.liberty.rawValue),
      .flag(spell.liberty.isHeld),
      .text(spell.from.text),
      .optional(spell.from.bounds.earliest),
      .optional(spell.from.bounds.latest),
      .optional(spell.to?.text),
      .optional(spell.to?.bounds.earliest),
      .optional(spell.to?.bounds.latest)
    )
    for (index, happening) in spell.basis.enumerated() {
      try connection.run(
        "INSERT INTO spell_basis (person, spell, number, event) VALUES (?, ?, ?, ?)",
        .id(person),
        .integer(number),
        .integer(index),
        .id(happening.id)
      )
    }
  }
}
