/// Whether and how a person is deprived of liberty: exactly one of these holds.
package enum LibertyState: String, CaseIterable, Sendable, Hashable {
  case unknown
  case atLiberty = "at_liberty"
  case policeCustody = "police_custody"
  case administrativeArrest = "administrative_arrest"
  case interned
  case pretrialDetention = "pretrial_detention"
  case inCustody = "in_custody"
  case imprisoned
  case psychiatricDetention = "psychiatric_detention"
  case houseArrest = "house_arrest"
  case openFacility = "open_facility"
  case bail
  case conditional
  case disappeared
  case inHiding = "in_hiding"
  case abroad
  case deceased

  /// What the state says of a person, for the reference page.
  package var meaning: String {
    switch self {
    case .unknown: "Nothing is recorded that says."
    case .atLiberty: "Free."
    case .policeCustody: "Taken, and not yet before any court."
    case .administrativeArrest: "Held for days for an administrative offence."
    case .interned: "Held by order of the executive, without charge."
    case .pretrialDetention: "Held by order until trial."
    case .inCustody: "Held; the source does not say on what basis."
    case .imprisoned: "Held, and a sentence to deprivation of liberty is stated."
    case .psychiatricDetention: "Held in a psychiatric institution against their will."
    case .houseArrest: "Confined at home."
    case .openFacility: "Serving a sentence in an institution of an open type."
    case .bail: "Free under a non-custodial measure while the case goes on."
    case .conditional:
      "Free under a suspended sentence, on parole or under a restriction of liberty."
    case .disappeared: "Taken or missing, whereabouts unknown."
    case .inHiding: "Escaped, or in hiding."
    case .abroad: "Out of the country."
    case .deceased: "Dead."
    }
  }

  /// Whether the person is held: the states that every number of the held counts.
  package var isHeld: Bool {
    switch self {
    case .policeCustody, .administrativeArrest, .interned, .pretrialDetention, .inCustody,
      .imprisoned, .psychiatricDetention:
      true
    case .unknown, .atLiberty, .houseArrest, .openFacility, .bail, .conditional, .disappeared,
      .inHiding, .abroad, .deceased:
      false
    }
  }

  /// Whether it is counted apart, and printed beside every number of the held.
  package var isCountedApart: Bool {
    self == .houseArrest || self == .openFacility || self == .disappeared
  }

  /// The held states, in the order of the vocabulary.
  package static let held = allCases.filter(\.isHeld)

  /// The word by which a count means any of the held states.
  package static let heldWord = "held"
}
