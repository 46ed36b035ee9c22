/// Whether and how a person is deprived of liberty: exactly one of these holds.
package enum LibertyState: String, CaseIterable, Sendable, Hashable {
  /// Nothing is recorded that says.
  case unknown
  case atLiberty = "at_liberty"
  /// Taken, and not yet before any court.
  case policeCustody = "police_custody"
  /// Held for days for an administrative offence.
  case administrativeArrest = "administrative_arrest"
  /// Held by order of the executive, without charge.
  case interned
  /// Held by order of a court or prosecutor until trial.
  case pretrialDetention = "pretrial_detention"
  /// Held; the source does not say on what basis.
  case inCustody = "in_custody"
  /// Held, and a sentence to deprivation of liberty is stated.
  case imprisoned
  /// Held in a psychiatric institution against their will.
  case psychiatricDetention = "psychiatric_detention"
  /// Confined at home.
  case houseArrest = "house_arrest"
  /// Serving a sentence in an institution of an open type.
  case openFacility = "open_facility"
  /// Free under a non-custodial measure while the case goes on.
  case bail
  /// Free under a suspended sentence, on parole or under a restriction of liberty.
  case conditional
  /// Taken or missing, whereabouts unknown.
  case disappeared
  /// Escaped, or hiding from arrest.
  case inHiding = "in_hiding"
  case abroad
  case deceased

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
