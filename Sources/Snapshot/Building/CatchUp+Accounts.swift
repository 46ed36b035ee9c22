internal import Events
internal import Projections

// Which account of a happening views use.
extension CatchUp {
  mutating func settleAccounts() throws(SnapshotError) {
    for id in changes.ranked { try settleRank(of: id) }
    var (withdrawn, others): ([EventID], [EventID]) = ([], [])
    var seen = changes.happenings
    var waiting = Array(seen)
    while let main = waiting.popLast() {
      let isWithdrawn = try connection.standing(of: main) == .withdrawn
      if isWithdrawn { withdrawn.append(main) } else { others.append(main) }
      // The accounts of a withdrawn event stand by themselves; with whom an account stands decides
      // who stands with its own accounts.
      for account in try connection.accountIDs(of: main, onlyIfTold: !isWithdrawn)
      where seen.insert(account).inserted {
        waiting.append(account)
      }
    }
    // What was chosen among the accounts of a withdrawn event is undone before these are settled.
    for main in withdrawn + others { try settle(main) }
  }

  /// The last ranking in force of an event counts.
  private mutating func settleRank(of id: EventID) throws(SnapshotError) {
    guard let position = try connection.position(of: id) else { return }
    var rank: Int?
    for ranking in try connection.rankings(of: position).sorted() {
      guard let fact = try connection.storedFact(at: ranking), !fact.isRetracted,
        fact.details.event("of") == id
      else { continue }
      switch fact.details.choice("rank") {
      case "preferred": rank = ranking
      case "deprecated": rank = 0
      default: continue
      }
    }
    try connection.run(
      "UPDATE events SET rank = ? WHERE position = ?",
      .optional(rank),
      .integer(position)
    )
    changes.happenings.insert(id)
    if let main = try connection.accountOf(position) { changes.happenings.insert(main) }
  }

  /// Chooses among the accounts of `main`; none of a withdrawn one.
  private mutating func settle(_ main: EventID) throws(SnapshotError) {
    let standing = try connection.standing(of: main)
    let before = try connection.shown(of: main)
    try connection.run("UPDATE events SET shown = 0 WHERE account_of = ? AND shown = 1", .id(main))
    if standing != .accountOfAnother {
      try connection.run("UPDATE events SET shown = 0 WHERE id = ? AND shown = 1", .id(main))
    }
    if standing != .withdrawn, let best = try connection.preferred(of: main, standing) {
      try connection.run("UPDATE events SET shown = 1 WHERE position = ?", .integer(best))
    }
    let after = try connection.shown(of: main)
    if isFromStart {
      firstReading?.settle(try connection.accounts(of: main))
    } else {
      for position in Set(before + after) {
        changes.persons.formUnion(
          try connection.entities(
            "SELECT person FROM event_persons WHERE position = ?",
            .integer(position)
          )
        )
      }
    }
  }
}

/// How an event stands among the accounts of what it tells.
private enum Standing {
  /// It tells something that others may tell, too.
  case first
  /// It is an account in force of another event.
  case accountOfAnother
  /// It was withdrawn, or never was.
  case withdrawn
}

extension Connection {
  /// The event of which the event at `position` is an account.
  fileprivate func accountOf(_ position: Int) throws(SnapshotError) -> EventID? {
    try row("SELECT account_of FROM events WHERE position = ?", .integer(position)) {
      $0.optionalText(0).flatMap(EventID.init)
    } ?? nil
  }

  fileprivate func standing(of id: EventID) throws(SnapshotError) -> Standing {
    try row(
      """
      SELECT e.retracted_by IS NOT NULL, main.id IS NOT NULL AND main.retracted_by IS NULL
      FROM events e LEFT JOIN events main ON main.id = e.account_of
      WHERE e.id = ?
      """,
      .id(id)
    ) { columns throws(SnapshotError) -> Standing in
      if try columns.flag(0) { return .withdrawn }
      return try columns.flag(1) ? .accountOfAnother : .first
    } ?? .withdrawn
  }

  /// The accounts of a happening, by its first, that views use now.
  fileprivate func shown(of main: EventID) throws(SnapshotError) -> [Int] {
    try integers("SELECT position FROM events WHERE account_of = ? AND shown = 1", .id(main))
      + integers("SELECT position FROM events WHERE id = ? AND shown = 1", .id(main))
  }

  /// The accounts of an event, or those that have accounts of their own.
  fileprivate func accountIDs(
    of main: EventID,
    onlyIfTold: Bool
  ) throws(SnapshotError) -> [EventID] {
    try rows(
      """
      SELECT id FROM events e WHERE account_of = ?1
        AND (NOT ?2 OR EXISTS (SELECT 1 FROM events a WHERE a.account_of = e.id))
      """,
      .id(main),
      .flag(onlyIfTold)
    ) { columns throws(SnapshotError) in EventID(try columns.text(0)) }.compactMap(\.self)
  }

  /// By ranking, then certainty, then first recorded; nil if no account is left.
  fileprivate func preferred(
    of main: EventID,
    _ standing: Standing
  ) throws(SnapshotError) -> Int? {
    try integers(
      """
      SELECT position FROM (
        SELECT position, rank, certainty FROM events
        WHERE account_of = ?1 AND retracted_by IS NULL AND is_happening = 1 AND rank IS NOT 0
        UNION ALL
        SELECT position, rank, certainty FROM events
        WHERE id = ?1 AND ?2 AND retracted_by IS NULL AND is_happening = 1 AND rank IS NOT 0
      )
      ORDER BY coalesce(rank, 0) DESC,
        CASE certainty WHEN 'confirmed' THEN 0 WHEN 'reported' THEN 1 WHEN 'believed' THEN 2
          ELSE 3 END,
        position
      LIMIT 1
      """,
      .id(main),
      .flag(standing == .first)
    ).first
  }
}
