extension Content {
  /// Whether both assert the same: every member compared as a JSON value, defaults filled in.
  ///
  /// A certainty that is not stated is `reported`; an empty list, object or account is none. The
  /// confidential part is not content here: only its digest is known.
  package func isSameContent(as other: Content) -> Bool {
    JSON.object(filledMembers) == JSON.object(other.filledMembers)
  }

  private var filledMembers: [JSONMember] {
    var content = self
    if content.text?.isEmpty == true { content.text = nil }
    if content.unread[named: "certainty"] == nil { content.statedCertainty = content.certainty }
    return content.members
  }
}
