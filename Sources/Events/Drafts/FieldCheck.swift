/// Checks values against the types that the vocabulary declares, and collects every fault.
struct FieldCheck {
  private(set) var faults: [DraftFault] = []

  // Paths are built only for faults: this runs once for every field of every draft.
  private mutating func fault(_ path: @autoclosure () -> String, _ reason: DraftFault.Reason) {
    faults.append(DraftFault(path(), reason))
  }

  /// Checks the members of an object: each is declared and of its type, none that is needed lacks.
  mutating func check(
    _ members: [JSONMember],
    as fields: [Field],
    of owner: String,
    _ path: @autoclosure () -> String
  ) {
    for member in members {
      // A field's name is ASCII without K, ` and ;, so that nothing but its own bytes equals it.
      if let field = fields.first(where: { $0.name == member.name }) {
        check(member.value, as: field, "\(path()).\(member.name)")
      } else {
        fault("\(path()).\(member.name)", unknown(member.name, fields, of: owner))
      }
    }
    for field in fields where field.isRequired && members[named: field.name] == nil {
      fault("\(path()).\(field.name)", .missing(hint: FieldCheck.hint(for: field)))
    }
  }

  private func unknown(
    _ name: String,
    _ fields: [Field],
    of owner: String
  ) -> DraftFault.Reason {
    if ContentReader.contentNames.contains(name) { return .belongsBesideDetails }
    let known = fields.map(\.name)
    let nearest = Spelling.nearest(to: name, in: known)
    return .unknownField(kind: owner, nearest: nearest, known: known)
  }

  /// What a field is for, to be told where it is missing.
  private static func hint(for field: Field) -> String {
    if case .choice(let words) = field.type {
      return "one of \((words + [FieldType.unspecified]).joined(separator: ", "))"
    }
    return field.meaning.prefix(1).lowercased() + field.meaning.dropFirst().dropLast()
  }

  private mutating func check(
    _ value: JSON,
    as field: Field,
    _ path: @autoclosure () -> String
  ) {
    let faultsBefore = faults.count
    check(value, as: field.type, path())
    if field.isRequired, faults.count == faultsBefore, FieldCheck.isEmpty(value) {
      fault(path(), .empty)
    }
  }

  /// Whether a value says nothing: blank text, or a list without items.
  static func isEmpty(_ value: JSON) -> Bool {
    switch value {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .array(let values): values.isEmpty
    case .null, .boolean, .number, .object: false
    }
  }

  private mutating func check(
    _ value: JSON,
    as type: FieldType,
    _ path: @autoclosure () -> String
  ) {
    switch type {
    case .text, .organisationOrText: _ = text(value, "text", path())
    case .texts: if value.text == nil { list(value, of: .text, "text or a list of texts", path()) }
    case .choice(let words): choice(value, words + [FieldType.unspecified], path())
    case .date: date(value, path())
    case .duration: duration(value, path())
    case .number(let range): number(value, range, path())
    case .boolean: if value.boolean == nil { fault(path(), .wrongType(expected: "true or false")) }
    case .sha256: sha256(value, path())
    case .count: count(value, path())
    case .ref: ref(value, path())
    case .entity, .newID: entity(value, path())
    case .mergePatch: if value.members == nil { fault(path(), .wrongType(expected: "an object")) }
    case .list(let item): list(value, of: item, item.listWords, path())
    case .tuple(let item, let count): tuple(value, of: item, count, path())
    case .record(let name, let fields): record(value, name, fields, path())
    }
  }

  private mutating func text(
    _ value: JSON,
    _ expected: String,
    _ path: @autoclosure () -> String
  ) -> String? {
    if let text = value.text { return text }
    fault(path(), .wrongType(expected: expected))
    return nil
  }

  private mutating func choice(
    _ value: JSON,
    _ words: [String],
    _ path: @autoclosure () -> String
  ) {
    guard let text = text(value, "one of \(words.joined(separator: ", "))", path()),
      !words.contains(where: { $0.hasSameBytes(as: text) })
    else { return }
    let nearest = Spelling.nearest(to: text, in: words)
    fault(path(), .notAChoice(text, allowed: words, nearest: nearest))
  }

  private mutating func date(_ value: JSON, _ path: @autoclosure () -> String) {
    guard let text = text(value, "a date in EDTF, such as 2016-05~", path()) else { return }
    do {
      if try !EDTF(parsing: text).isWithinLogYears { fault(path(), .yearOutOfRange) }
    } catch {
      fault(path(), .badDate(error))
    }
  }

  private mutating func duration(_ value: JSON, _ path: @autoclosure () -> String) {
    guard let text = text(value, "a duration, such as P5Y or P15D", path()) else { return }
    do {
      _ = try CalendarDuration(parsing: text)
    } catch {
      fault(path(), .badDuration(error))
    }
  }

  private mutating func number(
    _ value: JSON,
    _ range: NumberRange,
    _ path: @autoclosure () -> String
  ) {
    if !range.contains(value) { fault(path(), .wrongType(expected: range.words)) }
  }

  private mutating func sha256(_ value: JSON, _ path: @autoclosure () -> String) {
    let isDigest =
      value.text.map { text in
        text.utf8.count == 64
          && text.utf8.allSatisfy {
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
              || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
          }
      } ?? false
    if isDigest { return }
    fault(path(), .wrongType(expected: "a SHA-256 in 64 lower-case hexadecimal digits"))
  }

  private mutating func ref(_ value: JSON, _ path: @autoclosure () -> String) {
    guard let text = text(value, "the id of an event", path()), EventID(text) == nil else { return }
    fault(path(), .badEventID(text))
  }

  private mutating func entity(_ value: JSON, _ path: @autoclosure () -> String) {
    guard let text = text(value, "an id", path()), EntityID(text) == nil else { return }
    fault(path(), .badEntityID(text))
  }

  private mutating func list(
    _ value: JSON,
    of item: FieldType,
    _ words: String,
    _ path: @autoclosure () -> String
  ) {
    guard let values = value.array else { return fault(path(), .wrongType(expected: words)) }
    for (index, value) in values.enumerated() { check(value, as: item, "\(path())[\(index)]") }
    if case .record("demand", _) = item { checkIDsAreUnique(values, path()) }
  }

  private mutating func checkIDsAreUnique(_ demands: [JSON], _ path: @autoclosure () -> String) {
    var seen: Set<[UInt8]> = []
    for (index, demand) in demands.enumerated() {
      guard let id = demand["id"]?.text else { continue }
      if !seen.insert(Array(id.utf8)).inserted { fault("\(path())[\(index)].id", .repeated(id)) }
    }
  }

  private mutating func tuple(
    _ value: JSON,
    of item: FieldType,
    _ count: Int,
    _ path: @autoclosure () -> String
  ) {
    guard let values = value.array, values.count == count else {
      return fault(path(), .wrongType(expected: "a list of exactly \(count)"))
    }
    for (index, value) in values.enumerated() { check(value, as: item, "\(path())[\(index)]") }
  }

  private mutating func record(
    _ value: JSON,
    _ name: String,
    _ fields: [Field],
    _ path: @autoclosure () -> String
  ) {
    guard let members = value.members else {
      let names = fields.map(\.name).joined(separator: ", ")
      return fault(path(), .wrongType(expected: "an object of \(names)"))
    }
    check(members, as: fields, of: name, path())
    if name == "demand", value["what"] == nil, value["text"] == nil {
      fault(path(), .oneNeeded(["what", "text"], isExclusive: false))
    }
  }
}

// MARK: Counts

extension FieldCheck {
  /// The members of a count; all but `n` and `including` are text.
  static let countFields = [
    Field("n", .number(NumberRange(from: 0, whole: true)), "How many; absent if only some."),
    Field(
      "qualifier",
      .text,
      "How exact it is: exact (if absent), at_least, more_than, about, at_most or some."
    ),
    Field("unit", .text, "What is counted."),
    Field("of", .text, "Of whom or what."),
    Field("state", .text, "What happened to this part, if it went further than the whole."),
    Field("including", .list(.count), "The parts that the source names."),
  ]

  private mutating func count(_ value: JSON, _ path: @autoclosure () -> String) {
    guard let members = value.members else {
      return fault(path(), .wrongType(expected: "a count, such as {\"n\":55}"))
    }
    check(members, as: FieldCheck.countFields, of: "count", path())
    let stated = value["qualifier"]
    if let stated, stated.text == nil { return }
    let words = Count.Qualifier.allCases.map(\.rawValue)
    guard let qualifier = Count.Qualifier(rawValue: stated?.text ?? "exact") else {
      let word = stated?.text ?? ""
      let nearest = Spelling.nearest(to: word, in: words)
      return fault("\(path()).qualifier", .notAChoice(word, allowed: words, nearest: nearest))
    }
    if qualifier == .some {
      if value["n"] != nil { fault("\(path()).n", .numberOfSome) }
    } else if value["n"] == nil {
      fault("\(path()).n", .countWithoutNumber(qualifier: qualifier.rawValue))
    }
  }
}

extension FieldType {
  /// A list of this type in words.
  fileprivate var listWords: String {
    switch self {
    case .text: "a list of texts"
    case .choice: "a list of words"
    case .entity: "a list of ids"
    case .ref: "a list of event ids"
    case .count: "a list of counts"
    case .record(let name, _): "a list of \(name)s"
    default: "a list"
    }
  }
}

extension NumberRange {
  /// Whether `value` is a number in this range.
  func contains(_ value: JSON) -> Bool {
    guard let number = value.double, number.isFinite else { return false }
    if isWhole, value.integer == nil { return false }
    return (lowest.map { number >= Double($0) } ?? true)
      && (highest.map { number <= Double($0) } ?? true)
  }
}
