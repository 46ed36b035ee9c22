package import Events
package import Projections

extension Snapshot {
  /// The whole record; reads every line.
  package func record() throws(SnapshotError) -> Record {
    try store.read { connection throws(SnapshotError) in
      try connection.record(of: Set(connection.integers("SELECT position FROM events")))
    }
  }

  /// What must be read to say everything about `ids`, and no more.
  ///
  /// About them, and whoever is one with them, it answers as the whole record does; about others it
  /// does not.
  package func record(about ids: [EntityID]) throws(SnapshotError) -> Record {
    try store.read { connection throws(SnapshotError) in
      var neighbourhood = Neighbourhood(connection, reach: .answer)
      try neighbourhood.add(about: ids)
      return try neighbourhood.record()
    }
  }

  /// What must be read to say everything about `ids` as it was known at `limit`.
  ///
  /// Reads their events, and everything that was ever amended: what that said then may have been
  /// about them.
  package func record(
    about ids: [EntityID],
    knownAt limit: KnownAt
  ) throws(SnapshotError) -> Record {
    try store.read { connection throws(SnapshotError) in
      let last = try connection.lastPosition(knownAt: limit)
      var neighbourhood = Neighbourhood(connection, reach: .answer)
      try neighbourhood.add(about: ids)
      for position in try connection.integers("SELECT DISTINCT target FROM amendments") {
        try neighbourhood.add(position)
      }
      return try neighbourhood.record(upTo: last)
    }
  }

  /// Everything that was registered at `limit`.
  package func registry(knownAt limit: KnownAt) throws(SnapshotError) -> Registry {
    try store.read { connection throws(SnapshotError) in
      try connection.registry(upTo: connection.lastPosition(knownAt: limit))
    }
  }

  /// The event called `id` with its history: corrections, retractions, other accounts, and whatever
  /// refers to it; nil if no line bears that id.
  package func record(event id: EventID) throws(SnapshotError) -> Record? {
    try store.read { connection throws(SnapshotError) in
      guard let position = try connection.position(of: id) else { return nil }
      var neighbourhood = Neighbourhood(connection, reach: .answer)
      try neighbourhood.add(position)
      return try neighbourhood.record()
    }
  }

  /// The id of the event at `position`; nil if there is none, or if it was withheld.
  package func event(at position: Position) throws(SnapshotError) -> EventID? {
    try store.read { connection throws(SnapshotError) in
      try connection.row(
        "SELECT id FROM events WHERE position = ?",
        .integer(position.number)
      ) { $0.optionalText(0).flatMap(EventID.init) }.flatMap { $0 }
    }
  }
}
