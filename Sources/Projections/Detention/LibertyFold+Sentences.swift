internal import Events

extension LibertyFold {
  /// Applies a penalty: it imprisons whoever is held or of unknown whereabouts.
  mutating func sentence(_ happening: Happening, _ caseKey: CaseKey) {
    if let mild, happening.details.events("replaces").contains(mild.event) { self.mild = nil }
    switch happening.details.choice("form") {
    case "imprisonment", "life", "death": imprison(happening, caseKey)
    case "suspended", "restriction", "corrective_labour", "community_service":
      sentenceMildly(happening, caseKey, .conditional)
    case "open_facility": sentenceMildly(happening, caseKey, .openFacility)
    case "fine": orderRelease(happening, caseKey)
    default: return
    }
  }

  private mutating func sentenceMildly(
    _ happening: Happening,
    _ caseKey: CaseKey,
    _ state: LibertyState
  ) {
    guard liberty != .deceased else { return }
    mild = MildSentence(happening, state: state)
    if liberty.isHeld { return orderRelease(happening, caseKey) }
    let isElsewhere = [.abroad, .inHiding, .disappeared].contains(liberty)
    // A sentence in absentia does not bring anybody back.
    if isElsewhere, happening.details.boolean("in_absentia") == true { return }
    enter(state, by: happening, caseKey, place: happening.place)
  }

  /// Leads to imprisonment; or waits for custody to be confirmed.
  mutating func imprison(_ happening: Happening, _ caseKey: CaseKey) {
    guard liberty != .deceased else { return }
    let isWithin = liberty.isHeld || liberty == .unknown
    let inAbsentia = happening.details.boolean("in_absentia") == true
    let wasTaken = happening.details.boolean("taken_into_custody") == true
    guard (isWithin && !inAbsentia) || wasTaken else {
      pendingTerm = happening
      return report(
        .custodyNotConfirmed,
        "a sentence to imprisonment is recorded, but no custody (\(liberty.rawValue))",
        [happening.id]
      )
    }
    begin(PrisonTerm(of: happening, suspended: mild), by: happening, caseKey)
  }

  private mutating func begin(
    _ new: PrisonTerm,
    by happening: Happening,
    _ caseKey: CaseKey
  ) {
    let running = liberty == .imprisoned ? term : nil
    let endBefore = liberty == .imprisoned ? end : nil
    enterImprisonment(by: happening, caseKey, place: happening.place)
    term = new
    custodyIsLater = false
    setEnd(new)
    guard let running, !new.replaced.contains(running.event) else { return }
    report(
      .termsOverlap,
      "a second term is recorded while the first runs, and does not replace it",
      [running.event, happening.id]
    )
    end = end?.orLater(endBefore)
  }

  private mutating func enterImprisonment(
    by happening: Happening,
    _ caseKey: CaseKey,
    place: EntityID?
  ) {
    guard liberty == .imprisoned else {
      return change(to: .imprisoned, by: happening, caseKey, place: place)
    }
    confirm(by: happening)
    custody?.cases.insert(caseKey)
  }

  /// The custody for which a sentence waited begins with `happening`.
  mutating func serve(
    _ sentence: Happening,
    from happening: Happening,
    _ caseKey: CaseKey,
    place: EntityID?
  ) {
    pendingTerm = nil
    anomalies.removeAll { $0.kind == .custodyNotConfirmed }
    let new = PrisonTerm(of: sentence, suspended: mild)
    let isNew = !liberty.isHeld
    if liberty == .imprisoned {
      confirm(by: happening)
    } else {
      change(to: .imprisoned, by: happening, caseKey, place: place)
    }
    if let last = spells.indices.last { spells[last].basis.insert(sentence, at: 0) }
    term = new
    custodyIsLater = isNew
    setEnd(new)
  }

  /// Computes the end of the running term, and names what stands in its way.
  mutating func setEnd(_ term: PrisonTerm) {
    end = term.expectedEnd(custodySince: custody?.since.bounds, custodyIsLater: custodyIsLater)
    endReason =
      switch term.length {
      case .unknown(let reason): reason
      case .endless, .term: nil
      }
    guard let claimed = term.claimedEnd, let end, !end.agrees(with: claimed) else { return }
    let first = end.earliest.map { "\($0) to " } ?? "up to "
    report(
      .claimedEndDiffers,
      "the source gives the end as \(claimed), the term gives \(first)\(end.latest)",
      [term.event]
    )
  }
}

extension PrisonTerm {
  /// The term of a sentence, or of a suspended one that came into force.
  init(of happening: Happening, suspended mild: MildSentence?) {
    self.init(happening)
    if happening.kind == "clemency", case .unknown = length, let term = mild?.term {
      length = .term(term)
    }
  }
}
