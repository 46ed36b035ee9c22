import Events
import Projections
import Snapshot

/// What is known of the record, asked from the snapshot, which is brought up to the log first.
///
/// The one place that chooses how an append knows what was recorded before: its cost does not grow
/// with the log. Answers cannot fail, so the first failure is kept for `confirm`.
final class KnownBySnapshot: RecordedNames {
  private let snapshot: Snapshot
  private let references: StoredReferences
  let head: Position
  private var failure: SnapshotError?
  private var registry: Registry?

  init(_ place: LogPlace) throws {
    snapshot = try Views.open(place, warnsOfTornTail: false)
    references = snapshot.references
    head = try snapshot.point().position
  }

  /// Everything, for what must look at more than single events.
  func record() throws -> Record { try snapshot.record() }

  func holding<Found>(_ work: () throws -> Found) throws -> Found {
    try references.holding(work)
  }

  func confirm() throws {
    if let failure { throw failure }
    try references.confirm()
  }

  func sort(of id: EntityID) -> EntitySort? { references.sort(of: id) }
  func outline(of event: EventID) -> EventOutline? { references.outline(of: event) }
  func fact(_ id: EventID) -> Fact? { references.fact(id) }
  func position(of id: EventID) -> Position? { references.position(of: id) }

  func amendmentFamily(of id: EventID) -> [Event] { references.amendmentFamily(of: id) }
  func accounts(of id: EventID) -> [EventID] { references.accounts(of: id) }
  func identityFacts() -> [Fact] { references.identityFacts() }

  func nearest(to id: String, among sorts: [EntitySort]) -> [String] {
    references.nearest(to: id, among: sorts)
  }

  func matches(_ query: String, _ sorts: [EntitySort]) -> NameMatch {
    ask { () throws(SnapshotError) in try snapshot.matches(query, sorts: Set(sorts)) }
      ?? .none(nearest: [])
  }

  /// Reads every name, once.
  func displayName(of id: EntityID) -> String {
    if registry == nil {
      registry = ask { () throws(SnapshotError) in try snapshot.registry() }
    }
    return registry?.displayName(of: id) ?? id.text
  }

  func event(at position: Position) -> EventID? {
    ask { () throws(SnapshotError) in try snapshot.event(at: position) }.flatMap { $0 }
  }

  private func ask<Answer>(_ question: () throws(SnapshotError) -> Answer) -> Answer? {
    do {
      return try question()
    } catch {
      failure = failure ?? error
      return nil
    }
  }
}
