/// Holds one event's content against the vocabulary.
struct ContentCheck {
  private(set) var faults: [DraftFault] = []
  private let content: Content
  private let vocabulary: Vocabulary

  init(_ content: Content, _ vocabulary: Vocabulary) {
    self.content = content
    self.vocabulary = vocabulary
    checkMembers()
    if let kind = vocabulary[content.kind] {
      check(kind)
    } else if Vocabulary.isOwn(content.kind) {
      checkOwnKind()
    } else if !content.kind.isEmpty {
      let nearest = vocabulary.nearest(to: content.kind)
      faults.append(DraftFault("kind", .unknownKind(content.kind, nearest: nearest)))
    }
  }

  /// A fault of reading, told better where the vocabulary knows where the member belongs.
  func located(_ fault: DraftFault) -> DraftFault {
    guard case .unknownMember = fault.reason,
      vocabulary[content.kind]?.field(fault.path) != nil
    else { return fault }
    return DraftFault(fault.path, .belongsInDetails)
  }

  private mutating func fault(_ path: @autoclosure () -> String, _ reason: DraftFault.Reason) {
    faults.append(DraftFault(path(), reason))
  }

  /// Whether a member is absent, rather than present and unreadable.
  private func lacks(_ name: String) -> Bool { content.unread[named: name] == nil }

  private mutating func checkMembers() {
    if let title = content.title { check(title: title) }
    for (index, actor) in content.actors.enumerated() {
      if Role(rawValue: actor.role) != nil || actor.role == FieldType.unspecified { continue }
      let allowed = Role.words + [FieldType.unspecified]
      let nearest = Spelling.nearest(to: actor.role, in: allowed)
      fault("actors[\(index)].role", .notAChoice(actor.role, allowed: allowed, nearest: nearest))
    }
    if content.persons.count > 1 {
      for (index, person) in content.persons.enumerated()
      where content.persons[..<index].contains(person) {
        fault("persons[\(index)]", .repeated(person.text))
      }
    }
  }

  private mutating func check(title: String) {
    if title.allSatisfy(\.isWhitespace) {
      fault("title", .empty)
    } else if title.contains(where: \.isNewline) {
      fault("title", .notOneLine)
    }
  }

  private mutating func check(_ kind: Kind) {
    if kind.isDated {
      checkDated()
    } else {
      if content.date != nil || !lacks("date") { fault("date", .notDated(kind: kind.name)) }
      if content.accountOf != nil { fault("account_of", .notAnAccount(kind: kind.name)) }
    }
    if kind.needsPerson, content.persons.isEmpty, lacks("persons") {
      fault("persons", .missing(hint: "\(kind.name) names at least one person"))
    }
    var check = FieldCheck()
    if lacks("details") {
      check.check(content.details.members, as: kind.fields, of: kind.name, "details")
    }
    faults += check.faults
    for alternative in kind.oneOf { self.check(alternative) }
    if kind.name == "identity" { checkIdentity() }
    if kind.name == "correction" { checkCorrection() }
    if let sort = kind.registers { checkRegistration(of: sort) }
  }

  private mutating func checkDated() {
    if content.date == nil, lacks("date") {
      fault("date", .missing(hint: "when it happened, in EDTF, such as 2016-05-17 or 2016-05~"))
    }
    if content.title == nil, lacks("title") {
      fault("title", .missing(hint: "the event in one line, in your own words"))
    }
  }

  private mutating func checkOwnKind() {
    checkDated()
    let name = content.kind.utf8.dropFirst(Vocabulary.ownPrefix.utf8.count)
    let isName =
      (1...62).contains(name.count)
      && name.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          || $0 == UInt8(ascii: "-")
      }
    if !isName { fault("kind", .badOwnKind(content.kind)) }
  }

  private mutating func check(_ alternative: Kind.Alternative) {
    let given = alternative.fields.filter { name in
      content.details[name].map { !FieldCheck.isEmpty($0) } ?? false
    }
    if given.count == 1 || (given.count > 1 && !alternative.isExclusive) { return }
    let names = alternative.fields
    fault("details", .oneNeeded(names, isExclusive: alternative.isExclusive))
  }

  private mutating func checkIdentity() {
    let details = content.details
    var ids = Set(details.entities("ids"))
    if details.choice("stage") != "split", let into = details.entity("into") { ids.insert(into) }
    if ids.count < 2, details.texts("ids").count > 0 { fault("details.ids", .tooFewIDs) }
  }

  /// A patch speaks of content only: identity stays, and what seals a line is not content.
  private mutating func checkCorrection() {
    for member in content.details["set"]?.members ?? [] {
      if let reason = DraftFault.Reason.ofPatching(member.name) {
        fault("details.set.\(member.name)", reason)
      }
    }
  }

  private mutating func checkRegistration(of sort: EntitySort) {
    guard sort != .place, let id = content.details.entity("id"), id.isHierarchical else { return }
    fault("details.id", .slashOutsidePlace(id.text))
  }
}

extension DraftFault.Reason {
  /// Why a correction cannot touch the member called `name`; nil if it can.
  static func ofPatching(_ name: String) -> DraftFault.Reason? {
    if name == "private" {
      return .notCorrected(hint: "a new confidential part is the correction's own private")
    }
    if name == "id" || name == "by" || DraftReader.sealedNames.contains(name) {
      return .notCorrected(hint: "a correction changes content, not the identity of an event")
    }
    return nil
  }
}
