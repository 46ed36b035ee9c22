import Events
import Projections
import Snapshot

/// What a shell offers to complete, asked for while somebody types.
///
/// A log that cannot be read offers nothing: the command itself will say why.
enum Completions {
  @Sendable static func persons(_ words: [String], _: Int, _: String) -> [String] {
    ids(of: .person, words)
  }

  @Sendable static func places(_ words: [String], _: Int, _: String) -> [String] {
    ids(of: .place, words)
  }

  @Sendable static func sources(_ words: [String], _: Int, _: String) -> [String] {
    ids(of: .source, words)
  }

  @Sendable static func cases(_ words: [String], _: Int, _: String) -> [String] {
    ids(of: .caseFile, words)
  }

  @Sendable static func kinds(_: [String], _: Int, _: String) -> [String] {
    Vocabulary.standard.kinds.map(\.name)
  }

  /// What can follow in a line that begins with `append`: kinds, then options and their values.
  @Sendable static func append(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let known = Vocabulary.standard.kinds.map(\.name)
    let before = words.prefix(max(0, index))
    guard let kind = before.first(where: known.contains) else {
      return prefix.hasPrefix("-") ? AppendArguments.runOptions.map { "--" + $0 } : known
    }
    let options = KindOptions(kind)
    if let last = before.last, last.hasPrefix("--"), !prefix.hasPrefix("-"),
      let option = options[String(last.dropFirst(2))], option.arity != .switchable
    {
      return values(of: option, words)
    }
    let taken = options.all.map(\.names[0])
    let others = AppendArguments.runOptions.filter { !taken.contains($0) }
    return (taken + others).map { "--" + $0 }
  }

  private static func values(of option: AppendOption, _ words: [String]) -> [String] {
    switch option.target {
    case .person: ids(of: .person, words)
    case .place: ids(of: .place, words)
    case .source: ids(of: .source, words)
    case .certainty: Certainty.allCases.map(\.rawValue)
    case .field(let field): values(of: field.type, words)
    default: []
    }
  }

  private static func values(of type: FieldType, _ words: [String]) -> [String] {
    switch type {
    case .choice(let choices): choices + [FieldType.unspecified]
    case .entity(let sorts): sorts.flatMap { ids(of: $0, words) }
    case .organisationOrText: ids(of: .organisation, words)
    case .list(let item), .tuple(let item, _): values(of: item, words)
    default: []
    }
  }

  /// The ids that are registered in the log that the words mean.
  private static func ids(of sort: EntitySort, _ words: [String]) -> [String] {
    func value(of option: String) -> String? {
      if let attached = words.last(where: { $0.hasPrefix(option + "=") }) {
        return String(attached.dropFirst(option.count + 1))
      }
      guard let index = words.lastIndex(of: option), index + 1 < words.count else { return nil }
      return words[index + 1]
    }
    do {
      let place = try LogPlace(
        log: value(of: "--log"),
        snapshot: value(of: "--snapshot"),
        .current
      )
      return try Views.open(place).registry().all(sort).map(\.id.text)
    } catch {
      return []
    }
  }
}
