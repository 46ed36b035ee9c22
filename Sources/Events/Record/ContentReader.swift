/// Reads the members of a draft or a line into their types, and collects every fault.
///
/// What it cannot read it keeps in `Content.unread`: a newer program's line must survive an older one.
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
    for member in members { read(member) }
    if content.kind.isEmpty { faults.append(DraftFault("kind", .missing(hint: nil))) }
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
    case "kind": content.kind = text(member) ?? ""
    case "date": content.date = date(member)
    case "persons": content.persons = entities(member)
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
      let known = ContentReader.contentNames + envelopeNames
      faults.append(
        DraftFault(member.name, .unknownMember(nearest: Spelling.nearest(to: member.name, in: known))))
    }
    if faults.count > faultsBefore { content.unread.append(member) }
  }

  private mutating func fault(_ path: String, _ reason: DraftFault.Reason) {
    faults.append(DraftFault(path, reason))
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
      fault(member.name, .rule("the years of an event are 0000 to 9999"))
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
      .notAChoice(text, allowed: allowed, nearest: Spelling.nearest(to: text, in: allowed)))
    return nil
  }

  private mutating func entity(_ text: String, _ path: String) -> EntityID? {
    if let id = EntityID(text) { return id }
    fault(path, .badEntityID(text))
    return nil
  }

  private mutating func event(_ text: String, _ path: String) -> EventID? {
    if let id = EventID(text) { return id }
    fault(path, .badEventID(text))
    return nil
  }

  private mutating func texts(_ member: JSONMember) -> [String] {
    guard let values = member.value.array else {
      fault(member.name, .wrongType(expected: "a list of texts"))
      return []
    }
    var texts: [String] = []
    for (index, value) in values.enumerated() {
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

  private mutating func details(_ member: JSONMember) -> Details {
    if let members = member.value.members { return Details(members) }
    fault(member.name, .wrongType(expected: "an object"))
    return Details()
  }

  private mutating func objects(_ member: JSONMember, names: [String]) -> [(String, JSON)] {
    guard let values = member.value.array else {
      fault(member.name, .wrongType(expected: "a list of objects"))
      return []
    }
    var objects: [(String, JSON)] = []
    for (index, value) in values.enumerated() {
      let path = "\(member.name)[\(index)]"
      guard let members = value.members else {
        fault(path, .wrongType(expected: "an object of \(names.joined(separator: ", "))"))
        continue
      }
      for extra in members where !names.contains(extra.name) {
        let nearest = Spelling.nearest(to: extra.name, in: names)
        fault("\(path).\(extra.name)", .unknownMember(nearest: nearest))
      }
      for entry in members where names.contains(entry.name) && entry.value.text == nil {
        fault("\(path).\(entry.name)", .wrongType(expected: "text"))
      }
      objects.append((path, value))
    }
    return objects
  }

  private mutating func actors(_ member: JSONMember) -> [Actor] {
    var actors: [Actor] = []
    for (path, object) in objects(member, names: ["actor", "role"]) {
      guard let text = object["actor"]?.text, let role = object["role"]?.text else {
        fault(path, .wrongType(expected: "{actor, role}"))
        continue
      }
      if let id = entity(text, "\(path).actor") { actors.append(Actor(actor: id, role: role)) }
    }
    return actors
  }

  private mutating func citations(_ member: JSONMember) -> [Citation] {
    var citations: [Citation] = []
    for (path, object) in objects(member, names: ["source", "at", "via", "quote", "lang"]) {
      guard let text = object["source"]?.text else {
        fault("\(path).source", .missing(hint: "it names a registered source"))
        continue
      }
      guard let source = entity(text, "\(path).source") else { continue }
      citations.append(
        Citation(
          source: source, at: object["at"]?.text,
          via: object["via"]?.text.flatMap { entity($0, "\(path).via") },
          quote: object["quote"]?.text, lang: object["lang"]?.text))
    }
    return citations
  }
}
