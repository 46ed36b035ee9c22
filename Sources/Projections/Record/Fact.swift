package import Events

/// An event as the record stands: as corrected, and whether it was withdrawn.
@dynamicMemberLookup
package struct Fact: Sendable {
  /// The event as it was written.
  package let event: Event
  /// What it says after every correction that is in force.
  package var content: Content
  /// The corrections in force, in the order of the log.
  package var correctedBy: [EventID] = []
  /// The retraction in force, if the event was withdrawn.
  package var retractedBy: EventID?
  /// The digest of the confidential part that is in force.
  package var privateDigest: String? { correctedDigest ?? event.privateDigest }
  /// The digest that a correction put in place of the event's own.
  var correctedDigest: String?

  package init(_ event: Event) {
    self.event = event
    content = event.content
  }

  package var id: EventID { event.id }
  package var position: Position { event.position }
  package var isRetracted: Bool { retractedBy != nil }
  /// Whether it corrects or withdraws another event.
  package var isAmendment: Bool { event.kind == "correction" || event.kind == "retraction" }

  package subscript<Value>(dynamicMember path: KeyPath<Content, Value>) -> Value {
    content[keyPath: path]
  }
}
