internal import Events

/// Decisions on paper: they end or change terms, and move nobody.
extension LibertyFold {
  mutating func decide(_ happening: Happening, _ caseKey: CaseKey) {
    let details = happening.details
    let decision = details.choice("outcome") ?? details.choice("form") ?? details.choice("stage")
    switch (happening.kind, decision) {
    case ("verdict", "acquitted"), ("verdict", "dismissed"), ("charge", "dropped"),
      ("clemency", "amnesty"), ("clemency", "pardon"):
      // A verdict or charge is about a case that is not decided, not about a sentence elsewhere.
      let isPending = happening.kind != "clemency"
      sentences.removeUnserved(Subject(caseKey, exactly: isPending))
      orderRelease(happening, caseKey)
    case ("clemency", "early_release_granted"): orderRelease(happening, caseKey)
    case ("appeal", "quashed"): quash(happening, caseKey)
    case ("appeal", "remitted"):
      end(sentences.subject(of: happening, caseKey), because: "the case was sent back")
    case ("appeal", "reduced"), ("appeal", "increased"):
      changeTerm(
        happening,
        caseKey,
        because: "the appeal changed the term and its length is not recorded"
      )
    case ("clemency", "commutation"), ("clemency", "replacement"):
      changeTerm(
        happening,
        caseKey,
        because: "the penalty was changed and its length is not recorded"
      )
    case ("clemency", "suspension_revoked"): imprison(happening, caseKey)
    default: return
    }
  }

  /// A decision that ought to free whoever is held, unless another case holds them.
  ///
  /// It frees nobody: until a release the state stays, with an anomaly.
  mutating func orderRelease(_ happening: Happening, _ caseKey: CaseKey) {
    guard liberty.isHeld, let decided = decidedCase(caseKey) else { return }
    custody?.cases.remove(decided)
    if !isHeld(otherThanBy: decided) { releaseOrders.append(happening.id) }
  }

  /// The case that a decision ends: its own, or the only one that holds the person.
  private func decidedCase(_ caseKey: CaseKey) -> CaseKey? {
    guard let custody else { return nil }
    return caseKey == .unnamed ? custody.cases.onlyNamed ?? caseKey : caseKey
  }

  private func isHeld(otherThanBy caseKey: CaseKey) -> Bool {
    custody?.cases.contains { $0 != .unnamed && $0 != caseKey } ?? false
  }

  private mutating func quash(_ happening: Happening, _ caseKey: CaseKey) {
    let subject = sentences.subject(of: happening, caseKey)
    switch subject.target {
    case .missing: return
    case .other:
      // A remand quashed leaves no end of it, and whoever serves a sentence serves on.
      guard liberty != .imprisoned else { return }
      endOrder(of: caseKey, because: "the order was quashed")
      orderRelease(happening, caseKey)
    case .none, .sentence:
      let wasServing = !sentences.served.isEmpty
      let before = sentences.served.count
      end(subject, because: "the sentence was quashed")
      let isAbout = !wasServing || sentences.served.count < before
      // Another sentence that runs holds the person as another case would.
      if isAbout, sentences.served.isEmpty { orderRelease(happening, caseKey) }
    }
  }

  /// Ends the sentences that a decision is about.
  private mutating func end(_ subject: Subject, because reason: String) {
    switch subject.target {
    case .other, .missing: return
    case .none, .sentence: break
    }
    let wasServing = !sentences.served.isEmpty
    sentences.remove(subject, because: reason)
    if liberty == .imprisoned {
      setEnd()
      if sentences.served.isEmpty, !wasServing { endReason = reason }
    } else {
      endOrder(of: subject.caseKey, because: reason)
    }
  }

  /// Ends what an order of pre-trial custody said of its end, if the case is the one that holds.
  private mutating func endOrder(of caseKey: CaseKey, because reason: String) {
    guard [.pretrialDetention, .houseArrest].contains(liberty) else { return }
    guard let decided = decidedCase(caseKey) ?? (custody == nil ? caseKey : nil),
      !isHeld(otherThanBy: decided)
    else { return }
    end = nil
    endReason = reason
  }

  /// Gives a sentence the whole new length that a decision states.
  private mutating func changeTerm(
    _ happening: Happening,
    _ caseKey: CaseKey,
    because reason: String
  ) {
    let subject = sentences.subject(of: happening, caseKey)
    sentences.change(
      subject,
      to: happening.details.duration("term"),
      because: reason,
      custodySince: custody?.since.bounds
    )
    setEnd()
  }
}
