/// Who may be meant by a text that somebody typed.
package enum NameMatch: Hashable, Sendable {
  case one(EntityID)
  /// All that fit equally well, in the order of ids: never chosen from, always listed.
  case several([EntityID])
  /// Nobody fits; those whose names or ids are near, nearest first.
  case none(nearest: [EntityID])
}

extension Registry {
  /// Who is meant by `query`, an id or a name in any script; merged ids count as one.
  ///
  /// Reads every name: whoever asks more than a few times keeps a `NameIndex`.
  package func matches(
    _ query: String,
    sorts: Set<EntitySort> = Set(EntitySort.allCases)
  ) -> NameMatch {
    NameIndex(self, sorts: sorts).matches(query)
  }

  /// The ids that somebody who typed `text` may have meant, nearest first.
  package func nearest(
    to text: String,
    sorts: Set<EntitySort> = Set(EntitySort.allCases),
    limit: Int = 3
  ) -> [EntityID] {
    NameIndex(self, sorts: sorts).nearest(to: text, limit: limit)
  }
}
