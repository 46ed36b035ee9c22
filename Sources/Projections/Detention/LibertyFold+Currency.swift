internal import Events

/// How long a state can be taken as the present one.
enum Currency: Hashable {
  case always
  case never
  /// To the end of that day.
  case until(Day)

  func includes(_ day: Day) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .until(let last): day <= last
    }
  }
}

/// States end by events, but evidence ages.
extension LibertyFold {
  /// How long the last evidence is recent enough for the kind of state.
  var currency: Currency {
    switch liberty {
    case .atLiberty, .abroad, .deceased: .always
    case .unknown: .never
    default: isFilled ? .always : currencyOfEvidence
    }
  }

  private var currencyOfEvidence: Currency {
    guard let lastEvidence else { return .never }
    if let last = end?.latest, endCounts {
      // Evidence newer than an expected end is current for a year.
      return .until(lastEvidence > last ? lastEvidence.adding(months: 12) : last)
    }
    switch liberty {
    case .policeCustody: return .until(lastEvidence.adding(days: 3))
    case .administrativeArrest: return .until(lastEvidence.adding(days: 30))
    case .pretrialDetention, .houseArrest: return .until(lastEvidence.adding(months: 2))
    default:
      if liberty == .imprisoned, sentences.isForLife { return .always }
      return .until(lastEvidence.adding(months: 12))
    }
  }

  /// Whether the state lasts as long as its expected end allows.
  private var endCounts: Bool {
    [.administrativeArrest, .pretrialDetention, .houseArrest, .imprisoned].contains(liberty)
  }

  /// The day from which a release ought to be recorded.
  var dayTermIsPassed: Day? {
    liberty.isHeld || liberty == .houseArrest ? end?.latest.adding(days: 7) : nil
  }

  /// What does not fit together as of `day`.
  func anomalies(on day: Day) -> [Anomaly] {
    var result = anomalies
    for waiting in sentences.waiting {
      result.append(
        Anomaly(
          kind: .custodyNotConfirmed,
          text: "a sentence to imprisonment is recorded, but no custody "
            + "(\(waiting.liberty.rawValue))",
          events: [waiting.term.event]
        )
      )
    }
    if liberty.isHeld, !releaseOrders.isEmpty {
      result.append(
        Anomaly(
          kind: .releaseNotConfirmed,
          text: "a decision ought to have freed the person, and no release is recorded",
          events: releaseOrders
        )
      )
    }
    if let last = end?.latest, let passed = dayTermIsPassed, day >= passed {
      result.append(
        Anomaly(
          kind: .termPassed,
          text: "the term ended by \(last), and no release is recorded",
          events: basisIDs
        )
      )
    }
    return result
  }
}
