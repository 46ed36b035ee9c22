import Events
import Projections

/// Something to choose, under the word that is recorded.
struct Choice: Hashable {
  let word: String
  let meaning: String
}

extension Conversation {
  private static let choicesMax = 60

  /// The word of one of `choices`; nil for Enter, where that is allowed.
  ///
  /// Chosen by number, by word or by the part of one that fits no other. Anything else that fits
  /// several narrows what is listed.
  func pick(
    _ prompt: String,
    from choices: [Choice],
    isOptional: Bool,
    listsFirst: Bool = true
  ) throws(Failure) -> String? {
    var listed = listsFirst ? choices : []
    while true {
      list(listed)
      let answer = try ask(prompt)
      if answer.isEmpty {
        if isOptional { return nil }
        listed = choices
        continue
      }
      if let number = Int(answer), listed.indices.contains(number - 1) {
        return listed[number - 1].word
      }
      if let exact = choices.first(where: { $0.word.hasSameBytes(as: answer) }) {
        return exact.word
      }
      let fitting = Conversation.fitting(answer, in: choices)
      if fitting.count == 1 {
        say("  = \(fitting[0].word)")
        return fitting[0].word
      }
      if fitting.isEmpty {
        let nearest = Spelling.nearest(to: answer, in: choices.map(\.word))
        say("  Nothing fits \"\(answer)\"" + (nearest.map { "; did you mean \($0)?" } ?? "."))
        listed = choices
      } else {
        listed = fitting
      }
    }
  }

  private func list(_ choices: [Choice]) {
    for (index, choice) in choices.prefix(Conversation.choicesMax).enumerated() {
      let meaning = choice.meaning.isEmpty ? "" : "  \(choice.meaning)"
      say("  \(Shown.padded("\(index + 1)", to: 3)) \(Shown.padded(choice.word, to: 24))\(meaning)")
    }
    if choices.count > Conversation.choicesMax {
      say("  … and \(choices.count - Conversation.choicesMax) more; type part of a name.")
    }
  }

  private static func fitting(_ text: String, in choices: [Choice]) -> [Choice] {
    let wanted = SearchFolding.tokens(text)
    let starting = choices.filter { $0.word.lowercased().hasPrefix(text.lowercased()) }
    if starting.count == 1 { return starting }
    return choices.filter { choice in
      let tokens = SearchFolding.tokens(choice.word + " " + choice.meaning)
      return choice.word.lowercased().contains(text.lowercased())
        || (!wanted.isEmpty && wanted.allSatisfy { part in tokens.contains { $0.hasPrefix(part) } })
    }
  }
}

/// Chooses among what is registered, by part of a name in any script.
struct RegisteredPicker {
  let known: Record
  /// Ids that will be registered with the same batch.
  let registering: Set<String>
  let conversation: Conversation
  private static let listedMax = 20

  /// What was typed and is not registered.
  enum Answer {
    case nothing
    case one(EntityID)
    /// Nobody bears this name, and whoever was asked would register it.
    case new(String, EntitySort)
  }

  /// Asks until something registered is chosen; Enter is nothing, where that is allowed.
  func pick(
    _ prompt: String,
    _ sorts: [EntitySort],
    isOptional: Bool
  ) throws(Failure) -> Answer {
    var listed: [EntityID] = []
    while true {
      let answer = try conversation.ask(prompt)
      if answer.isEmpty {
        if isOptional { return .nothing }
        listed = all(sorts)
        list(listed, sorts)
        continue
      }
      if let number = Int(answer), listed.indices.contains(number - 1) {
        return chosen(listed[number - 1])
      }
      if registering.contains(answer), let id = EntityID(answer) { return .one(id) }
      switch found(answer, sorts) {
      case .one(let id): return chosen(id)
      case .several(let ids):
        listed = ids
        list(listed, sorts)
      case .none(let nearest):
        listed = nearest
        conversation.say("  No \(sorts.words) is called \"\(answer)\".")
        if !nearest.isEmpty { list(nearest, sorts) }
        for sort in sorts where try registers(answer, sort) { return .new(answer, sort) }
      }
    }
  }

  private func registers(_ name: String, _ sort: EntitySort) throws(Failure) -> Bool {
    try conversation.agrees("  Register \"\(name)\" as a new \(sort.rawValue)?")
  }

  private func chosen(_ id: EntityID) -> Answer {
    conversation.say("  = \(id) (\(known.displayName(of: id)))")
    return .one(id)
  }

  private func all(_ sorts: [EntitySort]) -> [EntityID] {
    sorts.flatMap { known.registry.all($0) }.map(\.id).filter { !known.registry.isMerged($0) }
  }

  /// Whoever bears the name, else whoever bears a name or an id that begins like it.
  private func found(_ text: String, _ sorts: [EntitySort]) -> NameMatch {
    if let id = EntityID(text), known.sort(of: id).map(sorts.contains) == true { return .one(id) }
    let match = known.matches(text, sorts)
    guard case .none = match else { return match }
    let wanted = SearchFolding.tokens(text)
    guard !wanted.isEmpty else { return match }
    let fitting = all(sorts).filter { id in
      let names = known.registry[id]?.names.map(\.text) ?? []
      let tokens = SearchFolding.tokens(([id.text] + names).joined(separator: " "))
      return wanted.allSatisfy { part in tokens.contains { $0.hasPrefix(part) } }
    }
    if fitting.count == 1 { return .one(fitting[0]) }
    return fitting.isEmpty ? match : .several(fitting)
  }

  private func list(_ ids: [EntityID], _ sorts: [EntitySort]) {
    if ids.isEmpty { conversation.say("  No \(sorts.words) is registered yet; type a name.") }
    for (index, id) in ids.prefix(RegisteredPicker.listedMax).enumerated() {
      let number = Shown.padded("\(index + 1)", to: 3)
      conversation.say("  \(number) \(Shown.padded(id.text, to: 28)) \(known.displayName(of: id))")
    }
    if ids.count > RegisteredPicker.listedMax {
      conversation.say(
        "  … and \(ids.count - RegisteredPicker.listedMax) more; type part of a name."
      )
    }
  }
}
