/// The reference page of the vocabulary in Markdown, generated from it.
package struct VocabularyPage: Sendable {
  package let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary = .standard) {
    self.vocabulary = vocabulary
  }

  /// The page of the standard vocabulary.
  package static var markdown: String { VocabularyPage().markdown }

  package var markdown: String {
    let sections = Kind.Section.allCases.map(section)
    let parts = [VocabularyPage.opening, contents] + sections + [objects, states, roles]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let opening = """
    # The vocabulary

    <!-- Generated from Sources/Events/Vocabulary; `ANNALS_REGENERATE=1 swift test --filter \
    VocabularyPage` writes it anew. -->

    The kinds of events, and the fields that each takes in `details`.

    - A field marked * is required. Every choice also takes `unspecified`: the source does not say.
    - A *date* is EDTF, such as `2016-05~`. A *duration* is ISO 8601, such as `P5Y` or `P15D`. A
      *ref* is the id of an event recorded before. A *person*, *organisation*, *place* or *source*
      is the id under which it is registered.
    - Every kind needs `date` and `title`, except those of *The record itself*, which bear no date.
      Kinds that need a person say so.
    - A log may use kinds of its own, named `x-…`, which take any fields.
    """

  private var contents: String {
    Kind.Section.allCases.map { section in
      let links = vocabulary.kinds(in: section).map { "[\($0.name)](#\($0.name))" }
      return "- **\(section.rawValue)**: " + links.joined(separator: ", ")
    }.joined(separator: "\n")
  }

  private func section(_ section: Kind.Section) -> String {
    let kinds = vocabulary.kinds(in: section)
    let hasCodes = kinds.contains { $0.huridocs != nil }
    var overview = MarkdownTable(["kind", "meaning"] + (hasCodes ? ["HURIDOCS"] : []))
    for kind in kinds {
      let code = hasCodes ? [kind.huridocs ?? ""] : []
      overview.add(["[`\(kind.name)`](#\(kind.name))", kind.meaning] + code)
    }
    let heading = ["## \(section.rawValue)", section.guidance, overview.markdown].compactMap(\.self)
    return (heading + kinds.map(self.kind)).joined(separator: "\n\n")
  }

  private func kind(_ kind: Kind) -> String {
    var parts = ["### \(kind.name)", kind.meaning]
    if kind.needsPerson { parts[1] += " It needs at least one person." }
    for alternative in kind.oneOf {
      let names = alternative.fields.map { "`\($0)`" }.joined(separator: ", ")
      parts[1] += " It needs \(alternative.isExclusive ? "exactly " : "")one of \(names)."
    }
    parts.append(kind.fields.isEmpty ? "It takes no fields." : table(kind.fields))
    return parts.joined(separator: "\n\n")
  }

  private func table(_ fields: [Field]) -> String {
    var table = MarkdownTable(["field", "type", "meaning"])
    for field in fields {
      let mark = field.isRequired ? " *" : ""
      table.add(["`\(field.name)`\(mark)", field.type.words, field.meaning])
    }
    return table.markdown
  }
}

// MARK: What fields consist of

extension VocabularyPage {
  private var objects: String {
    let counts = """
      ### A count

      A number of people as a source gives it: "more than 1,000 detained, including 55 journalists".
      Without `qualifier` it is exact.
      """
    let records: [(String, FieldType)] = [
      ("A demand", .demand), ("A claim", .claim), ("Money", .money), ("A name", .name),
    ]
    let tables = records.compactMap { title, type -> String? in
      guard case .record(_, let fields) = type else { return nil }
      return "### \(title)\n\n" + table(fields)
    }
    let parts = ["## Objects in fields", counts, table(FieldCheck.countFields)] + tables
    return parts.joined(separator: "\n\n")
  }

  private var states: String {
    var liberty = MarkdownTable(["liberty", "meaning", "held"])
    for state in LibertyState.allCases {
      let held = state.isHeld ? "held" : state.isCountedApart ? "counted apart" : ""
      liberty.add(["`\(state.rawValue)`", state.meaning, held])
    }
    var process = MarkdownTable(["process", "meaning"])
    for state in ProcessState.allCases {
      process.add(["`\(state.rawValue)`", state.meaning])
    }
    let order = "Of several cases, the first of these that one has reached is shown."
    return ["## States", liberty.markdown, process.markdown, order].joined(separator: "\n\n")
  }

  private var roles: String {
    let words = Role.words.map { "`\($0)`" }.joined(separator: ", ")
    return """
      ## Roles of actors

      \(words).

      `perpetrator` only with a court's finding. Witnesses and informants belong in `private`.
      """
  }
}

extension FieldType {
  /// The type in words, its choices listed.
  package var words: String {
    switch self {
    case .text: "text"
    case .texts: "text, or list of text"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: " ")
    case .date: "date"
    case .duration: "duration"
    case .number(let range): range.words
    case .boolean: "true or false"
    case .sha256: "64 hexadecimal digits"
    case .count: "count"
    case .ref: "ref"
    case .entity(let sorts): sorts.words
    case .organisationOrText: "organisation, or text"
    case .newID: "new id"
    case .mergePatch: "JSON merge patch"
    case .list(let item): "list of \(item.words)"
    case .tuple(let item, let count): "list of \(count): \(item.words)"
    case .record(let name, _): name
    }
  }
}

/// A Markdown table under construction.
private struct MarkdownTable {
  private var rows: [String]

  init(_ titles: [String]) {
    rows = [MarkdownTable.row(titles), MarkdownTable.row(titles.map { _ in "---" })]
  }

  mutating func add(_ cells: [String]) { rows.append(MarkdownTable.row(cells)) }

  var markdown: String { rows.joined(separator: "\n") }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
