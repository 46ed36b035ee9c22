import Events
import Projections

/// Asks for what an append lacks, one thing after the other.
///
/// It holds no lock and writes nothing: what was answered is recorded as if it had been typed.
struct Interview {
  private let known: Record
  private let conversation: Conversation
  private var arguments: AppendArguments
  /// What was registered on the way, to be recorded before the event.
  private(set) var registrations: [AppendArguments] = []

  init(_ arguments: AppendArguments, known: Record, conversation: Conversation) {
    self.arguments = arguments
    self.known = known
    self.conversation = conversation
  }

  /// Whether something that must be given is not.
  static func isNeeded(for arguments: AppendArguments) -> Bool {
    guard let name = arguments.kind else { return true }
    // `--set` may give anything.
    if arguments.given.contains(where: { $0.option.target == .anything }) { return false }
    let kind = Vocabulary.standard[name]
    let options = KindOptions(name)
    return options.all.contains { $0.isRequired(in: kind) && !arguments.gives($0) }
      || (kind?.oneOf ?? []).contains { alternative in
        !alternative.fields.contains { name in
          options.option(at: "details.\(name)").map(arguments.gives) ?? false
        }
      }
  }

  /// The arguments with what was answered.
  mutating func run() throws -> AppendArguments {
    conversation.say(
      "Enter skips what is not marked *. Ctrl-C stops; until the end nothing is written."
    )
    if arguments.kind == nil { try askKind() }
    guard let name = arguments.kind else { throw Conversation.ended }
    let kind = Vocabulary.standard[name]
    let options = KindOptions(name)
    if let kind { conversation.say("\(name): \(kind.meaning)") }
    for option in Interview.order(options, kind) where !arguments.gives(option) {
      guard !isSettled(option, by: kind, options) else { continue }
      try ask(option, of: options, isRequired: option.isRequired(in: kind))
    }
    for alternative in kind?.oneOf ?? [] { try ask(alternative, of: options) }
    return arguments
  }

  /// Whether `option` must not be given, because another one of which it is exclusive was.
  private func isSettled(_ option: AppendOption, by kind: Kind?, _ options: KindOptions) -> Bool {
    (kind?.oneOf ?? []).contains { alternative in
      alternative.isExclusive
        && alternative.fields.contains { $0 == option.field?.name }
        && isGiven(alternative, options)
    }
  }

  private func isGiven(_ alternative: Kind.Alternative, _ options: KindOptions) -> Bool {
    alternative.fields.contains { name in
      options.option(at: "details.\(name)").map(arguments.gives) ?? false
    }
  }

  /// Asks again for what was skipped, of which something must be given.
  private mutating func ask(_ alternative: Kind.Alternative, of options: KindOptions) throws {
    while !isGiven(alternative, options) {
      conversation.say("One of \(alternative.fields.joined(separator: ", ")) must be given.")
      for name in alternative.fields where !isGiven(alternative, options) {
        guard let option = options.option(at: "details.\(name)") else { continue }
        try ask(option, of: options, isRequired: false)
      }
    }
  }

  private mutating func askKind() throws {
    let kinds = Vocabulary.standard.kinds.map { Choice(word: $0.name, meaning: $0.meaning) }
    conversation.say("What happened? Type part of a kind or of its meaning; Enter lists all.")
    let kind = try conversation.pick("Kind *: ", from: kinds, isOptional: false, listsFirst: false)
    if let kind { try arguments.choose(kind: kind) }
  }

  /// What is asked, in the order in which people tell it.
  private static func order(_ options: KindOptions, _ kind: Kind?) -> [AppendOption] {
    func members(_ targets: [AppendOption.Target]) -> [AppendOption] {
      targets.compactMap { target in options.members.first { $0.target == target } }
    }
    guard kind?.isDated ?? true else {
      return options.fields + members([.source])
    }
    return members([.date, .person]) + options.fields + members([.place, .title, .source, .text])
  }

  // MARK: One option

  private mutating func ask(
    _ option: AppendOption,
    of options: KindOptions,
    isRequired: Bool
  ) throws {
    if option.arity == .repeatable, case .tuple(_, let count) = option.field?.type {
      for number in 1...count {
        _ = try askOnce(option, options, "\(number) of \(count)", isRequired: isRequired)
      }
      return
    }
    var isFirst = true
    while try askOnce(option, options, nil, isRequired: isRequired && isFirst),
      option.arity == .repeatable
    {
      if isFirst { conversation.say("  Another one, or Enter.") }
      isFirst = false
    }
  }

  /// Asks until the answer can be read; false if it was skipped.
  private mutating func askOnce(
    _ option: AppendOption,
    _ options: KindOptions,
    _ count: String?,
    isRequired: Bool
  ) throws -> Bool {
    let label = option.names[0].replacing("-", with: " ") + (count.map { " (\($0))" } ?? "")
    let mark = isRequired ? " *" : ""
    if !arguments.gives(option) { conversation.say(option.meaning) }
    while true {
      guard let value = try answer(to: option, "\(label)\(mark): ", isOptional: !isRequired) else {
        return false
      }
      let faults = try faults(of: value, option, options)
      if faults.isEmpty {
        arguments.give(option, value)
        return true
      }
      for fault in faults { conversation.say("  \(fault)") }
    }
  }

  private mutating func answer(
    to option: AppendOption,
    _ prompt: String,
    isOptional: Bool
  ) throws -> String? {
    switch option.target {
    case .person: return try registered(prompt, [.person], isOptional: isOptional)
    case .place: return try registered(prompt, [.place], isOptional: isOptional)
    case .source: return try citation(prompt, isOptional: isOptional)
    case .date: return try date(prompt, isOptional: isOptional)
    case .field(let field): return try answer(to: field.type, prompt, isOptional: isOptional)
    default: return try text(prompt, isOptional: isOptional)
    }
  }

  private mutating func answer(
    to type: FieldType,
    _ prompt: String,
    isOptional: Bool
  ) throws -> String? {
    switch type {
    case .choice(let words):
      let choices = (words + [FieldType.unspecified]).map {
        Choice(word: $0, meaning: $0 == FieldType.unspecified ? "The source does not say." : "")
      }
      return try conversation.pick(prompt, from: choices, isOptional: isOptional)
    case .date: return try date(prompt, isOptional: isOptional)
    case .boolean:
      let words = [Choice(word: "yes", meaning: ""), Choice(word: "no", meaning: "")]
      return try conversation.pick(prompt, from: words, isOptional: isOptional)
        .map { $0 == "yes" ? "true" : "false" }
    case .entity(let sorts): return try registered(prompt, sorts, isOptional: isOptional)
    case .list(let item), .tuple(let item, _):
      return try answer(to: item, prompt, isOptional: isOptional)
    default:
      return try text(prompt, isOptional: isOptional)
    }
  }

  private func text(_ prompt: String, isOptional: Bool) throws -> String? {
    while true {
      let answer = try conversation.ask(prompt)
      if !answer.isEmpty { return answer }
      if isOptional { return nil }
      conversation.say("  This must be given.")
    }
  }

  /// A date, explained as soon as it is typed.
  private func date(_ prompt: String, isOptional: Bool) throws -> String? {
    while let text = try text(prompt, isOptional: isOptional) {
      do {
        let date = try EDTF(parsing: text)
        let bounds = [date.beginning.earliest, date.end.latest].map { $0?.description ?? "open" }
        conversation.say("  = \(date.words) (\(bounds.joined(separator: " to ")))")
        return text
      } catch {
        conversation.say("  \(error)")
      }
    }
    return nil
  }

  private mutating func citation(_ prompt: String, isOptional: Bool) throws -> String? {
    guard let source = try registered(prompt, [.source], isOptional: isOptional) else {
      return nil
    }
    let locator = try conversation.ask("  where in it (page, paragraph): ")
    return locator.isEmpty ? source : "\(source)@\(locator)"
  }

  /// The id of something registered, or of what is registered on the way.
  private mutating func registered(
    _ prompt: String,
    _ sorts: [EntitySort],
    isOptional: Bool
  ) throws -> String? {
    let picker = RegisteredPicker(
      known: known,
      registering: Set(registrations.compactMap(\.registeredID)),
      conversation: conversation
    )
    switch try picker.pick(prompt, sorts, isOptional: isOptional) {
    case .nothing: return nil
    case .one(let id): return id.text
    case .new(let name, let sort): return try register(name, sort)
    }
  }

  private mutating func register(_ name: String, _ sort: EntitySort) throws -> String {
    let suggestion = Slug.suggestion(for: name)
    while true {
      let answer = try conversation.ask("  its id [\(suggestion)]: ")
      let id = answer.isEmpty ? suggestion : answer
      guard let entity = EntityID(id), !entity.isHierarchical || sort == .place else {
        conversation.say("  An id is made of a-z 0-9 -.")
        continue
      }
      if known.sort(of: entity) != nil || registrations.contains(where: { $0.registeredID == id }) {
        conversation.say("  \(id) is taken.")
        continue
      }
      registrations.append(try AppendArguments(registering: id, name, as: sort))
      return id
    }
  }

  /// What is wrong with one answer.
  private func faults(
    of value: String,
    _ option: AppendOption,
    _ options: KindOptions
  ) throws -> [String] {
    if option.field?.type == .newID, let id = EntityID(value), let sort = known.sort(of: id) {
      return ["\(id) is taken, by a \(sort.rawValue)."]
    }
    let new = registrations.compactMap(\.registeredID)
    let names = NameResolution(known: known, registering: Set(new))
    return try OptionDraft.faults(of: value, option, options, resolving: names)
  }
}
