internal import Events
internal import Projections

/// Takes new lines into a snapshot, and derives again what they touch and nothing else.
///
/// Taking all lines at once, from nothing, is a rebuild: both give the same tables.
struct CatchUp {
  let connection: Connection
  /// Whether the snapshot was empty, so that everything is derived.
  let isFromStart: Bool
  var writer: RowWriter
  var changes = Changes()
  /// How many persons, events or names are derived at a time.
  static let portion = 500

  init(_ connection: Connection, isFromStart: Bool) throws(SnapshotError) {
    self.connection = connection
    self.isFromStart = isFromStart
    let merge = try connection.integers("SELECT 1 FROM merges LIMIT 1")
    writer = RowWriter(connection: connection, hasMerges: !merge.isEmpty)
  }

  /// Takes the next line.
  mutating func take(_ line: LogLine) throws(SnapshotError) {
    switch line.line {
    case .withheld: try writer.insertWithheld(line)
    case .event(let event):
      try refuseRepeated(event)
      try writer.insert(event, line: line)
      changes.note(event.content, at: event.position.number)
      if !isFromStart { try noteForwardReferences(to: event) }
    }
  }

  /// Derives what the lines touch, and notes that everything up to `point` was taken in.
  mutating func finish(at point: LogPoint) throws(SnapshotError) {
    try connection.set(point)
    try settleAmendments()
    try settleEvents()
    try settleIdentities()
    try settleRegistrations()
    try settlePersons()
  }

  /// A rebuild finds repeated ids when it makes the index.
  private func refuseRepeated(_ event: Event) throws(SnapshotError) {
    guard !isFromStart else { return }
    if try connection.position(of: event.id) != nil { throw .idTwice(event.id, event.position) }
  }

  /// Earlier events that name this one before it stood there: annals refuses to write such lines,
  /// but the log may come from elsewhere.
  private mutating func noteForwardReferences(to event: Event) throws(SnapshotError) {
    let position = event.position.number
    let referrers = try connection.referrers(to: position)
    if referrers.isEmpty { return }
    changes.events.insert(position)
    changes.events.formUnion(referrers)
    changes.happenings.insert(event.accountOf ?? event.id)
    changes.happenings.insert(event.id)
  }
}

extension Collection {
  /// The elements in pieces of at most `count`.
  func portions(of count: Int) -> [SubSequence] {
    var portions: [SubSequence] = []
    var start = startIndex
    while start != endIndex {
      let end = index(start, offsetBy: count, limitedBy: endIndex) ?? endIndex
      portions.append(self[start..<end])
      start = end
    }
    return portions
  }
}
