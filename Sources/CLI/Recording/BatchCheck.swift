import Events
import Projections

/// Checks the drafts of a batch one after the other against the record and those before them.
struct BatchCheck<Known: KnownRecord> {
  private let known: Known
  private var references: BatchReferences<Known>
  /// The events of the batch, and those that its corrections changed, as they now stand.
  private var contents: [EventID: Content] = [:]
  private var ids: Set<EventID> = []
  private(set) var faults: [String] = []

  init(over known: Known) {
    self.known = known
    references = BatchReferences(over: known)
  }

  mutating func take(_ sourced: SourcedDraft) {
    let draft = sourced.draft
    faults += ReferenceCheck(against: references).faults(in: draft).map(sourced.message)
    var messages: [String] = []
    if let id = draft.id, !ids.insert(id).inserted {
      messages.append("id: \"\(id)\" stands twice in this batch; each event has its own")
    }
    if draft.content.kind == "correction" { messages += correct(draft) }
    faults += messages.map(sourced.located)
    references.take(draft)
    if let id = draft.id { contents[id] = draft.content }
  }

  /// Applies a correction, and tells what is wrong with its result.
  private mutating func correct(_ draft: Draft) -> [String] {
    guard let target = draft.content.details.event("of"), let patch = draft.content.details["set"],
      let before = contents[target] ?? known.fact(target)?.content
    else { return [] }
    do {
      let after = try before.patched(by: patch)
      let faults = ReferenceCheck(against: references).faults(inCorrected: after, of: target)
      if faults.isEmpty { contents[target] = after }
      return faults.map { "details.set: the corrected event is refused: \($0)" }
    } catch {
      return error.description.split(separator: "\n").map {
        "details.set: the corrected event is refused: \($0)"
      }
    }
  }
}
