internal import Events

/// What new lines touch, and must therefore be derived again.
struct Changes {
  /// The corrections and retractions among the new lines, with what they name as written.
  var amendments: [Int: EventID] = [:]
  /// Events whose days or accounts may have changed.
  var events: Set<Int> = []
  /// Happenings, by their first account, of which another account may be preferred now.
  var happenings: Set<EventID> = []
  /// Events that were ranked.
  var ranked: Set<EventID> = []
  /// Ids of which may have changed with whom they are one.
  var identities: Set<EntityID> = []
  var registrations: Set<EntityID> = []
  /// Whose fold may have changed.
  var persons: Set<EntityID> = []

  /// Notes what an event touches by what it says, or said before it was corrected.
  mutating func note(_ content: Content, at position: Int) {
    persons.formUnion(content.persons)
    if !content.after.isEmpty { events.insert(position) }
    if let main = content.accountOf { happenings.insert(main) }
    switch content.kind {
    case "correction", "retraction":
      if let target = content.details.event("of") { amendments[position] = target }
    case "ranking":
      if let target = content.details.event("of") { ranked.insert(target) }
    case "identity":
      identities.formUnion(content.details.entities("ids"))
      if let into = content.details.entity("into") { identities.insert(into) }
    default:
      if let (id, _) = content.registration { registrations.insert(id) }
    }
  }

  /// Notes that an event changed: by correction, retraction, or the taking back of one.
  mutating func noteChange(of id: EventID, from old: Content, to new: Content, at position: Int) {
    note(old, at: position)
    note(new, at: position)
    events.insert(position)
    for content in [old, new] { happenings.insert(content.accountOf ?? id) }
  }
}
