internal import Events

extension LibertyFold {
  /// Applies a penalty: it imprisons whoever is held or of unknown whereabouts.
  mutating func sentence(_ happening: Happening, _ caseKey: CaseKey) {
    if isDead {
      // A sentence is paper, unless it says that somebody was led away.
      if happening.details.boolean("taken_into_custody") == true {
        reportChangeAfterDeath(by: happening)
      }
      return
    }
    sentences.replace(by: happening)
    setEnd()
    switch happening.details.choice("form") {
    case "imprisonment", "life", "death": imprison(happening, caseKey)
    case "suspended", "restriction", "corrective_labour", "community_service":
      sentenceMildly(happening, caseKey, .conditional)
    case "open_facility": sentenceMildly(happening, caseKey, .openFacility)
    case "fine": if sentences.served.isEmpty { orderRelease(happening, caseKey) }
    default: return
    }
  }

  private mutating func sentenceMildly(
    _ happening: Happening,
    _ caseKey: CaseKey,
    _ state: LibertyState
  ) {
    sentences.mild.append(MildSentence(happening, caseKey, state: state))
    if liberty.isHeld {
      // Beside a term that runs it frees nobody.
      if sentences.served.isEmpty { orderRelease(happening, caseKey) }
      return
    }
    let isElsewhere = [.abroad, .inHiding, .disappeared].contains(liberty)
    // A sentence in absentia does not bring anybody back.
    if isElsewhere, happening.details.boolean("in_absentia") == true { return }
    enter(state, by: happening, caseKey)
  }

  /// Leads to imprisonment; or waits for custody to be confirmed.
  mutating func imprison(_ happening: Happening, _ caseKey: CaseKey) {
    guard !isDead else { return }
    let revoked =
      happening.kind == "clemency" ? sentences.revoke(by: happening, caseKey) : nil
    var term = PrisonTerm(of: happening, caseKey, suspended: revoked)
    let isWithin = liberty.isHeld || liberty == .unknown || restsOnFill
    let inAbsentia = happening.details.boolean("in_absentia") == true
    let wasTaken = happening.details.boolean("taken_into_custody") == true
    guard (isWithin && !inAbsentia) || wasTaken else {
      term.custodyIsLater = !liberty.isHeld
      return sentences.waiting.append(
        Sentences.Waiting(term: term, happening: happening, liberty: liberty)
      )
    }
    enterImprisonment(by: happening, term.caseKey)
    serve([term])
  }

  // The place of a sentence is the court's, not the prison's.
  private mutating func enterImprisonment(
    by happening: Happening,
    _ caseKey: CaseKey,
    since: SinceDate? = nil,
    place: EntityID? = nil
  ) {
    guard liberty == .imprisoned else {
      return change(to: .imprisoned, by: happening, caseKey, since: since, place: place)
    }
    confirm(by: happening)
    custody?.cases.insert(caseKey)
    if let place { self.place = place }
  }

  /// The custody for which sentences waited begins with `happening`.
  mutating func serve(
    from happening: Happening,
    _ caseKey: CaseKey,
    since: SinceDate? = nil,
    place: EntityID?
  ) {
    let waiting = sentences.waiting
    sentences.waiting = []
    enterImprisonment(by: happening, caseKey, since: since, place: place)
    for index in waiting.indices {
      custody?.cases.insert(waiting[index].term.caseKey)
      if let last = spells.indices.last {
        spells[last].basis.insert(waiting[index].happening, at: index)
      }
    }
    serve(waiting.map(\.term))
  }

  /// Adds terms to those that run, and names what does not fit.
  private mutating func serve(_ terms: [PrisonTerm]) {
    for term in terms {
      if let running = sentences.served.last(where: { $0.overlaps(term) }) {
        report(
          .termsOverlap,
          "a second term is recorded while the first runs, and does not replace it",
          [running.event, term.event]
        )
      }
      var term = term
      term.end = term.expectedEnd(custodySince: custody?.since.bounds)
      sentences.served.append(term)
      reportClaimedEnd(of: term)
    }
    setEnd()
  }

  private mutating func reportClaimedEnd(of term: PrisonTerm) {
    guard let claimed = term.claimedEnd, let end = term.end, !end.agrees(with: claimed)
    else { return }
    let first = end.earliest.map { "\($0) to " } ?? "up to "
    report(
      .claimedEndDiffers,
      "the source gives the end as \(claimed), the term gives \(first)\(end.latest)",
      [term.event]
    )
  }

  /// Computes when somebody imprisoned has served every term that runs.
  mutating func setEnd() {
    guard liberty == .imprisoned else { return }
    end = nil
    endReason = nil
    guard !sentences.served.isEmpty else {
      endReason = sentences.lostReason
      return
    }
    var last: ExpectedEnd?
    for term in sentences.served {
      switch term.length {
      case .endless:
        endReason = nil
        return
      case .unknown(let reason): endReason = reason
      case .term: last = term.end.map { $0.orLater(last) } ?? last
      }
    }
    // A term of unknown length can end after all the others.
    if endReason == nil { end = last }
  }
}
