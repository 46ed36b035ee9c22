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
