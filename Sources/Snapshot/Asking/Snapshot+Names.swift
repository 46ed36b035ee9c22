package import Events
internal import Projections

extension Snapshot {
  /// Who is meant by `query`, an id or a name in any script; merged ids count as one.
  ///
  /// Reads only the names that share a word with it, and all of them where nobody fits.
  package func matches(
    _ query: String,
    sorts: Set<EntitySort> = Set(EntitySort.allCases)
  ) throws(SnapshotError) -> NameMatch {
    try store.read { connection throws(SnapshotError) in
      if let id = EntityID(query), let sort = try connection.sort(of: id), sorts.contains(sort) {
        return .one(try connection.canonical(id))
      }
      let match = try connection.registry(near: query).matches(query, sorts: sorts)
      guard case .none = match else { return match }
      return try connection.registry().matches(query, sorts: sorts)
    }
  }

  /// The name under which views show `id`: the bare id where nothing is registered.
  package func displayName(of id: EntityID) throws(SnapshotError) -> String {
    try store.read { connection throws(SnapshotError) in
      // What was never registered itself is called as whoever it is one with.
      try connection.row(
        """
        SELECT name FROM entities WHERE id = ?1
        UNION ALL SELECT name FROM entities WHERE canonical = ?2 AND withdrawn = 0 LIMIT 1
        """,
        .id(id),
        .id(connection.canonical(id))
      ) { columns throws(SnapshotError) in try columns.text(0) } ?? id.text
    }
  }

  /// Everything that is registered; reads every registration.
  package func registry() throws(SnapshotError) -> Registry {
    try store.read { connection throws(SnapshotError) in try connection.registry() }
  }
}

extension Connection {
  /// Everybody and everything whose names share a word with `query`.
  fileprivate func registry(near query: String) throws(SnapshotError) -> Registry {
    var neighbourhood = Neighbourhood(self, reach: .fold)
    for word in NameFolding.soundKey(query).split(separator: " ") {
      let bearers = try entities(
        "SELECT entity FROM name_words WHERE word = ?",
        .text(String(word))
      )
      for id in bearers { neighbourhood.add(registrationOf: id) }
    }
    return try neighbourhood.record().registry
  }
}
