import Events

/// An example of `append` for each kind, made of what the kind requires.
enum AppendExample {
  /// The command, over as many lines as it needs.
  static func command(for kind: String) -> String {
    "  annals append \(kind) "
      + words(for: kind).map { $0.map(quoted).joined(separator: " ") }
      .joined(separator: " \\\n    ")
  }

  /// The options of the example with their values.
  ///
  /// Ids in it are `anna-berg` for persons, `letter-1` for sources, `xy/northport` for places and
  /// `monitor` for organisations.
  static func words(for name: String) -> [[String]] {
    let kind = Vocabulary.standard[name]
    let options = KindOptions(name)
    var words: [[String]] = []
    let isDated = kind?.isDated ?? true
    if isDated { words.append(["--date", "2016-05-17"]) }
    if kind?.needsPerson ?? false { words.append(["--person", "anna-berg"]) }
    for option in options.fields {
      guard let field = option.field, field.isRequired || isChosen(field, in: kind) else {
        continue
      }
      for value in values(of: field, in: name) { words.append([option.spelling, value]) }
    }
    if isDated { words.append(["--title", "In one line, in your own words"]) }
    if let source = options.members.first(where: { $0.target == .source }), kind?.registers == nil {
      words.append([source.spelling, "letter-1@p. 3"])
    }
    return words
  }

  /// Whether the field stands for a group of which one must be given.
  private static func isChosen(_ field: Field, in kind: Kind?) -> Bool {
    kind?.oneOf.contains { $0.fields.first == field.name } ?? false
      || (kind?.name == "status" && field.name == "liberty")
  }

  private static func values(of field: Field, in kind: String) -> [String] {
    if field.name == "ids" { return ["anna-berg", "a-berg"] }
    return switch field.type {
    case .tuple(let item, let count):
      count == 2 && item == .place ? ["xy,xy/northport"] : [value(of: item, field, in: kind)]
    case .list(let item): [value(of: item, field, in: kind)]
    default: [value(of: field.type, field, in: kind)]
    }
  }

  private static func value(of type: FieldType, _ field: Field, in kind: String) -> String {
    switch type {
    case .choice(let words): field.name == "liberty" ? "imprisoned" : words[0]
    case .date: "2016-05-17"
    case .duration: "P2Y"
    case .number: "1"
    case .boolean: "true"
    case .sha256: String(repeating: "0", count: 64)
    case .count: "25:at_least:members"
    case .ref: "212"
    case .entity(let sorts): id(of: sorts[0])
    case .organisationOrText: "monitor"
    case .newID: kind == "place" ? "xy/southport" : "new-\(kind)"
    case .mergePatch: "date=\"2016-05\""
    case .record("demand", _): "release"
    case .record("money", _): "100000 KZT"
    case .record, .text, .texts, .list, .tuple: text(of: field, in: kind)
    }
  }

  private static func text(of field: Field, in kind: String) -> String {
    switch field.name {
    case "names": "Clara Hill"
    case "name": "letter.pdf"
    case "list": "Memorial"
    case "title": "Letter of 3 May"
    default: "in words"
    }
  }

  private static func id(of sort: EntitySort) -> String {
    switch sort {
    case .person: "anna-berg"
    case .organisation: "monitor"
    case .place: "xy/northport"
    case .source: "letter-1"
    case .caseFile: "harbour-rally"
    }
  }

  /// `word` as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "/"),
        UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ","):
        true
      default: false
      }
    }
    if isPlain, !word.isEmpty { return word }
    return word.contains("\"") ? "'\(word)'" : "\"\(word)\""
  }
}
