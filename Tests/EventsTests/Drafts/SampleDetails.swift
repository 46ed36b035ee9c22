@testable import Events

/// Values for every field of a kind, made from its declaration.
enum SampleDetails {
  /// Every field of `kind`; of fields that exclude each other, the first.
  static func all(of kind: Kind) -> JSON {
    let excluded = kind.oneOf.filter(\.isExclusive).flatMap { $0.fields.dropFirst() }
    return object(kind.fields.filter { !excluded.contains($0.name) })
  }

  /// Only the fields that `kind` needs.
  static func required(of kind: Kind) -> JSON {
    let chosen = kind.oneOf.compactMap(\.fields.first)
    return object(kind.fields.filter { $0.isRequired || chosen.contains($0.name) })
  }

  /// A draft of `kind` with these details.
  static func draft(of kind: Kind, details: JSON) -> JSON {
    var members = [JSONMember("kind", .text(kind.name))]
    if kind.isDated {
      members.add("date", "2016-05~")
      members.add("title", "Something happened")
    }
    if kind.needsPerson { members.add("persons", ["anna"]) }
    if details != [:] { members.add("details", details) }
    return .object(members)
  }

  private static func object(_ fields: [Field]) -> JSON {
    .object(fields.map { JSONMember($0.name, value(of: $0.type)) })
  }

  private static func value(of type: FieldType) -> JSON {
    switch type {
    case .text, .organisationOrText: "Some words"
    case .texts: ["174", "274"]
    case .choice(let words): .optional(words.last)
    case .date: "2017?"
    case .duration: "P1Y6M"
    case .number(let range): .integer(range.lowest ?? 7)
    case .boolean: true
    case .sha256: .text(String(repeating: "0a", count: 32))
    case .count: ["n": 55, "qualifier": "more_than", "including": [["qualifier": "some"]]]
    case .ref: "event-1"
    case .entity: "anna"
    case .newID: "something-new"
    case .mergePatch: ["date": "2018", "place": .null]
    case .list(let item): [value(of: item), value(of: item)].unlessRepeated
    case .tuple(let item, let count): .array(Array(repeating: value(of: item), count: count))
    case .record(_, let fields): object(fields)
    }
  }
}

extension [JSON] {
  /// One item where two alike would clash: the ids of demands, the persons of an identity.
  fileprivate var unlessRepeated: JSON {
    if first?["id"] != nil { return .array([self[0]]) }
    return first == "anna" ? ["anna", "bo"] : .array(self)
  }
}
