package import Events

extension Content {
  /// When what it announces is to happen; nil where it announces nothing, or says that it is off.
  package var plannedDate: EDTF? {
    guard let date, Vocabulary.standard[kind]?.field("for") != nil, !isCalledOff,
      let planned = details.date("for")
    else { return nil }
    // The date of the event itself is no second date.
    return planned.beginning == date.beginning && planned.end == date.end ? nil : planned
  }

  /// Whether what it is about will not happen, or has.
  var isCalledOff: Bool {
    switch (kind, details.choice("stage")) {
    case ("meeting", "refused"), ("meeting", "not_held"), ("meeting", "held"),
      ("election", "annulled"):
      true
    default: false
    }
  }
}

extension Happening {
  /// The same, standing on the day for which it is planned.
  func moved(to planned: EDTF) -> Happening {
    Happening(
      fact: fact,
      date: planned,
      otherAccounts: otherAccounts,
      persons: persons,
      beginning: planned.beginning
    )
  }
}
