internal import Events

extension Due {
  /// The end of a term, remand and the like that comes by `horizon` or has passed, or a term whose
  /// end cannot be computed.
  init?(termOf status: DetentionStatus, until horizon: Day) {
    guard status.isHeld || status.liberty == .houseArrest else { return nil }
    let end = status.expectedEnd
    if let end {
      guard (end.earliest ?? end.latest) <= horizon else { return nil }
    } else if status.endReason == nil {
      return nil
    }
    self.init(
      person: status.person,
      what: status.liberty.termName,
      earliest: end?.earliest,
      latest: end?.latest,
      isPassed: end.map { $0.latest < status.asOf } ?? false,
      reason: end == nil ? status.endReason : nil,
      basis: status.basis
    )
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
