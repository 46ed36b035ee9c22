package import Events

extension Happening {
  /// When what it announces is to happen; nil where it announces nothing, or says that it is off.
  package var plannedDate: EDTF? {
    guard Vocabulary.standard[fact.kind]?.field("for") != nil, !isCalledOff,
      let planned = fact.details.date("for")
    else { return nil }
    // The date of the event itself is no second date.
    return planned.beginning == date.beginning && planned.end == date.end ? nil : planned
  }

  /// Whether what it is about will not happen, or has.
  var isCalledOff: Bool {
    switch (fact.kind, fact.details.choice("stage")) {
    case ("meeting", "refused"), ("meeting", "not_held"), ("meeting", "held"),
      ("election", "annulled"):
      true
    default: false
    }
  }

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
