internal import Events
internal import Projections

/// The events that must be read so that a fold over them answers as one over the whole record does.
struct Neighbourhood {
  /// How much of what stands around an event is read.
  enum Reach {
    /// What decides where a person stands.
    case fold
    /// Also everything that an answer shows.
    case answer
  }

  private let connection: Connection
  private let reach: Reach
  /// Events to be read, by position.
  private(set) var positions: Set<Int> = []
  /// Events of which all accounts are read, and what ranks them.
  private var told: Set<Int> = []
  /// Events of which everything is read that they came after.
  private var bounded: Set<Int> = []
  /// Whoever and whatever must be known by name.
  private var known: Set<EntityID> = []
  private var identified: Set<EntityID> = []

  init(_ connection: Connection, reach: Reach) {
    self.connection = connection
    self.reach = reach
  }

  /// Adds everything that concerns `ids`, or anybody who is one with them.
  mutating func add(about ids: [EntityID]) throws(SnapshotError) {
    for id in ids { try identify(id) }
    var core: [Int] = []
    for id in identified {
      known.insert(id)
      core += try connection.integers(
        "SELECT position FROM event_persons WHERE person = ?",
        .id(id)
      )
      if reach == .answer { core += try connection.mentions(of: id) }
    }
    for position in core { try add(position) }
  }

  /// Adds an event with its accounts and, for an answer, those that refer to it.
  mutating func add(_ position: Int) throws(SnapshotError) {
    try tell(position)
    guard reach == .answer else { return }
    for referrer in try connection.referrers(to: position) { try tell(referrer) }
    for target in try connection.targets(of: position) { positions.insert(target) }
  }

  /// Adds an event with what it came after, which decides its days.
  mutating func add(beginningOf position: Int) throws(SnapshotError) { try bound(position) }

  /// Adds an event without what stands around it.
  mutating func add(alone position: Int) { positions.insert(position) }

  /// Adds the registration of `id`.
  mutating func add(registrationOf id: EntityID) { known.insert(id) }

  /// The record of what was added, as the whole record has it.
  mutating func record() throws(SnapshotError) -> Record {
    try record(upTo: connection.point().position.number)
  }

  /// The record of what was added, as it was after the first `last` lines.
  mutating func record(upTo last: Int) throws(SnapshotError) -> Record {
    try addAmendments(of: positions)
    try addRegistrations()
    return try connection.record(of: positions, upTo: last)
  }

  /// Adds all accounts of the happening, what ranks them, and what they came after.
  private mutating func tell(_ position: Int) throws(SnapshotError) {
    if told.contains(position) { return }
    // All accounts of a happening lie beside each of them, so that one is asked for the others.
    for account in try connection.accounts(beside: position) + [position]
    where told.insert(account).inserted {
      try bound(account)
      for ranking in try connection.rankings(of: account) { positions.insert(ranking) }
    }
  }

  private mutating func bound(_ position: Int) throws(SnapshotError) {
    var waiting = [position]
    while let next = waiting.popLast() {
      positions.insert(next)
      guard bounded.insert(next).inserted else { continue }
      for predecessor in try connection.predecessors(of: next) {
        waiting.append(predecessor)
        // What it is an account of may be one of something else itself, in the logs of others.
        let main = try connection.told(by: predecessor) ?? predecessor
        if let above = try connection.told(by: main) { positions.insert(above) }
        // Of what was told several times that account decides which views use.
        for account in try connection.accounts(beside: predecessor) + [predecessor] {
          positions.insert(account)
          for ranking in try connection.rankings(of: account) { positions.insert(ranking) }
        }
      }
    }
  }

  /// Adds the identities that connect `id` with others.
  private mutating func identify(_ id: EntityID) throws(SnapshotError) {
    var waiting = [id]
    while let next = waiting.popLast() {
      guard identified.insert(next).inserted else { continue }
      for position in try connection.identities(naming: next) {
        positions.insert(position)
        waiting += try connection.entities(
          "SELECT entity FROM refs WHERE position = ? AND entity IS NOT NULL",
          .integer(position)
        )
      }
    }
  }

  /// Adds what corrects and withdraws `events`, and what these corrections amend.
  private mutating func addAmendments(of events: Set<Int>) throws(SnapshotError) {
    positions.formUnion(try connection.amended(with: events))
  }

  private mutating func addRegistrations() throws(SnapshotError) {
    var unread = positions
    var waiting = Array(known)
    var seen: Set<EntityID> = []
    while true {
      for position in unread { waiting += try entities(at: position) }
      var registrations: Set<Int> = []
      while let id = waiting.popLast() {
        guard seen.insert(id).inserted else { continue }
        if reach == .answer, let parent = id.parent { waiting.append(parent) }
        let before = identified
        try identify(id)
        waiting += identified.subtracting(before)
        registrations.formUnion(try connection.registrations(of: id))
      }
      let amended = try connection.amended(with: registrations.union(positions))
      unread = amended.subtracting(positions)
      positions.formUnion(amended)
      if unread.isEmpty { return }
    }
  }

  /// Whoever and whatever the event at `position` names.
  private func entities(at position: Int) throws(SnapshotError) -> [EntityID] {
    let position = Value.integer(position)
    var ids = try connection.entities(
      "SELECT entity FROM refs WHERE position = ? AND entity IS NOT NULL",
      position
    )
    ids += try connection.entities(
      "SELECT place FROM events WHERE position = ? AND place IS NOT NULL",
      position
    )
    guard reach == .answer else { return ids }
    ids += try connection.entities("SELECT person FROM event_persons WHERE position = ?", position)
    ids += try connection.entities("SELECT actor FROM actors WHERE position = ?", position)
    ids += try connection.entities("SELECT source FROM citations WHERE position = ?", position)
    ids += try connection.entities(
      "SELECT via FROM citations WHERE position = ? AND via IS NOT NULL",
      position
    )
    return ids
  }
}
