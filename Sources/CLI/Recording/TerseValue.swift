import Events

/// Reads the value of an option into what the draft holds.
///
/// Whatever is made of several parts has a terse spelling, and may be written as JSON all the same.
struct TerseValue {
  /// Why a value cannot be read; the option's name stands before it.
  struct Fault: Error {
    let message: String
  }

  /// Finds the ids behind names.
  let resolving: any NameResolving

  /// What `text` gives for a field of this type; several items, where a list takes words apart.
  func items(_ text: String, as type: FieldType) throws -> [JSON] {
    switch type {
    case .choice: [.text(text)]
    case .list(.choice): text.split(separator: ",").map { .text($0.trimmed) }
    case .list(let item): [try json(text, as: item)]
    case .tuple(let item, _): try tuple(text, of: item)
    default: [try json(text, as: type)]
    }
  }

  private func json(_ text: String, as type: FieldType) throws -> JSON {
    switch type {
    case .boolean: .boolean(text == "true")
    case .number: try number(text)
    case .count: try count(text)
    case .ref: .text(try resolving.event(text).text)
    case .entity(let sorts): .text(try resolving.entity(text, sorts))
    case .mergePatch: text.hasPrefix("{") ? try object(text) : .object([try setting(text)])
    case .record(let name, let fields): try record(text, name, fields)
    case .text, .texts, .choice, .date, .duration, .sha256, .organisationOrText, .newID, .list,
      .tuple:
      .text(text)
    }
  }

  private func number(_ text: String) throws -> JSON {
    guard let json = parsed(text), case .number = json else {
      throw Fault(message: "\"\(text)\" is no number")
    }
    return json
  }

  /// Ids separated by commas, or one value.
  private func tuple(_ text: String, of item: FieldType) throws -> [JSON] {
    let parts = text.split(separator: ",").map(\.trimmed)
    let areIDs = parts.count > 1 && parts.allSatisfy { EntityID($0) != nil }
    return try (areIDs ? parts : [text]).map { try json($0, as: item) }
  }

  /// The object in `text`; of a confidential one an error repeats nothing.
  func object(_ text: String, isConfidential: Bool = false) throws -> JSON {
    do {
      let json = try JSON(parsing: text, isConfidential: isConfidential)
      if json.members != nil { return json }
      throw Fault(message: "this is JSON, but no object, such as {\"note\":\"…\"}")
    } catch let error as JSONError {
      throw Fault(message: "\(error)")
    }
  }

  static func parse(_ text: String) throws(JSONError) -> JSON {
    try JSON(parsing: text)
  }

  /// The value of `text` if it is JSON; values that are no JSON have their own spelling.
  private func parsed(_ text: String) -> JSON? { try? TerseValue.parse(text) }
}

// MARK: Values of several parts

extension TerseValue {
  /// `25`, `25:at_least:members`, `some`, `some:journalists`, or an object.
  func count(_ text: String) throws -> JSON {
    if text.hasPrefix("{") { return try object(text) }
    let parts = parts(text)
    let isSome = parts[0] == Count.Qualifier.some.rawValue
    guard isSome || (!parts[0].isEmpty && parts[0].utf8.allSatisfy { (48...57).contains($0) })
    else {
      throw Fault(
        message:
          "\"\(text)\" is no count; write 25, 25:at_least:members, some:members, or an object"
      )
    }
    var members: [JSONMember] = []
    if !isSome { members.add("n", .number(parts[0])) }
    let names = isSome ? ["unit", "of"] : ["qualifier", "unit", "of"]
    if isSome { members.add("qualifier", .text(parts[0])) }
    return try named(parts.dropFirst(), names, after: members, in: text)
  }

  private func record(_ text: String, _ name: String, _ fields: [Field]) throws -> JSON {
    if text.hasPrefix("{") { return try object(text) }
    switch name {
    case "name": return try personalName(text)
    case "demand": return demand(text)
    case "money": return try money(text)
    default:
      // Of what else there is, such as a claim, the text is the only part that must be given.
      guard let first = fields.first(where: \.isRequired) else { return try object(text) }
      return .object([JSONMember(first.name, .text(text))])
    }
  }

  /// `Анна Берг:ru:Cyrl:transliteration`, shorter from the end.
  private func personalName(_ text: String) throws -> JSON {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1, !parts[1].isEmpty, !TerseValue.isLanguage(parts[1]) {
      throw Fault(
        message: "\"\(parts[1])\" is no language, such as ru. Write TEXT:LANG:SCRIPT:KIND, and a "
          + "name with a colon as {\"text\":\"…\"}"
      )
    }
    if parts.count > 2, !parts[2].isEmpty, !TerseValue.isScript(parts[2]) {
      throw Fault(message: "\"\(parts[2])\" is no script in four letters, such as Cyrl")
    }
    return try named(parts[...], ["text", "lang", "script", "kind"], after: [], in: text)
  }

  /// Whether `text` is a language tag that begins with two or three small letters: `ru`, `zh-Hant`.
  ///
  /// Stricter than such tags are, so that part of a name is not taken for one.
  private static func isLanguage(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, 2...3 ~= first.count, first.allSatisfy(\.isSmallLetter) else {
      return false
    }
    return parts.dropFirst().allSatisfy { part in
      1...8 ~= part.count && part.allSatisfy(\.isLetterOrDigit)
    }
  }

  private static func isScript(_ text: String) -> Bool {
    text.utf8.count == 4 && text.utf8.allSatisfy(\.isLetterOrDigit)
      && text.utf8.dropFirst().allSatisfy(\.isSmallLetter)
      && text.utf8.first?.isSmallLetter == false
  }

  /// `release`, `release:free her at once`, or `free-her=release:…` with the demand's id.
  private func demand(_ text: String) -> JSON {
    let parts = text.split(separator: ":", maxSplits: 1).map(\.trimmed)
    let head = (parts.first ?? "").split(separator: "=", maxSplits: 1).map(\.trimmed)
    var members: [JSONMember] = []
    if head.count > 1 { members.add("id", .text(head[0])) }
    members.add("what", head.last.map(JSON.text))
    if parts.count > 1 { members.add("text", .text(parts[1])) }
    return .object(members)
  }

  /// `100000 KZT` or `100000:KZT`.
  private func money(_ text: String) throws -> JSON {
    let parts = text.split { $0 == ":" || $0 == " " }.map(String.init)
    guard parts.count == 2 else {
      throw Fault(message: "\"\(text)\" is no amount of money; write \"100000 KZT\"")
    }
    return .object([
      JSONMember("amount", try number(parts[0])), JSONMember("currency", .text(parts[1])),
    ])
  }

  private func parts(_ text: String) -> [String] {
    text.split(separator: ":", omittingEmptySubsequences: false).map(\.trimmed)
  }

  /// Each of `parts` that is not empty under its name.
  private func named(
    _ parts: ArraySlice<String>,
    _ names: [String],
    after members: [JSONMember],
    in text: String
  ) throws -> JSON {
    guard parts.count <= names.count else {
      throw Fault(
        message: "\"\(text)\" has more parts than \(names.joined(separator: ", ")); "
          + "write it as an object"
      )
    }
    var members = members
    for (name, part) in zip(names, parts) where !part.isEmpty { members.add(name, .text(part)) }
    return .object(members)
  }
}

// MARK: Members of every event

extension TerseValue {
  /// `northport-court:court`, or an object.
  func actor(_ text: String) throws -> JSON {
    if text.hasPrefix("{") { return try object(text) }
    guard let colon = text.lastIndex(of: ":") else {
      throw Fault(
        message: "\"\(text)\" lacks a role; write WHO:ROLE, the role one of "
          + Role.words.joined(separator: ", ")
      )
    }
    let actor = try resolving.entity(text[..<colon].trimmed, [.person, .organisation])
    let role = text[text.index(after: colon)...].trimmed
    return .object([JSONMember("actor", .text(actor)), JSONMember("role", .text(role))])
  }

  /// `report-7@p. 3 via letter-1`, or an object.
  func citation(_ text: String) throws -> JSON {
    if text.hasPrefix("{") { return try object(text) }
    var cited = text[...]
    var via: String?
    if let range = cited.ranges(of: " via ").last {
      via = try resolving.entity(cited[range.upperBound...].trimmed, [.source])
      cited = cited[..<range.lowerBound]
    }
    let parts = cited.split(separator: "@", maxSplits: 1).map(\.trimmed)
    let source = try resolving.entity(parts.first ?? "", [.source])
    var members = [JSONMember("source", .text(source))]
    if parts.count > 1 { members.add("at", .text(parts[1])) }
    members.add("via", via.map(JSON.text))
    return .object(members)
  }

  /// `NAME=JSON`, taken apart.
  func setting(_ text: String) throws -> JSONMember {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw Fault(message: "\"\(text)\": write NAME=JSON")
    }
    do {
      return JSONMember(String(parts[0]), try TerseValue.parse(String(parts[1])))
    } catch {
      throw Fault(
        message: "\(parts[0]): \(error); text stands in quotes, such as '\(parts[0])=\"some text\"'"
      )
    }
  }
}

extension UInt8 {
  fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

  fileprivate var isLetterOrDigit: Bool {
    isSmallLetter || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}

extension StringProtocol {
  /// Without the blanks at both ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
