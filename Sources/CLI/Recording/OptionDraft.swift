import Events

/// Makes a draft of the options of `append`, and collects everything that is wrong with them.
struct OptionDraft {
  private let options: KindOptions
  private let values: TerseValue
  private var members: [JSONMember]
  private var details: [JSONMember] = []
  private var faults: [String] = []

  /// The draft; every fault of the options and of what they make is told at once.
  static func draft(
    _ arguments: AppendArguments,
    of kind: String,
    by recorder: String?,
    resolving: any NameResolving
  ) throws -> SourcedDraft {
    var draft = OptionDraft(kind, resolving)
    for given in arguments.given { try draft.take(given) }
    return try draft.finished(by: recorder)
  }

  /// What is wrong with one value alone, whatever else the draft lacks.
  static func faults(
    of value: String,
    _ option: AppendOption,
    _ options: KindOptions,
    resolving: any NameResolving
  ) throws -> [String] {
    var draft = OptionDraft(options.kind, resolving)
    try draft.take(AppendArguments.Given(option: option, value: value))
    if !draft.faults.isEmpty { return draft.faults }
    do {
      _ = try DraftReader().draft(.object(draft.allMembers(by: nil)))
      return []
    } catch {
      guard case .faults(let faults) = error else { return [error.description] }
      let own = faults.filter { options.option(at: $0.path) == option && !$0.reason.isAbsence }
      return own.map(OptionNames(options).message)
    }
  }

  /// What the options give, as the members of a draft and the fields of its details, unchecked: the
  /// parts of a correction.
  static func parts(
    _ arguments: AppendArguments,
    of kind: String,
    resolving: any NameResolving
  ) throws -> (members: [JSONMember], details: [JSONMember]) {
    var draft = OptionDraft(kind, resolving)
    for given in arguments.given { try draft.take(given) }
    if !draft.faults.isEmpty { throw Recording.refusal(draft.faults) }
    return (draft.members.filter { $0.name != "kind" }, draft.details)
  }

  private init(_ kind: String, _ resolving: any NameResolving) {
    options = KindOptions(kind)
    values = TerseValue(resolving: resolving)
    members = [JSONMember("kind", .text(kind))]
  }

  private mutating func take(_ given: AppendArguments.Given) throws {
    do {
      try set(given.option, given.value)
    } catch let fault as TerseValue.Fault {
      faults.append("\(given.option.spelling): \(fault.message)")
    } catch let failure as Failure {
      throw Failure(failure.status, "\(given.option.spelling): \(failure.message)")
    }
  }

  private mutating func set(_ option: AppendOption, _ text: String) throws {
    switch option.target {
    case .field(let field): try set(field, text)
    case .anything: try set(values.setting(text))
    case .confidentialFile:
      try add(option, values.object(DraftFile.text(text), isConfidential: true))
    case .confidential: try add(option, values.object(text, isConfidential: true))
    case .order: try add(option, order(text))
    case .actor: append(try values.actor(text), to: option)
    case .source: append(try values.citation(text), to: option)
    case .person: append(.text(try values.resolving.entity(text, [.person])), to: option)
    case .place: try add(option, .text(values.resolving.entity(text, [.place])))
    case .after, .becauseOf: append(.text(try values.resolving.event(text).text), to: option)
    case .accountOf: try add(option, .text(values.resolving.event(text).text))
    case .tag: append(.text(text), to: option)
    case .date, .title, .text, .certainty, .eventID, .by: try add(option, .text(text))
    }
  }

  private func order(_ text: String) throws -> JSON {
    guard let number = Int(text) else {
      throw TerseValue.Fault(message: "\"\(text)\" is no whole number")
    }
    return .integer(number)
  }

  private mutating func set(_ field: Field, _ text: String) throws {
    let items = try values.items(text, as: field.type)
    switch field.type {
    case .texts, .list, .tuple: details.append(items, to: field.name)
    case .mergePatch:
      for member in items.flatMap({ $0.members ?? [] }) {
        details.setMember(member, of: field.name)
      }
    default: try OptionDraft.addOnce(JSONMember(field.name, items[0]), to: &details)
    }
  }

  /// Sets a field of the kind, or a member of the event.
  private mutating func set(_ member: JSONMember) throws {
    let isMember =
      options.fields.allSatisfy { $0.field?.name.hasSameBytes(as: member.name) != true }
      && OptionDraft.memberNames.contains { $0.hasSameBytes(as: member.name) }
    if isMember {
      try OptionDraft.addOnce(member, to: &members)
    } else {
      try OptionDraft.addOnce(member, to: &details)
    }
  }

  /// The members that `--set` gives; the kind stands apart, and details are set one by one.
  private static let memberNames =
    DraftReader.envelopeNames
    + ContentReader.contentNames.filter { $0 != "kind" && $0 != "details" }

  private mutating func add(_ option: AppendOption, _ value: JSON) throws {
    guard let name = option.target.member else { return }
    try OptionDraft.addOnce(JSONMember(name, value), to: &members)
  }

  private mutating func append(_ item: JSON, to option: AppendOption) {
    guard let name = option.target.member else { return }
    members.append([item], to: name)
  }

  private static func addOnce(_ member: JSONMember, to members: inout [JSONMember]) throws {
    guard members[named: member.name] == nil else {
      throw TerseValue.Fault(message: "\(member.name) is given twice")
    }
    members.append(member)
  }

  /// The members of the draft, those of the details in the order of the vocabulary.
  private func allMembers(by recorder: String?) -> [JSONMember] {
    var members = members
    if members[named: "by"] == nil { members.add("by", recorder.map(JSON.text)) }
    if !details.isEmpty {
      let order = options.fields.compactMap { $0.field?.name }
      let known = order.compactMap { name in details.first { $0.name.hasSameBytes(as: name) } }
      let unknown = details.filter { member in
        !order.contains { $0.hasSameBytes(as: member.name) }
      }
      members.append(JSONMember("details", .object(known + unknown)))
    }
    return members
  }

  private func finished(by recorder: String?) throws -> SourcedDraft {
    var faults = faults
    do {
      let draft = try DraftReader().draft(.object(allMembers(by: recorder)))
      if faults.isEmpty { return SourcedDraft(draft: draft, origin: .options(options)) }
    } catch {
      // What could not be read is not missing as well.
      let given = Set(faults.map { $0.prefix { $0 != ":" } })
      faults += OptionNames(options).messages(of: error).filter {
        !given.contains($0.prefix { $0 != ":" })
      }
    }
    throw Recording.refusal(faults)
  }
}

extension DraftFault.Reason {
  /// Whether something is not there that may still come.
  fileprivate var isAbsence: Bool {
    if case .missing = self { true } else { false }
  }
}

extension [JSONMember] {
  /// Adds `items` to the list called `name`.
  fileprivate mutating func append(_ items: [JSON], to name: String) {
    if let index = firstIndex(where: { $0.name.hasSameBytes(as: name) }) {
      self[index].value = .array((self[index].value.array ?? []) + items)
    } else {
      append(JSONMember(name, .array(items)))
    }
  }

  /// Sets a member of the object called `name`.
  fileprivate mutating func setMember(_ member: JSONMember, of name: String) {
    if let index = firstIndex(where: { $0.name.hasSameBytes(as: name) }) {
      var members = self[index].value.members ?? []
      members.removeAll { $0.name.hasSameBytes(as: member.name) }
      self[index].value = .object(members + [member])
    } else {
      append(JSONMember(name, .object([member])))
    }
  }
}
