package import Events

/// Which happenings a timeline holds: every condition that is set must be met.
package struct TimelineFilter: Sendable {
  /// Anybody of these, as merged.
  package var persons: Set<EntityID> = []
  package var kinds: Set<String> = []
  /// One of these places, or a place inside one.
  package var places: [EntityID] = []
  /// Cited by any account of it, also only as the source actually read.
  package var sources: Set<EntityID> = []
  package var tags: [String] = []
  /// Every word, in any script, in title, text, quotes, tags or names.
  package var text: String?
  package var cases: [String] = []
  /// On this day or later, possibly.
  package var since: Day?
  /// On this day or earlier, possibly.
  package var until: Day?
  package var certainties: Set<Certainty> = []

  package init() {}
}
