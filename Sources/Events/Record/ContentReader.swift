/// Reads the members of a draft or a line into their types, and collects every fault.
///
/// What it cannot read it keeps in `Content.unread`: a newer program's line must survive an older
/// one.
package struct ContentReader {
  package private(set) var faults: [DraftFault] = []
  package private(set) var content: Content
  /// Members of the envelope (`id`, `by`, `private`, `n` …), which are not content.
  package private(set) var envelope: [JSONMember] = []
  private let envelopeNames: Set<String>

  /// Reads `members`; those in `envelopeNames` are left to the caller.
  package init(_ members: [JSONMember], envelope envelopeNames: Set<String>) {
    content = Content(kind: "")
    self.envelopeNames = envelopeNames
    var hasKind = false
    for member in members {
      if member.name == "kind" { hasKind = true }
      read(member)
    }
    if !hasKind {
      faults.append(DraftFault("kind", .missing(hint: "it says what sort of event this is")))
    }
  }

  /// The content's members in the order of the line format.
  package static let contentNames = [
    "kind", "date", "persons", "actors", "place", "title", "text", "details", "sources",
    "certainty", "account_of", "after", "because_of", "order", "tags",
  ]

  private mutating func read(_ member: JSONMember) {
    if envelopeNames.contains(member.name) { return envelope.append(member) }
    let faultsBefore = faults.count
    switch member.name {
    case "kind": content.kind = kind(member)
    case "date": content.date = date(member)
    case "persons": content.persons = EntityList(entities(member))
    case "actors": content.actors = actors(member)
    case "place": content.place = text(member).flatMap { entity($0, member.name) }
    case "title": content.title = text(member)
    case "text": content.text = text(member)
    case "details": content.details = details(member)
    case "sources": content.sources = citations(member)
    case "certainty": content.statedCertainty = certainty(member)
    case "account_of": content.accountOf = text(member).flatMap { event($0, member.name) }
    case "after": content.after = events(member)
    case "because_of": content.becauseOf = events(member)
    case "order": content.order = order(member)
    case "tags": content.tags = texts(member)
    default:
      let known = ContentReader.contentNames + envelopeNames.sorted()
      fault(member.name, .unknownMember(nearest: Spelling.nearest(to: member.name, in: known)))
    }
    if faults.count > faultsBefore { content.unread.append(member) }
  }

  // Paths are built only for faults: this runs once for every member of every line.
  private mutating func fault(_ path: @autoclosure () -> String, _ reason: DraftFault.Reason) {
    faults.append(DraftFault(path(), reason))
  }

  private mutating func kind(_ member: JSONMember) -> String {
    guard let kind = text(member) else { return "" }
    if kind.isEmpty { fault("kind", .empty) }
    return kind
  }

  private mutating func text(_ member: JSONMember) -> String? {
    if let text = member.value.text { return text }
    fault(member.name, .wrongType(expected: "text"))
    return nil
  }

  private mutating func date(_ member: JSONMember) -> EDTF? {
    guard let text = text(member) else { return nil }
    do {
      let date = try EDTF(parsing: text)
      if date.isWithinLogYears { return date }
      fault(member.name, .yearOutOfRange)
    } catch {
      fault(member.name, .badDate(error))
    }
    return nil
  }

  private mutating func order(_ member: JSONMember) -> Int? {
    if let order = member.value.integer { return order }
    fault(member.name, .wrongType(expected: "a whole number"))
    return nil
  }

  private mutating func certainty(_ member: JSONMember) -> Certainty? {
    guard let text = text(member) else { return nil }
    if let certainty = Certainty(rawValue: text) { return certainty }
    let allowed = Certainty.allCases.map(\.rawValue)
    fault(
      member.name,
      .notAChoice(text, allowed: allowed, nearest: Spelling.nearest(to: text, in: allowed))
    )
    return nil
  }

  private mutating func entity(_ text: String, _ path: @autoclosure () -> String) -> EntityID? {
    if let id = EntityID(text) { return id }
    fault(path(), .badEntityID(text))
    return nil
  }

  private mutating func event(_ text: String, _ path: @autoclosure () -> String) -> EventID? {
    if let id = EventID(text) { return id }
    fault(path(), .badEventID(text))
    return nil
  }

  private mutating func details(_ member: JSONMember) -> Details {
    if let members = member.value.members { return Details(members) }
    fault(member.name, .wrongType(expected: "an object"))
    return Details()
  }
}

// MARK: Lists

extension ContentReader {
  private mutating func values(_ member: JSONMember, of noun: String) -> [JSON] {
    if let values = member.value.array { return values }
    fault(member.name, .wrongType(expected: "a list of \(noun)"))
    return []
  }

  private mutating func texts(_ member: JSONMember) -> [String] {
    var texts: [String] = []
    for (index, value) in values(member, of: "texts").enumerated() {
      if let text = value.text {
        texts.append(text)
      } else {
        fault("\(member.name)[\(index)]", .wrongType(expected: "text"))
      }
    }
    return texts
  }

  private mutating func entities(_ member: JSONMember) -> [EntityID] {
    var ids: [EntityID] = []
    for (index, text) in texts(member).enumerated() {
      if let id = entity(text, "\(member.name)[\(index)]") { ids.append(id) }
    }
    return ids
  }

  private mutating func events(_ member: JSONMember) -> [EventID] {
    var ids: [EventID] = []
    for (index, text) in texts(member).enumerated() {
      if let id = event(text, "\(member.name)[\(index)]") { ids.append(id) }
    }
    return ids
  }

  private static let actorNames = ["actor", "role"]
  private static let citationNames = ["source", "at", "via", "quote", "lang"]

  private mutating func actors(_ member: JSONMember) -> [Actor] {
    var actors: [Actor] = []
    for (index, value) in values(member, of: "objects").enumerated() {
      func path() -> String { "\(member.name)[\(index)]" }
      guard let object = object(value, ContentReader.actorNames, path()) else { continue }
      let name = required("actor", of: object, "it is a registered person or organisation", path())
      let role = required("role", of: object, "it says what the actor did", path())
      guard let name, let id = entity(name, "\(path()).actor"), let role else { continue }
      actors.append(Actor(actor: id, role: role))
    }
    return actors
  }

  private mutating func citations(_ member: JSONMember) -> [Citation] {
    var citations: [Citation] = []
    for (index, value) in values(member, of: "objects").enumerated() {
      func path() -> String { "\(member.name)[\(index)]" }
      guard let object = object(value, ContentReader.citationNames, path()) else { continue }
      let name = required("source", of: object, "it is a registered source", path())
      guard let name, let source = entity(name, "\(path()).source") else { continue }
      let via = object[named: "via"]?.text
      citations.append(
        Citation(
          source: source,
          at: object[named: "at"]?.text,
          via: via.flatMap { entity($0, "\(path()).via") },
          quote: object[named: "quote"]?.text,
          lang: object[named: "lang"]?.text
        )
      )
    }
    return citations
  }

  /// The members of an object of texts, all of which must bear one of `names`.
  private mutating func object(
    _ value: JSON,
    _ names: [String],
    _ path: @autoclosure () -> String
  ) -> [JSONMember]? {
    guard let members = value.members else {
      fault(path(), .wrongType(expected: "an object of \(names.joined(separator: ", "))"))
      return nil
    }
    for member in members {
      if !names.contains(member.name) {
        let nearest = Spelling.nearest(to: member.name, in: names)
        fault("\(path()).\(member.name)", .unknownMember(nearest: nearest))
      } else if member.value.text == nil {
        fault("\(path()).\(member.name)", .wrongType(expected: "text"))
      }
    }
    return members
  }

  /// The text of a member without which its object says nothing.
  private mutating func required(
    _ name: String,
    of members: [JSONMember],
    _ hint: String,
    _ path: @autoclosure () -> String
  ) -> String? {
    guard let value = members[named: name] else {
      fault("\(path()).\(name)", .missing(hint: hint))
      return nil
    }
    return value.text
  }
}
