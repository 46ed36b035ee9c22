/// A kind of event, declared once: everything else about it derives from this.
package struct Kind: Sendable, Hashable {
  package let name: String
  package let section: Section
  package let meaning: String
  package let fields: [Field]
  /// The code in the HURIDOCS micro-thesauri, where there is one.
  package let huridocs: String?
  package let needsPerson: Bool
  /// Groups of fields of which one must be given: exactly one, where `exclusive`.
  package let oneOf: [Alternative]

  /// Declares a kind; those under Liberty and Courts also take `case`, those under Liberty need a
  /// person unless they say otherwise.
  package init(
    _ name: String,
    in section: Section,
    _ meaning: String,
    huridocs: String? = nil,
    needsPerson: Bool? = nil,
    oneOf: [Alternative] = [],
    fields: [Field] = []
  ) {
    self.name = name
    self.section = section
    self.meaning = meaning
    self.huridocs = huridocs
    self.needsPerson = needsPerson ?? (section == .liberty)
    self.oneOf = oneOf
    self.fields = section.belongsToCases ? fields + [.caseLabel] : fields
  }

  package enum Section: String, CaseIterable, Sendable {
    case liberty = "Liberty"
    case courts = "Courts and prosecutors"
    case treatment = "Treatment"
    case acts = "What states, bodies and organisations did"
    case publicLife = "Public life"
    case assertions = "What a source asserts, without a dated act"
    case record = "The record itself"

    /// What a recorder should know before choosing among its kinds.
    package var guidance: String? {
      switch self {
      case .liberty:
        """
        `arrest` is the taking itself (задержание, ұстау), `administrative-arrest` days of arrest
        for an administrative offence (административный арест), `remand` custody before trial
        (заключение под стражу). «Арест» in a source is usually one of the latter two; where it does
        not say which, use `status` with `in_custody`, or `count`.
        """
      case .courts:
        "A `suspended` sentence is условно, `restriction` ограничение свободы."
      case .record:
        "These bear no date. Ids share one namespace; a registration is corrected, not repeated."
      case .treatment, .acts, .publicLife, .assertions: nil
      }
    }

    /// Whether its kinds take the field `case`.
    package var belongsToCases: Bool { self == .liberty || self == .courts }
  }

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

  /// What this kind registers, if it does.
  package var registers: EntitySort? { EntitySort(rawValue: name) }

  package func field(_ name: String) -> Field? {
    fields.first { $0.name.hasSameBytes(as: name) }
  }
}

extension Field {
  /// The field that ties an event to a case.
  static let caseLabel = Field(
    "case",
    .text,
    "The case it belongs to: the id of a registered case, or any label."
  )
}
