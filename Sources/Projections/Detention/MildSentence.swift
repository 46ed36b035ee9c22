internal import Events

/// A suspended or restricting sentence, in force until its term has run.
struct MildSentence: Equatable, Sendable {
  let event: EventID
  let caseKey: CaseKey
  /// The state that it names.
  let state: LibertyState
  /// Bounds of the day from which it runs.
  let sentenced: DayBounds
  var term: CalendarDuration?

  init(_ happening: Happening, _ caseKey: CaseKey, state: LibertyState) {
    event = happening.id
    self.caseKey = caseKey
    self.state = state
    sentenced = happening.beginning
    term = happening.details.duration("term")
  }

  /// Without a term it stays in force.
  func isInForce(on day: Day?) -> Bool {
    guard let term, let latest = sentenced.latest, let day else { return true }
    return day <= term.added(to: latest)
  }
}
