internal import Events

/// A sentence to deprivation of liberty, as far as its length is stated.
struct PrisonTerm: Sendable {
  enum Length: Sendable {
    case term(CalendarDuration)
    /// Life or death: there is no end.
    case endless(isLife: Bool)
    /// Why no end can be computed.
    case unknown(String)
  }

  let event: EventID
  /// The bounds of the sentence's own day.
  let sentenced: DayBounds
  var length: Length
  let countedFrom: DayBounds?
  let credit: CalendarDuration?
  let claimedEnd: EDTF?
  let replaced: [EventID]

  init(_ happening: Happening) {
    let details = happening.details
    event = happening.id
    sentenced = happening.beginning
    countedFrom = details.date("counted_from")?.beginning
    credit = details.duration("credit")
    claimedEnd = details.date("claimed_end")
    replaced = details.events("replaces")
    length =
      switch details.choice("form") {
      case "life": .endless(isLife: true)
      case "death": .endless(isLife: false)
      default: details.duration("term").map(Length.term) ?? .unknown("no term is recorded")
      }
  }

  /// The end, given the bounds of the day on which this custody began.
  func expectedEnd(custodySince start: DayBounds?, custodyIsLater: Bool) -> ExpectedEnd? {
    guard case .term(let term) = length else { return nil }
    if let countedFrom {
      return ExpectedEnd(term, from: countedFrom, estimated: false)?.minus(credit)
    }
    if credit != nil {
      return ExpectedEnd(term, from: sentenced, estimated: false)?.minus(credit)
    }
    guard let start else { return ExpectedEnd(term, from: sentenced, estimated: true) }
    if custodyIsLater { return ExpectedEnd(term, from: start, estimated: true) }
    let interval = DayBounds(earliest: start.earliest, latest: sentenced.latest)
    return ExpectedEnd(term, from: interval, estimated: true)
  }
}
