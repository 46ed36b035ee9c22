internal import Events

extension Record {
  /// The ends of terms, remands and the like that come by `horizon` or have passed, and the terms
  /// of which no end can be computed.
  func termDues(on day: Day, until horizon: Day) -> [Due] {
    detentionStatuses(asOf: day).compactMap { status in
      guard status.isHeld || status.liberty == .houseArrest else { return nil }
      guard let end = status.expectedEnd else {
        return status.endReason.map { reason in
          Due(
            person: status.person,
            what: status.liberty.termName,
            earliest: nil,
            latest: nil,
            isPassed: false,
            reason: reason,
            basis: status.basis
          )
        }
      }
      guard (end.earliest ?? end.latest) <= horizon else { return nil }
      return Due(
        person: status.person,
        what: status.liberty.termName,
        earliest: end.earliest,
        latest: end.latest,
        isPassed: end.latest < day,
        reason: nil,
        basis: status.basis
      )
    }
  }
}

extension LibertyState {
  /// What ends when somebody in this state is due out.
  fileprivate var termName: String {
    switch self {
    case .imprisoned: "term"
    case .pretrialDetention: "remand"
    case .administrativeArrest: "administrative arrest"
    case .psychiatricDetention: "commitment"
    case .interned: "internment"
    case .houseArrest: "house arrest"
    default: "custody"
    }
  }
}
