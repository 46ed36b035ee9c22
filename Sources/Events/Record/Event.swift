/// One recorded event: what was asserted, and where and when it entered the record.
@dynamicMemberLookup
package struct Event: Sendable {
  package var position: Position
  package var id: EventID
  /// When its batch was written.
  package var recorded: Instant
  /// Who recorded it: a code fit for publication.
  package var by: String?
  package var content: Content
  /// The digest of a confidential part that is kept elsewhere.
  package var privateDigest: String?
  /// Whether the next line belongs to the same batch.
  package var hasMore: Bool
  package var salt: String

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
    self.by = by
    self.content = content
    self.privateDigest = privateDigest
    self.hasMore = hasMore
    self.salt = salt
  }

  package subscript<Value>(dynamicMember path: KeyPath<Content, Value>) -> Value {
    content[keyPath: path]
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
