package import Events

/// An event as the record stands: as corrected, and whether it was withdrawn.
///
/// A value in all but its copies, which share it.
@dynamicMemberLookup
package final class Fact: Sendable {
  /// The event as it was written.
  package let event: Event
  /// What it says after every correction that is in force.
  package let content: Content
  /// The corrections in force, in the order of the log.
  package let correctedBy: [EventID]
  /// The retraction in force, if the event was withdrawn.
  package let retractedBy: EventID?
  /// The digest that a correction put in place of the event's own.
  private let correctedDigest: String?

  /// An event that nothing amends.
  package convenience init(_ event: Event) {
    self.init(event, content: event.content, retractedBy: nil)
  }

  package init(
    _ event: Event,
    content: Content,
    retractedBy: EventID?,
    correctedBy: [EventID] = [],
    correctedDigest: String? = nil
  ) {
    self.event = event
    self.content = content
    self.retractedBy = retractedBy
    self.correctedBy = correctedBy
    self.correctedDigest = correctedDigest
  }

  /// Of an event that nothing amends, what folds read and no more; `sources` are its sources, if it
  /// can decide where somebody stands.
  package convenience init(folding event: Event, citing sources: [Citation]) {
    let content = event.content.folded(citing: sources)
    let folded = Event(
      position: event.position,
      id: event.id,
      recorded: event.recorded,
      by: nil,
      content: content,
      privateDigest: nil,
      hasMore: event.hasMore,
      salt: ""
    )
    self.init(folded, content: content, retractedBy: nil)
  }

  package var id: EventID { event.id }
  package var position: Position { event.position }
  package var isRetracted: Bool { retractedBy != nil }
  /// The digest of the confidential part that is in force.
  package var privateDigest: String? { correctedDigest ?? event.privateDigest }

  /// Whether it corrects or withdraws another event.
  package var isAmendment: Bool {
    event.content.isAboutRecord && (event.kind == "correction" || event.kind == "retraction")
  }

  package subscript<Value>(dynamicMember path: KeyPath<Content, Value>) -> Value {
    content[keyPath: path]
  }
}
