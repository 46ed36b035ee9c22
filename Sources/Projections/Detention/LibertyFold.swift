internal import Events

/// Folds a person's events, in their order, into the axis of liberty.
///
/// What leads where stands here; what frees nobody in `LibertyFold+Papers`, what a source merely
/// asserts in `LibertyFold+Assertions`, sentences in `LibertyFold+Sentences`.
struct LibertyFold {
  /// Custody without a break: when it began, and for which cases.
  struct Custody {
    var since: SinceDate
    var cases: Set<CaseKey>
  }

  /// The custody that a commitment interrupted.
  struct Interrupted {
    let spell: LibertySpell
    let end: ExpectedEnd?
    let term: PrisonTerm?
  }

  var liberty: LibertyState { spells.last?.liberty ?? .unknown }
  /// Every state so far, the present one last; empty while nothing is known.
  var spells: [LibertySpell] = []
  var custody: Custody?
  var place: EntityID?
  var end: ExpectedEnd?
  /// Why no end can be computed, where one would be expected.
  var endReason: String?
  /// The sentence that is being served.
  var term: PrisonTerm?
  /// Whether the custody in which it is served began after the sentence.
  var custodyIsLater = false
  /// A sentence to imprisonment of somebody who was not taken into custody for it.
  var pendingTerm: Happening?
  var mild: MildSentence?
  var interrupted: Interrupted?
  var releaseOrders: [EventID] = []
  var anomalies: [Anomaly] = []
  /// Assertions whose stated beginning has come, while their own date has not.
  var fills: [Happening] = []
  /// Whether the days on which the person is now are filled by an assertion of a later day.
  var isFilled: Bool { fills.contains { $0.details.choice("liberty") == liberty.rawValue } }
  var lastEvidence: Day?

  let isFacility: @Sendable (EntityID) -> Bool

  init(isFacility: @escaping @Sendable (EntityID) -> Bool) {
    self.isFacility = isFacility
  }

  /// Takes the next occasion; `caseKey` is the case to which its event belongs.
  mutating func take(_ occasion: Occasion, in caseKey: CaseKey) {
    let happening = occasion.happening
    switch occasion.part {
    case .asserted(let since):
      fills.append(happening)
      fill(from: SinceDate(beginningOf: since), bounds: since.beginning.latest)
    case .event:
      fills.removeAll { $0.id == happening.id }
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
    case "release": release(happening)
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
        [happening.id]
      )
    }
    enter(.policeCustody, by: happening, caseKey, place: happening.place)
  }

  private mutating func confine(_ happening: Happening, _ caseKey: CaseKey) {
    let details = happening.details
    let end =
      ExpectedEnd(until: details.date("until"))
      ?? ExpectedEnd(details.duration("term"), from: happening.beginning, estimated: false)
    switch happening.kind {
    case "administrative-arrest":
      enter(.administrativeArrest, by: happening, caseKey, end: end, place: happening.place)
    case "internment": enter(.interned, by: happening, caseKey, end: end, place: happening.place)
    case "remand":
      // Ordered in absentia, it puts nobody in a cell.
      if details.boolean("in_absentia") == true { return }
      enter(.pretrialDetention, by: happening, caseKey, end: end, place: happening.place)
    case "house-arrest":
      enter(.houseArrest, by: happening, caseKey, end: end, place: happening.place)
    default: commit(happening, caseKey, end: end)
    }
  }

  private mutating func commit(
    _ happening: Happening,
    _ caseKey: CaseKey,
    end: ExpectedEnd?
  ) {
    if happening.details.choice("form") == "outpatient" { return }
    if let spell = spells.last, liberty.isHeld, liberty != .psychiatricDetention {
      interrupted = Interrupted(spell: spell, end: self.end, term: term)
    }
    let facility = happening.details.entity("facility") ?? happening.place
    // A sentence that waits for custody is not served in a hospital.
    change(to: .psychiatricDetention, by: happening, caseKey, end: end, place: facility)
  }

  private mutating func transfer(_ happening: Happening, _ caseKey: CaseKey) {
    guard liberty != .deceased, let destination = happening.details.entity("to") else { return }
    if pendingTerm != nil, isFacility(destination) {
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

  // MARK: Let go

  private mutating func release(_ happening: Happening) {
    if [.atLiberty, .abroad, .inHiding].contains(liberty) {
      report(
        .releaseOfFree,
        "a release is recorded, but the person was \(liberty.rawValue)",
        basisIDs + [happening.id]
      )
    }
    guard liberty != .deceased else { return reportChangeAfterDeath(by: happening) }
    if let interrupted, liberty == .psychiatricDetention,
      happening.details.choice("basis") == "discharged"
    {
      return resume(interrupted, by: happening)
    }
    pendingTerm = nil
    anomalies.removeAll { $0.kind == .custodyNotConfirmed }
    change(to: stateAfterRelease(happening), by: happening, .unnamed)
    term = nil
  }

  private func stateAfterRelease(_ happening: Happening) -> LibertyState {
    switch happening.details.choice("basis") {
    case "parole", "medical": return .conditional
    default:
      guard let mild, mild.isInForce(on: happening.beginning.latest) else { return .atLiberty }
      return mild.state
    }
  }

  private mutating func resume(_ interrupted: Interrupted, by happening: Happening) {
    let custody = custody
    close(at: SinceDate(beginning: happening))
    spells.append(
      LibertySpell(
        liberty: interrupted.spell.liberty,
        from: interrupted.spell.from,
        to: nil,
        basis: interrupted.spell.basis + [happening]
      )
    )
    self.custody = custody
    end = interrupted.end
    term = interrupted.term
    self.interrupted = nil
    place = nil
  }
}
