/// The JSON Schema (draft 2020-12) of drafts, generated from the vocabulary.
///
/// It says what a schema can say. What it cannot, such as whether a date exists and whether an id
/// is registered, `append` finds out; so a draft that the schema takes may still be refused.
package struct DraftSchema: Sendable {
  package let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary = .standard) {
    self.vocabulary = vocabulary
  }

  /// The schema of the standard vocabulary.
  package static var json: JSON { DraftSchema().json }

  package var json: JSON {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A draft of an event",
      "description": .text(
        "One line of `annals append --jsonl`: what happened, to whom, and where it is said."
      ),
      "type": "object",
      "required": ["kind"],
      "properties": .object([JSONMember("kind", kindNames)] + DraftSchema.members),
      "additionalProperties": false,
      "allOf": .array(vocabulary.kinds.map(condition) + [ownCondition]),
      "$defs": .object(DraftSchema.definitions + vocabulary.kinds.map(definition) + [ownKind]),
    ]
  }

  private var kindNames: JSON {
    [
      "description": "The kind of the event, or one of your own, beginning with x-.",
      "anyOf": [["enum": .texts(vocabulary.kinds.map(\.name))], ["pattern": .text(ownPattern)]],
    ]
  }

  private let ownPattern = "^x-[a-z0-9-]{1,62}$"
}

// MARK: Kinds

extension DraftSchema {
  private func condition(_ kind: Kind) -> JSON {
    [
      "if": ["properties": ["kind": ["const": .text(kind.name)]], "required": ["kind"]],
      "then": .to("kind-\(kind.name)"),
    ]
  }

  private var ownCondition: JSON {
    [
      "if": ["properties": ["kind": ["pattern": .text(ownPattern)]], "required": ["kind"]],
      "then": .to("kind-x-"),
    ]
  }

  private var ownKind: JSONMember {
    JSONMember(
      "kind-x-",
      ["description": "A kind of your own, with any fields.", "required": ["date", "title"]]
    )
  }

  private func definition(_ kind: Kind) -> JSONMember {
    var required = kind.isDated ? ["date", "title"] : []
    if kind.needsPerson { required.append("persons") }
    let needsDetails = !kind.oneOf.isEmpty || kind.fields.contains(where: \.isRequired)
    if needsDetails { required.append("details") }
    var properties: [JSONMember] = []
    if !kind.isDated {
      properties.add("date", false)
      properties.add("account_of", false)
    }
    if kind.needsPerson { properties.add("persons", ["minItems": 1]) }
    properties.add("details", details(kind))
    var schema = [JSONMember("description", .text(kind.meaning))]
    if !required.isEmpty { schema.add("required", .texts(required)) }
    schema.add("properties", .object(properties))
    return JSONMember("kind-\(kind.name)", .object(schema))
  }

  private func details(_ kind: Kind) -> JSON {
    var schema = DraftSchema.object(kind.fields)
    for alternative in kind.oneOf {
      schema.add(alternative.isExclusive ? "oneOf" : "anyOf", .array(alternative.fields.map(given)))
    }
    return .object(schema)
  }

  /// That the field called `name` is there, and not an empty list.
  private func given(_ name: String) -> JSON {
    ["required": [.text(name)], "properties": .object([JSONMember(name, ["minItems": 1])])]
  }
}

// MARK: Fields

extension DraftSchema {
  static func object(_ fields: [Field]) -> [JSONMember] {
    let required = fields.filter(\.isRequired).map(\.name)
    var schema: [JSONMember] = [
      JSONMember("type", "object"),
      JSONMember("properties", .object(fields.map { JSONMember($0.name, property($0)) })),
      JSONMember("additionalProperties", false),
    ]
    schema.add("required", required)
    return schema
  }

  private static func property(_ field: Field) -> JSON {
    var schema = [JSONMember("description", .text(field.meaning))] + members(field.type)
    if field.isRequired {
      switch field.type {
      case .text, .organisationOrText: schema.add("pattern", #"\S"#)
      case .list: schema.add("minItems", 1)
      default: break
      }
    }
    return .object(schema)
  }

  private static func members(_ type: FieldType) -> [JSONMember] {
    switch type {
    case .text, .organisationOrText: [JSONMember("type", "string")]
    case .texts: [JSONMember("anyOf", [["type": "string"], .list(of: ["type": "string"])])]
    case .choice(let words): [JSONMember("enum", .texts(words + [FieldType.unspecified]))]
    case .number(let range): range.schema
    case .boolean: [JSONMember("type", "boolean")]
    case .date: [.ref("date")]
    case .duration: [.ref("duration")]
    case .sha256: [.ref("sha256")]
    case .count: [.ref("count")]
    case .ref: [.ref("event")]
    case .entity, .newID: [.ref("id")]
    case .mergePatch: [.ref("patch")]
    case .list(let item): JSON.list(of: .object(members(item))).members ?? []
    case .tuple(let item, let count):
      (JSON.list(of: .object(members(item))).members ?? [])
        + [JSONMember("minItems", .integer(count)), JSONMember("maxItems", .integer(count))]
    case .record(let name, _): [.ref(name)]
    }
  }
}

extension NumberRange {
  fileprivate var schema: [JSONMember] {
    var schema = [JSONMember("type", isWhole ? "integer" : "number")]
    schema.add("minimum", lowest.map(JSON.integer))
    schema.add("maximum", highest.map(JSON.integer))
    return schema
  }
}

extension JSON {
  /// A reference to a definition.
  static func to(_ definition: String) -> JSON { .object([.ref(definition)]) }

  static func list(of item: JSON) -> JSON { ["type": "array", "items": item] }
}

extension JSONMember {
  fileprivate static func ref(_ definition: String) -> JSONMember {
    JSONMember("$ref", .text("#/$defs/\(definition)"))
  }
}
