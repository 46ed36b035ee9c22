package import Events

/// An event as the record stands: as corrected, and whether it was withdrawn.
@dynamicMemberLookup
package struct Fact: Sendable {
  /// The event as it was written.
  package let event: Event
  /// What amends it; mostly nothing does.
  private let amendments: Amendments?

  private final class Amendments: Sendable {
    let content: Content
    let correctedBy: [EventID]
    let retractedBy: EventID?
    let digest: String?

    init(content: Content, correctedBy: [EventID], retractedBy: EventID?, digest: String?) {
      self.content = content
      self.correctedBy = correctedBy
      self.retractedBy = retractedBy
      self.digest = digest
    }
  }

  /// An event that nothing amends.
  package init(_ event: Event) {
    self.event = event
    amendments = nil
  }

  /// An event that says `content`, after the corrections `correctedBy`, and was withdrawn if
  /// something did so; `correctedDigest` is what a correction put in place of its own digest.
  package init(
    _ event: Event,
    content: Content,
    retractedBy: EventID?,
    correctedBy: [EventID] = [],
    correctedDigest: String? = nil
  ) {
    self.event = event
    amendments = Amendments(
      content: content,
      correctedBy: correctedBy,
      retractedBy: retractedBy,
      digest: correctedDigest
    )
  }

  /// Of an event that nothing amends, what folds of `persons` read and no more.
  ///
  /// `details` are its own, apart from its line; `sources` are its sources, if it can decide where
  /// somebody stands.
  package init(
    folding event: Event,
    of persons: EntityList,
    _ details: Details,
    citing sources: [Citation]
  ) {
    let content = event.content.folded(of: persons, details, citing: sources)
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
    self.init(folded)
  }

  /// What it says after every correction that is in force.
  package var content: Content { amendments?.content ?? event.content }
  /// The corrections in force, in the order of the log.
  package var correctedBy: [EventID] { amendments?.correctedBy ?? [] }
  /// The retraction in force, if the event was withdrawn.
  package var retractedBy: EventID? { amendments?.retractedBy }

  package var id: EventID { event.id }
  package var position: Position { event.position }
  package var isRetracted: Bool { retractedBy != nil }
  /// The digest of the confidential part that is in force.
  package var privateDigest: String? { amendments?.digest ?? event.privateDigest }

  /// Whether it corrects or withdraws another event.
  package var isAmendment: Bool {
    event.section == .record && (event.kind == "correction" || event.kind == "retraction")
  }

  // What folds ask of every event, again and again: told without making a content.

  package var kind: String { amendments?.content.kind ?? event.kind }
  package var section: Kind.Section? {
    if let amendments { amendments.content.section } else { event.section }
  }
  package var date: EDTF? { if let amendments { amendments.content.date } else { event.date } }
  package var order: Int? { if let amendments { amendments.content.order } else { event.order } }
  package var details: Details { amendments?.content.details ?? event.details }

  package subscript<Value>(dynamicMember path: KeyPath<Content, Value>) -> Value {
    content[keyPath: path]
  }
}
