import Events
import Projections

extension Record {
  /// The record as it would be with `drafts` recorded, for previews; costs a replay.
  func adding(_ drafts: [Draft]) -> Record {
    var replay = Replay()
    for fact in facts { replay.take(.event(fact.event)) }
    var position = head
    for draft in drafts {
      position = position.next
      guard let id = draft.id ?? EventID("draft-\(position)") else { continue }
      let event = Event(
        position: position,
        id: id,
        recorded: Instant(seconds: 0),
        by: draft.by,
        content: draft.content,
        privateDigest: nil,
        hasMore: false,
        salt: ""
      )
      replay.take(.event(event))
    }
    return replay.record()
  }
}
