internal import Events

/// Folds a person's events, in their order, into the axis of liberty.
///
/// What leads where stands here; what frees nobody in `LibertyFold+Papers`, what a source merely
/// asserts in `LibertyFold+Assertions`, sentences in `LibertyFold+Sentences`.
struct LibertyFold {
  /// Custody without a break: when it began, and for which cases.
  struct Custody: Equatable {
    var since: SinceDate
    var cases = FewSet<CaseKey>()
  }

  /// The custody that a commitment interrupted.
  struct Interrupted {
    let spell: LibertySpell
    let end: ExpectedEnd?
  }

  var liberty: LibertyState { spells.last?.liberty ?? .unknown }
  /// Every state so far, the present one last; empty while nothing is known.
  var spells: [LibertySpell] = []
  var custody: Custody?
  var place: EntityID?
  var end: ExpectedEnd?
  /// Why no end can be computed, where one would be expected.
  var endReason: String?
  var sentences: Sentences
  /// Whether the person was committed in this custody, and not discharged since.
  var isCommitted = false
  var interrupted: Interrupted?
  var releaseOrders: [EventID] = []
  var anomalies: [Anomaly] = []
  /// Assertions whose stated beginning has come, while their own date has not.
  var fills: [EventID: Happening] = [:]
  /// The one whose beginning came last.
  var lastFill: EventID?
  var lastEvidence: Day?

  let isFacility: @Sendable (EntityID) -> Bool

  /// `referred` are the events to which others of the person refer.
  init(
    referred: Set<EventID> = [],
    isFacility: @escaping @Sendable (EntityID) -> Bool = { _ in false }
  ) {
    sentences = Sentences(referred: referred)
    self.isFacility = isFacility
  }

  /// Takes the next occasion; `caseKey` is the case to which its event belongs.
  mutating func take(_ occasion: Occasion, in caseKey: CaseKey) {
    let happening = occasion.happening
    switch occasion.part {
    case .asserted(let since):
      fills[happening.id] = happening
      lastFill = happening.id
      fill(from: SinceDate(beginningOf: since), bounds: since.beginning.latest)
    case .event:
      fills[happening.id] = nil
      sentences.know(happening)
      apply(happening, caseKey)
      noteEvidence(of: happening)
      fill(from: SinceDate(beginning: happening), bounds: nil)
    }
  }

  private mutating func apply(_ happening: Happening, _ caseKey: CaseKey) {
    switch happening.kind {
    case "arrest", "mass-arrest": arrest(happening, caseKey)
    case "administrative-arrest", "internment", "remand", "house-arrest", "commitment":
      confine(happening, caseKey)
    case "bail": enter(.bail, by: happening, caseKey)
    case "transfer": transfer(happening, caseKey)
    case "release": release(happening, caseKey)
    case "disappearance", "departure", "extradition": move(happening, caseKey)
    case "death": enter(.deceased, by: happening, caseKey)
    case "sentence": sentence(happening, caseKey)
    case "verdict", "charge", "appeal", "clemency": decide(happening, caseKey)
    case "status": assert(happening, caseKey)
    default: return
    }
  }

  // MARK: Taken and confined

  private mutating func arrest(_ happening: Happening, _ caseKey: CaseKey) {
    if liberty.isHeld {
      report(
        .arrestWhileHeld,
        "an arrest is recorded while the person is held (\(liberty.rawValue))",
        stateAnd(happening)
      )
    }
    enter(.policeCustody, by: happening, caseKey, place: happening.place)
  }

  private mutating func confine(_ happening: Happening, _ caseKey: CaseKey) {
    let end = orderedEnd(of: happening)
    switch happening.kind {
    case "administrative-arrest":
      enter(.administrativeArrest, by: happening, caseKey, end: end, place: happening.place)
    case "internment": enter(.interned, by: happening, caseKey, end: end, place: happening.place)
    case "remand":
      // Ordered in absentia, it puts nobody in a cell.
      if happening.details.boolean("in_absentia") == true { return }
      // Extended to an end that nobody states, it has outlived the former one.
      if liberty == .pretrialDetention, happening.details.choice("stage") == "extended" {
        self.end = nil
      }
      // Its place is the court's, not the cell's.
      enter(.pretrialDetention, by: happening, caseKey, end: end)
    case "house-arrest":
      enter(.houseArrest, by: happening, caseKey, end: end, place: happening.place)
    default: commit(happening, caseKey, end: end)
    }
  }

  /// The end that an order states, or that its term leads to.
  private func orderedEnd(of happening: Happening) -> ExpectedEnd? {
    let details = happening.details
    if let end = ExpectedEnd(until: details.date("until")) { return end }
    let term = details.duration("term")
    let ordered = happening.beginning
    switch happening.kind {
    case "remand" where details.choice("stage") == "extended":
      // From the order, or from the end that it puts off.
      let former = liberty == .pretrialDetention ? end?.latest : nil
      let latest = ordered.latest.map { max($0, former ?? $0) }
      let start = DayBounds(earliest: ordered.earliest, latest: latest)
      return ExpectedEnd(term, from: start, estimated: true)
    case "remand":
      let start = custody?.since.bounds ?? ordered
      return ExpectedEnd(
        term,
        from: DayBounds(earliest: start.earliest, latest: ordered.latest),
        estimated: true
      )
    case "house-arrest": return ExpectedEnd(term, from: ordered, estimated: true)
    default: return ExpectedEnd(term, from: ordered, estimated: false)
    }
  }

  private mutating func commit(
    _ happening: Happening,
    _ caseKey: CaseKey,
    end: ExpectedEnd?
  ) {
    if happening.details.choice("form") == "outpatient" { return }
    let facility = happening.details.entity("facility") ?? happening.place
    if liberty == .psychiatricDetention {
      confirm(by: happening)
      custody?.cases.insert(caseKey)
      renew(end, by: happening)
      if let facility { place = facility }
      isCommitted = true
      return
    }
    if let spell = spells.last, liberty.isHeld {
      interrupted = Interrupted(spell: spell, end: self.end)
    }
    // A sentence that waits for custody is not served in a hospital.
    change(to: .psychiatricDetention, by: happening, caseKey, end: end, place: facility)
    isCommitted = liberty == .psychiatricDetention
  }

  private mutating func transfer(_ happening: Happening, _ caseKey: CaseKey) {
    guard !isDead, let destination = happening.details.entity("to") else { return }
    if !sentences.waiting.isEmpty, isFacility(destination) {
      enter(.inCustody, by: happening, caseKey, place: destination)
    } else if liberty.keepsPlace {
      place = destination
    }
  }

  private mutating func move(_ happening: Happening, _ caseKey: CaseKey) {
    let details = happening.details
    switch (happening.kind, details.choice("stage") ?? details.choice("form")) {
    case ("disappearance", "disappeared"), ("disappearance", "abducted"):
      enter(.disappeared, by: happening, caseKey)
    case ("disappearance", "located"): locate(happening, caseKey)
    case ("departure", "extradited"), ("departure", "rendered"), ("extradition", "executed"):
      // What ran where they were held does not run where they were taken.
      sentences.served = []
      if !isDead { place = nil }
      enter(.inCustody, by: happening, caseKey, place: details.entity("to"))
    case ("departure", "escaped"): enter(.inHiding, by: happening, caseKey)
    case ("departure", "returned"):
      if liberty == .abroad { enter(.atLiberty, by: happening, caseKey) }
    case ("departure", nil): enter(.unknown, by: happening, caseKey)
    case ("departure", _): enter(.abroad, by: happening, caseKey)
    default: return
    }
  }

  private mutating func locate(_ happening: Happening, _ caseKey: CaseKey) {
    switch happening.details.choice("found") {
    case "in_custody": enter(.inCustody, by: happening, caseKey, place: happening.place)
    case "free": enter(.atLiberty, by: happening, caseKey)
    case "dead": enter(.deceased, by: happening, caseKey)
    default: enter(.unknown, by: happening, caseKey)
    }
  }
}
