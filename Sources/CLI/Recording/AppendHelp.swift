import Events

/// The help of `append`, generated from the vocabulary.
struct AppendHelp {
  private let width: Int
  private var lines: [String] = []
  private static let indent = 26

  /// Prints the help of one kind, or without one what kinds there are.
  static func print(_ kind: String?, width: Int = Outside.current.columns) throws {
    var help = AppendHelp(width: min(max(width, 60), 100))
    if let kind { help.explain(kind) } else { help.explainAll() }
    var printer = Printer()
    for line in help.lines { printer.line(line) }
    try printer.finish()
  }

  private init(width: Int) {
    self.width = width
  }

  private mutating func add(_ line: String = "") { lines.append(line) }

  private mutating func paragraph(_ text: String) {
    lines += Paragraph.lines(text, width: width)
  }

  private mutating func entry(_ label: String, _ text: String) {
    lines += Paragraph.hanging("  \(label) ", text, indent: AppendHelp.indent, width: width)
  }

  // MARK: All kinds

  private mutating func explainAll() {
    paragraph("Record events. Nothing that was recorded is ever changed.")
    add()
    add("USAGE: annals append KIND --date DATE [options]")
    add("       annals append --jsonl FILE")
    add()
    paragraph(
      "The kind decides which options there are: `annals append KIND --help` lists them. On a "
        + "terminal, `annals append` asks for whatever is missing."
    )
    for section in Kind.Section.allCases {
      add()
      add(section.rawValue.uppercased())
      if let guidance = section.guidance {
        let text = guidance.replacing("\n", with: " ").replacing("`", with: "")
        lines += Paragraph.lines(text, width: width - 2).map { "  " + $0 }
      }
      for kind in Vocabulary.standard.kinds(in: section) { entry(kind.name, kind.meaning) }
    }
    add()
    add("KINDS OF YOUR OWN")
    entry("x-NAME", "Any name; it appears in timelines and takes any fields with --set.")
    add()
    add("OPTIONS")
    addRunOptions(withRecorder: true)
    add()
    add("EXAMPLES")
    add("  annals append source --id letter-1 --title \"Letter of 3 May\" --form letter")
    add("  annals append person --id anna-berg --name \"Anna Berg\"")
    add("  annals append arrest --date 2016-05-17 --person anna-berg \\")
    add("    --title \"Anna Berg is arrested\" --source \"letter-1@p. 3\"")
    add("  annals append --jsonl facts.jsonl --dry-run")
  }

  private mutating func addRunOptions(withRecorder: Bool) {
    entry(
      "--jsonl FILE",
      "Record drafts, one JSON object a line, as one batch; - reads "
        + "standard input. `annals schema` describes them."
    )
    entry("--dry-run", "Print the drafts that would be written, and write nothing.")
    entry("--expect-position N", "Refuse unless the log ends at line N.")
    if withRecorder {
      entry("--by CODE", "Who records: a code fit for publication; else $ANNALS_BY.")
    }
    entry("--log PATH", "The log; else $ANNALS_LOG, else the nearest events.log.")
    entry("--snapshot PATH", "The snapshot; else beside the log.")
    entry("-h, --help", "Show this.")
  }

  // MARK: One kind

  private mutating func explain(_ name: String) {
    let options = KindOptions(name)
    let kind = Vocabulary.standard[name]
    paragraph(kind?.meaning ?? "A kind of your own, which takes any fields with --set NAME=JSON.")
    add()
    add("USAGE: annals append \(name) [options]")
    if let guidance = kind?.section.guidance, kind?.section == .liberty {
      add()
      paragraph(guidance.replacing("\n", with: " ").replacing("`", with: ""))
    }
    if !options.fields.isEmpty {
      add()
      add("FIELDS (* must be given)")
      for option in options.fields { addField(option, of: kind) }
    }
    for alternative in kind?.oneOf ?? [] {
      let names = alternative.fields.compactMap { options.option(at: "details.\($0)")?.spelling }
      let count = alternative.isExclusive ? "Exactly one" : "One"
      add()
      paragraph("\(count) of \(names.joined(separator: ", ")) must be given.")
    }
    add()
    add("WHAT EVERY EVENT TAKES (* must be given)")
    for option in options.members {
      entry(
        AppendHelp.label(option, isRequired: option.isRequired(in: kind)),
        option.meaning + AppendHelp.repeatable(option)
      )
    }
    add()
    add("HOW TO RECORD")
    addRunOptions(withRecorder: false)
    add()
    add("EXAMPLE")
    add(AppendExample.command(for: name))
  }

  private mutating func addField(_ option: AppendOption, of kind: Kind?) {
    guard let field = option.field else { return }
    var text = field.meaning + AppendHelp.repeatable(option)
    if let words = field.type.choices {
      text += " One of \((words + [FieldType.unspecified]).joined(separator: ", "))."
    }
    if let spelling = field.type.spelling { text += " " + spelling }
    entry(AppendHelp.label(option, isRequired: field.isRequired), text)
  }

  private static func label(_ option: AppendOption, isRequired: Bool) -> String {
    let mark = isRequired ? " *" : ""
    if option.arity == .switchable { return "\(option.spelling), --no-\(option.names[0])\(mark)" }
    return "\(option.spelling) \(option.valueName)\(mark)"
  }

  private static func repeatable(_ option: AppendOption) -> String {
    option.arity == .repeatable ? " May be given several times." : ""
  }
}

extension FieldType {
  /// The words of a choice, or of the choices in a list.
  var choices: [String]? {
    switch self {
    case .choice(let words): words
    case .list(let item): item.choices
    default: nil
    }
  }

  /// How a value is written, where its name does not tell.
  fileprivate var spelling: String? {
    switch self {
    case .date: "EDTF, such as 2016-05~."
    case .duration: "Such as P5Y or P15D."
    case .count: "Such as 25, 25:at_least:members, some:members, or an object."
    case .ref: "By id or position."
    case .number(let range): range.words.prefix(1).uppercased() + range.words.dropFirst() + "."
    case .newID: "At most \(EntityID.bytesMax) of a-z 0-9 -, in places also /."
    case .mergePatch: "NAME=JSON, or a JSON merge patch (RFC 7396)."
    case .list(.choice): "Several also with commas."
    case .list(let item): item.spelling
    case .tuple(_, let count): "\(count) of them, with a comma or one after the other."
    case .record("name", _): "TEXT, TEXT:LANG:SCRIPT:KIND, or an object."
    case .record("demand", let fields):
      "WHAT, WHAT:TEXT, ID=WHAT:TEXT, or an object. WHAT is one of "
        + (fields.compactMap(\.type.choices).first ?? []).joined(separator: ", ") + "."
    case .record("money", _): "Such as \"100000 KZT\", or an object."
    case .record: "Text, or an object."
    default: nil
    }
  }
}
