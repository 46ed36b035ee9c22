/// A JSON value that keeps what the writer wrote: the order of members and the spelling of numbers.
///
/// Two values are equal as JSON values are: members in any order, numbers by their value, text byte
/// by byte (so a composed and a decomposed letter differ).
package enum JSON: Sendable {
  case null
  case boolean(Bool)
  /// A number as it was spelled, such as `1.50`.
  case number(String)
  case text(String)
  case array([JSON])
  case object([JSONMember])
}

/// A name and a value inside a JSON object.
package struct JSONMember: Sendable {
  package var name: String
  package var value: JSON

  package init(_ name: String, _ value: JSON) {
    self.name = name
    self.value = value
  }
}

extension JSON {
  /// The value of the member called `name`; nil if absent, or if this is no object.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[named: name]
  }

  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  package var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  package var array: [JSON]? {
    if case .array(let values) = self { values } else { nil }
  }

  package var members: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The value as a whole number; nil for `1.0`, `1e3` and whatever does not fit.
  package var integer: Int? {
    guard case .number(let spelling) = self else { return nil }
    return Int(spelling)
  }

  /// The value as a floating-point number.
  package var double: Double? {
    guard case .number(let spelling) = self else { return nil }
    return Double(spelling)
  }

  package static func integer(_ value: Int) -> JSON { .number(String(value)) }

  /// Text, or null where there is none.
  package static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

  package static func texts(_ texts: some Sequence<String>) -> JSON { .array(texts.map(JSON.text)) }
}

extension [JSONMember] {
  /// The value of the member called `name`, compared byte by byte.
  package subscript(named name: String) -> JSON? {
    first { $0.name.hasSameBytes(as: name) }?.value
  }
}

extension String {
  /// Whether both texts are the same bytes; `==` would also equate canonical equivalents.
  package func hasSameBytes(as other: String) -> Bool {
    // Equal bytes are equal text, and comparing text is fast where both are ASCII.
    self == other && utf8.elementsEqual(other.utf8)
  }
}
