internal import Events

/// A sentence to deprivation of liberty, as far as its length is stated.
struct PrisonTerm: Equatable, Sendable {
  enum Length: Equatable, Sendable {
    case term(CalendarDuration)
    /// Life or death: there is no end.
    case endless(isLife: Bool)
    /// Why no end can be computed.
    case unknown(String)
  }

  let event: EventID
  let caseKey: CaseKey
  /// The bounds of the sentence's own day.
  let sentenced: DayBounds
  var length: Length
  let countedFrom: DayBounds?
  let credit: CalendarDuration?
  /// What the source says of the end; nothing, once the term was changed.
  var claimedEnd: EDTF?
  /// When it is over, once it is served.
  var end: ExpectedEnd?
  /// Whether the custody in which it is served began after the sentence.
  var custodyIsLater = false

  init(_ happening: Happening, _ caseKey: CaseKey) {
    let details = happening.details
    event = happening.id
    self.caseKey = caseKey
    sentenced = happening.beginning
    countedFrom = details.date("counted_from")?.beginning
    credit = details.duration("credit")
    claimedEnd = details.date("claimed_end")
    length =
      switch details.choice("form") {
      case "life": .endless(isLife: true)
      case "death": .endless(isLife: false)
      default: details.duration("term").map(Length.term) ?? .unknown("no term is recorded")
      }
  }

  /// The term in force, of a suspended sentence that is revoked.
  init(of revocation: Happening, _ caseKey: CaseKey, suspended mild: MildSentence?) {
    self.init(revocation, mild?.caseKey ?? caseKey)
    if case .unknown = length, let term = mild?.term { length = .term(term) }
  }

  /// The end, given the bounds of the day on which this custody began.
  func expectedEnd(custodySince start: DayBounds?) -> ExpectedEnd? {
    guard case .term(let term) = length else { return nil }
    if let countedFrom {
      return ExpectedEnd(term, from: countedFrom, estimated: false)?.minus(credit)
    }
    if credit != nil {
      return ExpectedEnd(term, from: sentenced, estimated: false)?.minus(credit)
    }
    guard let start else { return ExpectedEnd(term, from: sentenced, estimated: true) }
    guard custodyIsLater else {
      let interval = DayBounds(earliest: start.earliest, latest: sentenced.latest)
      return ExpectedEnd(term, from: interval, estimated: true)
    }
    // It began after the sentence, whether or not its own first day is known.
    let earliest = start.earliest ?? sentenced.earliest
    return ExpectedEnd(
      term,
      from: DayBounds(earliest: earliest, latest: start.latest),
      estimated: true
    )
  }

  /// Whether it can still have run when `other` began.
  func overlaps(_ other: PrisonTerm) -> Bool {
    guard let end, let begun = (other.countedFrom ?? other.sentenced).earliest else { return true }
    return end.latest > begun
  }
}
