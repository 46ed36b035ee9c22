import Events

/// An option of `append`: how it is written, and which part of the draft it gives.
struct AppendOption: Hashable, Sendable {
  /// What an option gives.
  enum Target: Hashable, Sendable {
    case date, person, actor, place, title, text, source, certainty
    case accountOf, after, becauseOf, order, tag
    case eventID, by, confidential, confidentialFile
    /// Any field or member, as `NAME=JSON`.
    case anything
    case field(Field)
  }

  enum Arity: Hashable, Sendable {
    case once, repeatable
    /// `--name` or `--no-name`.
    case switchable
  }

  let target: Target
  /// Without dashes, the one that help shows first.
  let names: [String]
  let arity: Arity
  /// What stands for the value in help.
  let valueName: String
  let meaning: String

  /// As it is typed: `--counted-from`.
  var spelling: String { "--" + names[0] }

  var field: Field? {
    if case .field(let field) = target { field } else { nil }
  }

  /// Whether every event of `kind` must be given this.
  func isRequired(in kind: Kind?) -> Bool {
    switch target {
    case .date: true
    case .title: kind?.isDated ?? true
    case .person: kind?.needsPerson ?? false
    case .field(let field): field.isRequired
    default: false
    }
  }
}

extension AppendOption {
  /// The option of a field; a list also goes by the name of one item.
  init(_ field: Field) {
    target = .field(field)
    let name = field.name.replacing("_", with: "-")
    let singular = AppendOption.singular[field.name]
    names = ([singular, name].compactMap(\.self))
    meaning = field.meaning
    valueName = field.type.valueName
    arity =
      switch field.type {
      case .boolean: .switchable
      case .texts, .list, .tuple, .mergePatch: .repeatable
      default: .once
      }
  }

  /// Lists whose option is called by one item, since it is given once for each.
  private static let singular = [
    "names": "name", "articles": "article", "demands": "demand", "claims": "claim",
    "criteria": "criterion", "categories": "category", "candidates": "candidate",
    "persons": "person", "needs": "need",
  ]
}

extension FieldType {
  /// What stands for a value of this type in help.
  fileprivate var valueName: String {
    switch self {
    case .text, .texts: "TEXT"
    case .choice: "WORD"
    case .date: "DATE"
    case .duration: "DURATION"
    case .number: "NUMBER"
    case .boolean: ""
    case .sha256: "SHA256"
    case .count: "COUNT"
    case .ref: "EVENT"
    case .entity(let sorts): sorts.map { $0.rawValue.uppercased() }.joined(separator: "|")
    case .organisationOrText: "ORGANISATION|TEXT"
    case .newID: "ID"
    case .mergePatch: "PATCH"
    case .list(let item), .tuple(let item, _): item.valueName
    case .record(let name, _): name.uppercased()
    }
  }
}
