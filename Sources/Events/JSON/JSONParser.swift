extension JSON {
  /// Nesting beyond this is refused, so that no input can exhaust the stack.
  package static let depthMax = 64

  /// The one JSON value in `bytes`; white space may stand around it.
  package init(parsing bytes: Span<UInt8>) throws(JSONError) {
    var parser = JSONParser()
    self = try parser.document(bytes)
  }

  /// The same; of a confidential part an error repeats nothing.
  package init(parsing text: String, isConfidential: Bool = false) throws(JSONError) {
    let bytes = Array(text.utf8)
    var parser = JSONParser()
    parser.isConfidential = isConfidential
    self = try parser.document(bytes.span)
  }
}

/// A strict RFC 8259 parser: no duplicate members, no U+0000, no lone surrogates, bounded depth.
struct JSONParser {
  var at = 0
  var depth = 0
  /// Whether what is read belongs to a confidential part.
  var isConfidential = false

  mutating func document(_ bytes: Span<UInt8>) throws(JSONError) -> JSON {
    skipSpace(bytes)
    let value = try value(bytes)
    skipSpace(bytes)
    if at < bytes.count {
      throw JSONError(bytes[at] == UInt8(ascii: "{") ? .secondObject : .trailing, at: at)
    }
    return value
  }

  mutating func value(_ bytes: Span<UInt8>) throws(JSONError) -> JSON {
    guard at < bytes.count else { throw JSONError(.unexpectedEnd, at: at) }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object(bytes)
    case UInt8(ascii: "["): return try array(bytes)
    case UInt8(ascii: "\""): return .text(try string(bytes))
    case UInt8(ascii: "t"): return try word("true", .boolean(true), bytes)
    case UInt8(ascii: "f"): return try word("false", .boolean(false), bytes)
    case UInt8(ascii: "n"): return try word("null", .null, bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try number(bytes))
    default: throw JSONError(.expected("a value"), at: at)
    }
  }

  private mutating func object(_ bytes: Span<UInt8>) throws(JSONError) -> JSON {
    try descend()
    at += 1
    var members: [JSONMember] = []
    var places = MemberPlaces()
    skipSpace(bytes)
    if take(UInt8(ascii: "}"), bytes) { return ascend(.object(members)) }
    while true {
      skipSpace(bytes)
      guard at < bytes.count else { throw JSONError(.unexpectedEnd, at: at) }
      let start = at
      guard bytes[at] == UInt8(ascii: "\"") else {
        throw JSONError(.expected("a member's name in quotes"), at: at)
      }
      let name = try string(bytes)
      if places[name] != nil {
        let reason: JSONError.Reason =
          isConfidential ? .duplicateConfidentialMember : .duplicateMember(name)
        throw JSONError(reason, at: start)
      }
      places.append(name)
      skipSpace(bytes)
      try expect(UInt8(ascii: ":"), "a colon", bytes)
      skipSpace(bytes)
      let isConfidentialAround = isConfidential
      if name.hasSameBytes(as: "private") { isConfidential = true }
      members.append(JSONMember(name, try value(bytes)))
      isConfidential = isConfidentialAround
      skipSpace(bytes)
      if take(UInt8(ascii: "}"), bytes) { return ascend(.object(members)) }
      try expect(UInt8(ascii: ","), "a comma or a closing brace", bytes)
    }
  }

  private mutating func array(_ bytes: Span<UInt8>) throws(JSONError) -> JSON {
    try descend()
    at += 1
    var values: [JSON] = []
    skipSpace(bytes)
    if take(UInt8(ascii: "]"), bytes) { return ascend(.array(values)) }
    while true {
      skipSpace(bytes)
      values.append(try value(bytes))
      skipSpace(bytes)
      if take(UInt8(ascii: "]"), bytes) { return ascend(.array(values)) }
      try expect(UInt8(ascii: ","), "a comma or a closing bracket", bytes)
    }
  }

  mutating func descend() throws(JSONError) {
    depth += 1
    if depth > JSON.depthMax { throw JSONError(.tooDeep(limit: JSON.depthMax), at: at) }
  }

  mutating func ascend(_ value: JSON) -> JSON {
    depth -= 1
    return value
  }

  private mutating func word(
    _ word: String,
    _ value: JSON,
    _ bytes: Span<UInt8>
  ) throws(JSONError) -> JSON {
    for byte in word.utf8 {
      guard at < bytes.count else { throw JSONError(.unexpectedEnd, at: at) }
      guard bytes[at] == byte else { throw JSONError(.expected("\"\(word)\""), at: at) }
      at += 1
    }
    return value
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> String {
    let start = at
    _ = take(UInt8(ascii: "-"), bytes)
    if !take(UInt8(ascii: "0"), bytes) { try digits(bytes, from: start) }
    if take(UInt8(ascii: "."), bytes) { try digits(bytes, from: start) }
    if take(UInt8(ascii: "e"), bytes) || take(UInt8(ascii: "E"), bytes) {
      if !take(UInt8(ascii: "+"), bytes) { _ = take(UInt8(ascii: "-"), bytes) }
      try digits(bytes, from: start)
    }
    if at < bytes.count, isDigit(bytes[at]) { throw JSONError(.badNumber, at: start) }
    return try text(bytes, start..<at)
  }

  private mutating func digits(_ bytes: Span<UInt8>, from start: Int) throws(JSONError) {
    guard at < bytes.count, isDigit(bytes[at]) else { throw JSONError(.badNumber, at: start) }
    while at < bytes.count, isDigit(bytes[at]) { at += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  mutating func skipSpace(_ bytes: Span<UInt8>) {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func expect(
    _ byte: UInt8,
    _ what: String,
    _ bytes: Span<UInt8>
  ) throws(JSONError) {
    guard at < bytes.count else { throw JSONError(.unexpectedEnd, at: at) }
    guard take(byte, bytes) else { throw JSONError(.expected(what), at: at) }
  }
}
