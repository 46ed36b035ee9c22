internal import Events
internal import Projections

/// Takes new lines into a snapshot, and derives again what they touch and nothing else.
///
/// Taking all lines at once, from nothing, is a rebuild: both give the same tables.
struct CatchUp {
  let connection: Connection
  let writer: RowWriter
  let entities: EntityWriter
  let persons: PersonWriter
  var changes = Changes()
  /// What is kept of every line while a snapshot is made from nothing.
  var firstReading: FirstReading?
  /// How many names or people are derived at a time.
  static let portion = 500
  /// How many happenings are folded at a time.
  static let happeningsMax = 10_000

  var isFromStart: Bool { firstReading != nil }

  init(_ connection: Connection, isFromStart: Bool) throws(SnapshotError) {
    self.connection = connection
    writer = try RowWriter(connection)
    entities = try EntityWriter(connection)
    persons = try PersonWriter(connection)
    if isFromStart { firstReading = FirstReading() }
  }

  /// Takes the next line.
  mutating func take(_ line: LogLine) throws(SnapshotError) {
    switch line.line {
    case .withheld:
      try writer.insertWithheld(line)
      firstReading?.take(line)
    case .event(let event):
      if isFromStart {
        try writer.insert(event, line: line)
        try takeFirst(event, line)
      } else {
        if try connection.position(of: event.id) != nil { throw .idTwice(event.id, event.position) }
        try writer.insert(event, line: line)
        changes.note(event.content, at: event.position.number)
        changes.persons.formUnion(event.content.persons)
        try noteForwardReferences(to: event)
      }
    }
  }

  /// Derives what the lines touch, and notes that everything up to `point` was taken in.
  mutating func finish(at point: LogPoint) throws(SnapshotError) {
    try connection.set(point)
    try settleAmendments()
    try settleBeginnings()
    try settleAccounts()
    try settleIdentities()
    try settleRegistrations()
    try settlePersons()
  }

  /// On a rebuild a registration is written at once, unless something else bears on it.
  private mutating func takeFirst(_ event: Event, _ line: LogLine) throws(SnapshotError) {
    let content = event.content
    firstReading?.take(line)
    guard let entity = Entity(content) else {
      return changes.note(content, at: event.position.number)
    }
    if firstReading?.registered.insert(entity.id).inserted == true {
      try entities.insert(entity, at: event.position)
    } else {
      // Whoever is registered twice is settled like what was corrected.
      changes.registrations.insert(entity.id)
    }
  }

  /// Earlier events that name this one before it stood there: annals refuses to write such lines,
  /// but the log may come from elsewhere.
  private mutating func noteForwardReferences(to event: Event) throws(SnapshotError) {
    let position = event.position.number
    let referrers = try connection.referrers(to: position)
    if referrers.isEmpty { return }
    changes.beginnings.insert(position)
    changes.beginnings.formUnion(referrers)
    changes.happenings.insert(event.accountOf ?? event.id)
    changes.happenings.insert(event.id)
    changes.ranked.insert(event.id)
  }
}
