import Events

/// JSON values of every shape, with the names that events have and some that are easily confused.
enum RandomJSON {
  private static let names = [
    "a", "b", "K", "\u{212A}", "\u{E9}", "e\u{301}", "", "kind", "date", "title", "persons",
    "details", "term", "form", "id", "sources", "source", "at", "order", "tags", "certainty",
  ]
  private static let texts = [
    "arrest", "release", "2016-05-17", "P2Y", "anna-berg", "imprisonment", "t\u{E9}", "\"\\\n",
    "confirmed", "",
  ]
  private static let numbers = ["0", "-0", "1", "1.0", "10e-1", "1e400", "-7.50"]

  static func value(_ chance: inout Chance, depth: Int = 3) -> JSON {
    switch chance.roll(depth > 0 ? 9 : 4) {
    case 0: .null
    case 1: .boolean(chance.roll(2) == 0)
    case 2: .number(chance.pick(numbers))
    case 3: .text(chance.pick(texts))
    case 4: .array((0..<chance.roll(4)).map { _ in value(&chance, depth: depth - 1) })
    default: object(&chance, depth: depth)
    }
  }

  /// An object, each name once.
  static func object(_ chance: inout Chance, depth: Int = 3) -> JSON {
    var members: [JSONMember] = []
    for _ in 0..<chance.roll(6) {
      let name = chance.pick(names)
      if members[named: name] != nil { continue }
      members.append(JSONMember(name, value(&chance, depth: depth - 1)))
    }
    return .object(members)
  }
}
