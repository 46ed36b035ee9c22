extension DraftSchema {
  /// The members of a draft beside its kind.
  static let members: [JSONMember] = [
    JSONMember("id", .to("event")),
    JSONMember(
      "by",
      [
        "description": "Who records it: a code fit for publication.", "type": "string",
        "minLength": 1, "maxLength": .integer(Recorder.bytesMax),
      ]
    ),
    JSONMember("date", .to("date")),
    JSONMember("persons", described("Whom it happened to, or concerns.", uniqueIDs)),
    JSONMember("actors", described("Who did it or took part.", .list(of: actor))),
    JSONMember("place", .to("id")),
    JSONMember(
      "title",
      [
        "description": "The event in one line, in your own words.", "type": "string",
        "pattern": #"^[^\n\r]*\S[^\n\r]*$"#,
      ]
    ),
    JSONMember("text", ["description": "A longer account.", "type": "string"]),
    JSONMember(
      "details",
      ["description": "The fields that the kind declares.", "type": "object"]
    ),
    JSONMember("sources", described("Where it is said.", .list(of: citation))),
    JSONMember(
      "certainty",
      [
        "description": "How sure it is; reported, if absent.",
        "enum": .texts(Certainty.allCases.map(\.rawValue)),
      ]
    ),
    JSONMember("account_of", .to("event")),
    JSONMember("after", described("Events that it came later than.", .list(of: .to("event")))),
    JSONMember(
      "because_of",
      described("Events that caused it, as the source says.", .list(of: .to("event")))
    ),
    JSONMember(
      "order",
      ["description": "The order among events whose days leave it open.", "type": "integer"]
    ),
    JSONMember("tags", described("Free words.", .list(of: ["type": "string"]))),
    JSONMember(
      "private",
      [
        "description": "The confidential part, which never enters the log.", "type": "object",
        "properties": ["salt": false],
      ]
    ),
  ]

  /// What kinds and members share.
  static let definitions: [JSONMember] = [
    JSONMember(
      "date",
      [
        "description": "A date in EDTF, such as 2016-05-17, 2016-05~ or 2016/2017-03.",
        "type": "string", "pattern": #"^[0-9XYESTZ.,:/~?%{}\[\]+-]{1,256}$"#,
      ]
    ),
    JSONMember(
      "duration",
      [
        "description": "A duration in ISO 8601, such as P5Y or P15D.", "type": "string",
        "pattern": .text(durationPattern),
      ]
    ),
    JSONMember(
      "event",
      [
        "description": "The id of an event.", "type": "string",
        "pattern": "^(?=.*[^0-9])[A-Za-z0-9._-]{1,64}$",
      ]
    ),
    JSONMember(
      "id",
      [
        "description": "The id of a person, an organisation, a place, a source or a case.",
        "type": "string", "pattern": "^[a-z0-9-]+(/[a-z0-9-]+)*$",
        "maxLength": .integer(EntityID.bytesMax),
      ]
    ),
    JSONMember("sha256", ["type": "string", "pattern": "^[0-9a-f]{64}$"]),
    JSONMember("count", count),
    JSONMember("patch", patch),
    record(.money), record(.name), record(.claim), demand,
  ]

  private static let durationPattern =
    #"^P(?=[0-9T])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?"#
    + #"(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$"#

  private static let uniqueIDs: JSON = [
    "type": "array", "items": .to("id"), "uniqueItems": true,
  ]

  private static let actor: JSON = [
    "type": "object",
    "properties": [
      "actor": .to("id"), "role": ["enum": .texts(Role.words + [FieldType.unspecified])],
    ],
    "required": ["actor", "role"], "additionalProperties": false,
  ]

  private static let citation: JSON = [
    "type": "object",
    "properties": [
      "source": .to("id"),
      "at": ["description": "The page, paragraph or timecode.", "type": "string"],
      "via": described("The source actually read, if this one is only cited by it.", .to("id")),
      "quote": ["type": "string"],
      "lang": ["description": "The language of the quote.", "type": "string"],
    ],
    "required": ["source"], "additionalProperties": false,
  ]

  private static let count: JSON = .object(
    object(FieldCheck.countFields.filter { $0.name != "qualifier" })
      .merging(
        [
          "properties": [
            "qualifier": ["enum": .texts(Count.Qualifier.allCases.map(\.rawValue))]
          ],
          "if": ["properties": ["qualifier": ["const": "some"]], "required": ["qualifier"]],
          "then": ["properties": ["n": false]],
          "else": ["required": ["n"]],
        ])
  )

  private static let patch: JSON = [
    "description": "A JSON merge patch (RFC 7396) for the draft form of the event.",
    "type": "object",
    "properties": .object(
      (DraftReader.envelopeNames + DraftReader.sealedNames).map { JSONMember($0, false) }
    ),
  ]

  private static let demand: JSONMember = JSONMember(
    "demand",
    record(.demand).value.merging(["anyOf": [["required": ["what"]], ["required": ["text"]]]])
  )

  private static func record(_ type: FieldType) -> JSONMember {
    guard case .record(let name, let fields) = type else {
      preconditionFailure("only records are defined by their fields")
    }
    return JSONMember(name, .object(object(fields)))
  }

  private static func described(_ words: String, _ schema: JSON) -> JSON {
    .object([JSONMember("description", .text(words))] + (schema.members ?? []))
  }
}

extension [JSONMember] {
  fileprivate func merging(_ patch: JSON) -> [JSONMember] {
    JSON.object(self).merging(patch).members ?? self
  }
}
