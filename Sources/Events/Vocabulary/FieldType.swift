/// The type of a field of the vocabulary.
package indirect enum FieldType: Sendable, Hashable {
  case text
  /// One of the listed words, or `unspecified`: the source does not say.
  case choice([String])
  case date
  case duration
  case number
  case boolean
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

/// What can be registered and referred to by id; also the kind of event that registers it.
package enum EntitySort: String, CaseIterable, Sendable, Hashable {
  case person, organisation, place, source
  case caseFile = "case"
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

/// A kind of event, declared once: everything else about it derives from this.
package struct Kind: Sendable, Hashable {
  package enum Section: String, CaseIterable, Sendable {
    case liberty = "Liberty"
    case courts = "Courts and prosecutors"
    case treatment = "Treatment"
    case acts = "What states, bodies and organisations did"
    case publicLife = "Public life"
    case assertions = "What a source asserts, without a dated act"
    case record = "The record itself"
  }

  package let name: String
  package let section: Section
  package let meaning: String
  package let fields: [Field]
  /// The code in the HURIDOCS micro-thesauri, where there is one.
  package let huridocs: String?
  package let needsPerson: Bool
  /// Groups of fields of which one must be given: exactly one, where `exclusive`.
  package let oneOf: [Alternative]

  package struct Alternative: Sendable, Hashable {
    package let fields: [String]
    package let isExclusive: Bool

    package init(_ fields: [String], exclusive: Bool) {
      self.fields = fields
      self.isExclusive = exclusive
    }
  }

  /// Whether `date` and `title` are required; events about the record itself bear no date.
  package var isDated: Bool { section != .record }
}
