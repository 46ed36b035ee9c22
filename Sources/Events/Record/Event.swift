/// One recorded event: what was asserted, and where and when it entered the record.
@dynamicMemberLookup
package struct Event: Sendable {
  package var position: Position
  package var id: EventID
  /// When its batch was written.
  package var recorded: Instant
  package var content: Content
  /// Whether the next line belongs to the same batch.
  package var hasMore: Bool
  private let seal: Seal

  /// What else identifies and seals an event.
  private enum Seal: Sendable {
    case known(by: String?, digest: String?, salt: String)
    case written(LinePiece, by: ByteRange, digest: ByteRange, salt: ByteRange)
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
    self.position = position
    self.id = id
    self.recorded = recorded
    self.content = content
    self.hasMore = hasMore
    seal = .known(by: by, digest: privateDigest, salt: salt)
  }

  /// Who recorded it: a code fit for publication.
  package var by: String? {
    switch seal {
    case .known(let by, _, _): by
    case .written(let piece, let by, _, _): by.isNone ? nil : piece.text(by)
    }
  }

  /// The digest of a confidential part that is kept elsewhere.
  package var privateDigest: String? {
    switch seal {
    case .known(_, let digest, _): digest
    case .written(let piece, _, let digest, _): digest.isNone ? nil : piece.text(digest)
    }
  }

  package var salt: String {
    switch seal {
    case .known(_, _, let salt): salt
    case .written(let piece, _, _, let salt): piece.text(salt)
    }
  }

  package subscript<Value>(dynamicMember path: KeyPath<Content, Value>) -> Value {
    content[keyPath: path]
  }
}

extension Event {
  /// The event whose members were scanned in `piece`; nil if one of them is not of its type.
  init?(_ line: LineScanner, in piece: LinePiece) {
    let bytes = piece.bytes
    let span = bytes.span
    guard EventID.isValid(span.extracting(line[.id].indices)), !line[.salt].isNone,
      let recorded = Instant(iso: span.extracting(line[.recorded].indices)),
      let fields = Fields(line, in: piece)
    else { return nil }
    position = .start
    id = EventID(known: span.extracting(line[.id].indices))
    self.recorded = recorded
    content = Content(fields)
    hasMore = !line[.more].isNone
    seal = .written(piece, by: line[.by], digest: line[.private], salt: line[.salt])
  }
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
