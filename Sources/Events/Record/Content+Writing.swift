extension Content {
  /// The content's members in the order of the line format, empty ones left out.
  package var members: [JSONMember] {
    var members = [JSONMember("kind", .text(kind))]
    members.add("date", date.map { .text($0.verbatim) })
    members.add("persons", persons.map(\.text))
    members.add("actors", actors.isEmpty ? nil : .array(actors.map(\.json)))
    members.add("place", place.map { .text($0.text) })
    members.add("title", title.map(JSON.text))
    members.add("text", text.map(JSON.text))
    members.add("details", details.isEmpty ? nil : .object(details.members))
    members.add("sources", sources.isEmpty ? nil : .array(sources.map(\.json)))
    members.add("certainty", statedCertainty.map { .text($0.rawValue) })
    members.add("account_of", accountOf.map { .text($0.text) })
    members.add("after", after.map(\.text))
    members.add("because_of", becauseOf.map(\.text))
    members.add("order", order.map(JSON.integer))
    members.add("tags", tags)
    return unread.isEmpty ? members : members.replaced(by: unread)
  }
}

extension Event {
  /// The members that stand before the content in a line.
  package var headMembers: [JSONMember] {
    var members = [
      JSONMember("n", .integer(position.number)),
      JSONMember("id", .text(id.text)),
      JSONMember("recorded", .text(recorded.description)),
    ]
    members.add("by", by.map(JSON.text))
    return members
  }

  /// Every member but `hash`, in the order of the line format.
  package var sealedMembers: [JSONMember] {
    var members = headMembers + content.members
    members.add("private", privateDigest.map(JSON.text))
    members.add("more", hasMore ? .boolean(true) : nil)
    members.add("salt", .text(salt))
    return members
  }
}

extension Draft {
  /// The draft as one JSON object, in the order of the line format.
  package var json: JSON {
    var members: [JSONMember] = []
    members.add("id", id.map { .text($0.text) })
    members.add("by", by.map(JSON.text))
    members += content.members
    members.add("private", confidential)
    return .object(members)
  }
}

extension Actor {
  package var json: JSON {
    .object([JSONMember("actor", .text(actor.text)), JSONMember("role", .text(role))])
  }
}

extension Citation {
  package var json: JSON {
    var members = [JSONMember("source", .text(source.text))]
    members.add("at", at.map(JSON.text))
    members.add("via", via.map { .text($0.text) })
    members.add("quote", quote.map(JSON.text))
    members.add("lang", lang.map(JSON.text))
    return .object(members)
  }
}

extension [JSONMember] {
  /// These members, each that could be read only in part as it was written, then the unknown ones.
  fileprivate func replaced(by unread: [JSONMember]) -> [JSONMember] {
    let known = Set(ContentReader.contentNames)
    var members = filter { unread[named: $0.name] == nil }
    for member in unread where known.contains(member.name) {
      let place = ContentReader.contentNames.firstIndex(of: member.name) ?? 0
      let after = ContentReader.contentNames[..<place]
      let index = members.lastIndex { after.contains($0.name) }.map { $0 + 1 } ?? 0
      members.insert(member, at: index)
    }
    return members + unread.filter { !known.contains($0.name) }
  }

  /// Appends a member, if it has a value.
  package mutating func add(_ name: String, _ value: JSON?) {
    if let value { append(JSONMember(name, value)) }
  }

  /// Appends a list of texts, if it is not empty.
  package mutating func add(_ name: String, _ texts: [String]) {
    if !texts.isEmpty { append(JSONMember(name, .texts(texts))) }
  }
}
