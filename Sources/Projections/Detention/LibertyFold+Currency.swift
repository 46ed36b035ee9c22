internal import Events

/// States end by events, but evidence ages.
extension LibertyFold {
  /// Whether the last evidence is recent enough on `day` for the kind of state.
  func isCurrent(on day: Day) -> Bool {
    switch liberty {
    case .atLiberty, .abroad, .deceased: true
    case .unknown: false
    default: isFilled || isEvidenceRecent(on: day)
    }
  }

  private func isEvidenceRecent(on day: Day) -> Bool {
    guard let lastEvidence else { return false }
    if let last = end?.latest, endCounts {
      return day <= last || (lastEvidence > last && day <= lastEvidence.adding(months: 12))
    }
    switch liberty {
    case .policeCustody: return day <= lastEvidence.adding(days: 3)
    case .administrativeArrest: return day <= lastEvidence.adding(days: 30)
    case .pretrialDetention, .houseArrest: return day <= lastEvidence.adding(months: 2)
    default:
      if liberty == .imprisoned, sentences.isForLife { return true }
      return day <= lastEvidence.adding(months: 12)
    }
  }

  /// Whether the state lasts as long as its expected end allows.
  private var endCounts: Bool {
    [.administrativeArrest, .pretrialDetention, .houseArrest, .imprisoned].contains(liberty)
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
    if liberty.isHeld || liberty == .houseArrest, let last = end?.latest,
      day >= last.adding(days: 7)
    {
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
