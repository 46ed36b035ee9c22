/// The type of a field of the vocabulary.
package indirect enum FieldType: Sendable, Hashable {
  case text
  /// A list of texts, or a single text, which is a list of one.
  case texts
  /// One of the listed words, or `unspecified`: the source does not say.
  case choice([String])
  case date
  case duration
  case number(NumberRange)
  case boolean
  /// A SHA-256 in 64 lower-case hexadecimal digits.
  case sha256
  /// `{n, qualifier, unit, of, state, including}`.
  case count
  /// The id of an event recorded before.
  case ref
  /// The id of something registered, of one of these sorts.
  case entity([EntitySort])
  /// A registered organisation, or text for a class of them.
  case organisationOrText
  /// A new id in the namespace of the registry.
  case newID
  /// A JSON merge patch (RFC 7396).
  case mergePatch
  case list(FieldType)
  /// A list of exactly so many.
  case tuple(FieldType, count: Int)
  /// An object with these fields, called by a name: a demand, a claim, an amount of money, a name.
  case record(String, [Field])
}

extension FieldType {
  /// The word that every choice also takes: the source does not say.
  package static let unspecified = "unspecified"

  package static let person = FieldType.entity([.person])
  package static let organisation = FieldType.entity([.organisation])
  package static let place = FieldType.entity([.place])
  package static let source = FieldType.entity([.source])
  package static let personOrOrganisation = FieldType.entity([.person, .organisation])
  package static let placeOrOrganisation = FieldType.entity([.place, .organisation])
  package static let anyNumber = FieldType.number(NumberRange())

  static func choice(_ words: String...) -> FieldType { .choice(words) }
}

/// The numbers that a field takes.
package struct NumberRange: Sendable, Hashable {
  package let lowest: Int?
  package let highest: Int?
  package let isWhole: Bool

  package init(from lowest: Int? = nil, to highest: Int? = nil, whole isWhole: Bool = false) {
    self.lowest = lowest
    self.highest = highest
    self.isWhole = isWhole
  }

  /// The range in words: `a number from -90 to 90`.
  package var words: String {
    let noun = isWhole ? "a whole number" : "a number"
    return switch (lowest, highest) {
    case (let lowest?, let highest?): "\(noun) from \(lowest) to \(highest)"
    case (let lowest?, nil): "\(noun) from \(lowest)"
    case (nil, let highest?): "\(noun) up to \(highest)"
    case (nil, nil): noun
    }
  }
}

/// A field that a kind declares.
package struct Field: Sendable, Hashable {
  package let name: String
  package let type: FieldType
  package let isRequired: Bool
  /// What it means, in one sentence for the reference page and `--help`.
  package let meaning: String

  package init(_ name: String, _ type: FieldType, required: Bool = false, _ meaning: String) {
    self.name = name
    self.type = type
    self.isRequired = required
    self.meaning = meaning
  }
}
