import Events
import Projections

/// Checks the drafts of a batch one after the other against the record and those before them.
struct BatchCheck<Known: KnownRecord> {
  private var amendments: AmendmentCheck<Known>
  private var ids: Set<EventID> = []
  private(set) var faults: [String] = []

  init(over known: Known) {
    amendments = AmendmentCheck(over: known)
  }

  mutating func take(_ sourced: SourcedDraft) {
    let draft = sourced.draft
    faults += ReferenceCheck(against: amendments.references).faults(in: draft).map(sourced.message)
    if let id = draft.id, !ids.insert(id).inserted {
      faults.append(
        sourced.located("id: \"\(id)\" stands twice in this batch; each event has its own")
      )
      return
    }
    faults += amendments.take(draft).map { sourced.located($0.description) }
  }
}
