import Events

/// The options of `append` for one kind: those of its fields, then those of every event.
///
/// Where a field goes by the name of a member of every event, the plain name means the field, and
/// the member's is `--event-…`: `--title` of a source is the source's title.
struct KindOptions {
  let kind: String
  /// The options of the fields, in the order of the vocabulary.
  let fields: [AppendOption]
  /// The options of the members of every event.
  let members: [AppendOption]

  init(_ kind: String, vocabulary: Vocabulary = .standard) {
    self.kind = kind
    let declared = vocabulary[kind]
    fields = (declared?.fields ?? []).map(AppendOption.init)
    let taken = Set(fields.flatMap(\.names))
    members = AppendOption.members
      .filter { $0.applies(to: declared) }
      .map { $0.avoiding(taken) }
  }

  var all: [AppendOption] { fields + members }

  /// The option called `name`, without its dashes.
  subscript(name: String) -> AppendOption? {
    all.first { $0.names.contains { $0.hasSameBytes(as: name) } }
  }

  /// The option that gives the member of the draft at the beginning of `path`; nil for one that no
  /// option gives.
  func option(at path: String) -> AppendOption? {
    let isField = path.hasPrefix("details.")
    let rest = isField ? path.dropFirst("details.".count) : path[...]
    let name = rest.prefix { $0 != "." && $0 != "[" }
    if isField { return fields.first { $0.field?.name == String(name) } }
    return members.first { $0.target.member == String(name) }
  }
}

extension AppendOption {
  fileprivate static let members: [AppendOption] = [
    AppendOption(.date, ["date"], "DATE", "When it happened, in EDTF: 2016-05-17, 2016-05~."),
    AppendOption(
      .person,
      ["person"],
      "PERSON",
      "Whom it happened to, or concerns, by id or name.",
      arity: .repeatable
    ),
    AppendOption(
      .actor,
      ["actor"],
      "WHO:ROLE",
      "Who did it or took part: a person or organisation, and as what.",
      arity: .repeatable
    ),
    AppendOption(.place, ["place"], "PLACE", "Where, by id or name."),
    AppendOption(.title, ["title"], "TEXT", "The event in one line, in your own words."),
    AppendOption(.text, ["text"], "TEXT", "A longer account."),
    AppendOption(
      .source,
      ["source"],
      "SOURCE[@WHERE][ via SOURCE]",
      "Where it is said: the source, the page in it, and the source actually read.",
      arity: .repeatable
    ),
    AppendOption(
      .certainty,
      ["certainty"],
      "WORD",
      "How sure it is: confirmed, reported (unless given), believed or disputed."
    ),
    AppendOption(
      .accountOf,
      ["account-of"],
      "EVENT",
      "The event of which this is another account, by id or position."
    ),
    AppendOption(
      .after,
      ["after"],
      "EVENT",
      "An event that this one came later than, where their days leave it open.",
      arity: .repeatable
    ),
    AppendOption(
      .becauseOf,
      ["because-of"],
      "EVENT",
      "An event that caused this one, as the source says.",
      arity: .repeatable
    ),
    AppendOption(.order, ["order"], "NUMBER", "The order among events whose days leave it open."),
    AppendOption(.tag, ["tag"], "TEXT", "A free label.", arity: .repeatable),
    AppendOption(.eventID, ["id", "event-id"], "ID", "The event's id; a new UUID, unless given."),
    AppendOption(
      .by,
      ["by", "recorded-by"],
      "CODE",
      "Who records it: a code fit for publication; $ANNALS_BY, unless given."
    ),
    AppendOption(
      .confidential,
      ["private"],
      "JSON",
      "A confidential part, an object, which never enters the log itself."
    ),
    AppendOption(
      .confidentialFile,
      ["private-file"],
      "FILE",
      "The same from a file, which no shell history keeps; - reads standard input."
    ),
    AppendOption(
      .anything,
      ["set"],
      "NAME=JSON",
      "Any field or member as JSON, such as --set 'tags=[\"a\",\"b\"]'.",
      arity: .repeatable
    ),
  ]

  private init(
    _ target: Target,
    _ names: [String],
    _ valueName: String,
    _ meaning: String,
    arity: Arity = .once
  ) {
    self.target = target
    self.names = names
    self.arity = arity
    self.valueName = valueName
    self.meaning = meaning
  }

  /// Whether events of `kind` have this member; those about the record bear no date.
  fileprivate func applies(to kind: Kind?) -> Bool {
    switch target {
    case .date, .accountOf: kind?.isDated ?? true
    default: true
    }
  }

  /// The same option without the names that a field has `taken`.
  fileprivate func avoiding(_ taken: Set<String>) -> AppendOption {
    let free = names.filter { !taken.contains($0) }
    return AppendOption(
      target,
      free.isEmpty ? names.map { "event-" + $0 } : free,
      valueName,
      meaning,
      arity: arity
    )
  }
}

extension AppendOption.Target {
  /// The member of a draft that this gives; nil for a field, and for what is named with its value.
  var member: String? {
    switch self {
    case .date: "date"
    case .person: "persons"
    case .actor: "actors"
    case .place: "place"
    case .title: "title"
    case .text: "text"
    case .source: "sources"
    case .certainty: "certainty"
    case .accountOf: "account_of"
    case .after: "after"
    case .becauseOf: "because_of"
    case .order: "order"
    case .tag: "tags"
    case .eventID: "id"
    case .by: "by"
    case .confidential, .confidentialFile: "private"
    case .anything, .field: nil
    }
  }
}
