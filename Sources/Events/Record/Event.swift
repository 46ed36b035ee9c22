/// One recorded event: what was asserted, and where and when it entered the record.
@dynamicMemberLookup
package struct Event: Sendable {
  private let storage: Storage

  private enum Storage: Sendable {
    /// An event of a piece of the log.
    case written(LinePiece, UInt32)
    case known(KnownEvent)
  }

  package init(
    position: Position,
    id: EventID,
    recorded: Instant,
    by: String?,
    content: Content,
    privateDigest: String?,
    hasMore: Bool,
    salt: String
  ) {
    storage = .known(
      KnownEvent(
        position: position,
        id: id,
        recorded: recorded,
        by: by,
        content: content,
        privateDigest: privateDigest,
        hasMore: hasMore,
        salt: salt
      )
    )
  }

  /// The event at that place among those of `piece`.
  init(_ event: UInt32, in piece: LinePiece) {
    storage = .written(piece, event)
  }

  package var position: Position { read({ event, _ in Position(event.number) }, { $0.position }) }

  package var id: EventID { read({ event, _ in event.id }, { $0.id }) }

  /// When its batch was written.
  package var recorded: Instant { read({ event, _ in event.recorded }, { $0.recorded }) }

  /// Who recorded it: a code fit for publication.
  package var by: String? { read({ $0.by.isNone ? nil : $1.text($0.by) }, { $0.by }) }

  package var content: Content {
    switch storage {
    case .written(let piece, let event): Content(of: event, in: piece)
    case .known(let event): event.content
    }
  }

  /// The digest of a confidential part that is kept elsewhere.
  package var privateDigest: String? {
    read({ $0.digest.isNone ? nil : $1.text($0.digest) }, { $0.privateDigest })
  }

  /// Whether the next line belongs to the same batch.
  package var hasMore: Bool { read({ event, _ in event.hasMore }, { $0.hasMore }) }

  package var salt: String { read({ $1.text($0.salt) }, { $0.salt }) }

  package subscript<Value>(dynamicMember path: KeyPath<Content, Value>) -> Value {
    content[keyPath: path]
  }

  // What folds ask of every event, again and again: told without making a content.

  package var kind: String { read({ event, _ in event.kind }, { $0.content.kind }) }
  package var section: Kind.Section? { read({ event, _ in event.section }, { $0.content.section }) }
  package var date: EDTF? { read({ event, _ in event.date }, { $0.content.date }) }
  package var order: Int? { read({ event, _ in event.order }, { $0.content.order }) }
  package var details: Details { read({ $1.details($0.details) }, { $0.content.details }) }

  private func read<Value>(
    _ written: (WrittenEvent, LinePiece) -> Value,
    _ known: (KnownEvent) -> Value
  ) -> Value {
    switch storage {
    case .written(let piece, let event): written(piece.events[Int(event)], piece)
    case .known(let event): known(event)
    }
  }
}

/// An event that is known apart from its line, shared by its copies.
private final class KnownEvent: Sendable {
  let position: Position
  let id: EventID
  let recorded: Instant
  let content: Content
  let hasMore: Bool
  /// Nil if there is nothing to say of it, as in folds.
  private let seal: Seal?

  private final class Seal: Sendable {
    let by: String?
    let privateDigest: String?
    let salt: String

    init(by: String?, privateDigest: String?, salt: String) {
      self.by = by
      self.privateDigest = privateDigest
      self.salt = salt
    }
  }

  init(
    position: Position,
    id: EventID,
    recorded: Instant,
    by: String?,
    content: Content,
    privateDigest: String?,
    hasMore: Bool,
    salt: String
  ) {
    self.position = position
    self.id = id
    self.recorded = recorded
    self.content = content
    self.hasMore = hasMore
    let isSealed = by != nil || privateDigest != nil || !salt.isEmpty
    seal = isSealed ? Seal(by: by, privateDigest: privateDigest, salt: salt) : nil
  }

  var by: String? { seal?.by }
  var privateDigest: String? { seal?.privateDigest }
  var salt: String { seal?.salt ?? "" }
}

/// An event that somebody wants to record, before it has a place in the log.
@dynamicMemberLookup
package struct Draft: Sendable {
  package var id: EventID?
  package var by: String?
  package var content: Content
  /// The confidential part, which never enters the log itself.
  package var confidential: JSON?

  package init(id: EventID? = nil, by: String? = nil, content: Content, confidential: JSON? = nil) {
    self.id = id
    self.by = by
    self.content = content
    self.confidential = confidential
  }

  package subscript<Value>(dynamicMember path: KeyPath<Content, Value>) -> Value {
    content[keyPath: path]
  }
}
