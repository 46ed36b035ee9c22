internal import Events

/// What new lines touch, and must therefore be derived again.
struct Changes {
  /// The corrections and retractions among the new lines, with what they name as written.
  var amendments: [Int: EventID] = [:]
  /// Events whose days, or those of events that came after them, may have changed.
  var beginnings: Set<Int> = []
  /// Happenings, by their first account, of which another account may be preferred now.
  var happenings: Set<EventID> = []
  /// Events that were ranked.
  var ranked: Set<EventID> = []
  /// Ids of which may have changed with whom they are one.
  var identities: Set<EntityID> = []
  var registrations: Set<EntityID> = []
  /// Whose fold may have changed.
  var persons: Set<EntityID> = []

  /// Notes what an event touches by what it says, or said before it was corrected, beside the
  /// persons of whom it says something.
  mutating func note(_ content: Content, at position: Int) {
    if !content.after.isEmpty { beginnings.insert(position) }
    if let main = content.accountOf { happenings.insert(main) }
    guard content.section == .record else { return }
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
    for content in [old, new] {
      note(content, at: position)
      persons.formUnion(content.persons)
      happenings.insert(content.accountOf ?? id)
    }
    happenings.insert(id)
    beginnings.insert(position)
  }
}
