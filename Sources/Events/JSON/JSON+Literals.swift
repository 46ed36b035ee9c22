extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .text(text) }
  package init(integerLiteral number: Int) { self = .integer(number) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(arrayLiteral values: JSON...) { self = .array(values) }

  /// An object whose members keep the order in which they are written.
  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { JSONMember($0.0, $0.1) })
  }
}
