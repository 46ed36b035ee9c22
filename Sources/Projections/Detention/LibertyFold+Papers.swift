internal import Events

/// Decisions on paper: they end or change terms, and move nobody.
extension LibertyFold {
  mutating func decide(_ happening: Happening, _ caseKey: CaseKey) {
    let details = happening.details
    let decision = details.choice("outcome") ?? details.choice("form") ?? details.choice("stage")
    switch (happening.kind, decision) {
    case ("verdict", "acquitted"), ("verdict", "dismissed"), ("charge", "dropped"):
      orderRelease(happening, caseKey)
    case ("appeal", "quashed"):
      if endTerm(happening, because: "the sentence was quashed") {
        orderRelease(happening, caseKey)
      }
    case ("appeal", "remitted"): endTerm(happening, because: "the case was sent back")
    case ("appeal", "reduced"), ("appeal", "increased"):
      changeTerm(happening, because: "the appeal changed the term and its length is not recorded")
    case ("clemency", "amnesty"), ("clemency", "pardon"):
      mild = nil
      orderRelease(happening, caseKey)
    case ("clemency", "early_release_granted"): orderRelease(happening, caseKey)
    case ("clemency", "commutation"), ("clemency", "replacement"):
      changeTerm(happening, because: "the penalty was changed and its length is not recorded")
    case ("clemency", "suspension_revoked"):
      imprison(happening, caseKey)
      mild = nil
    default: return
    }
  }

  /// A decision that ought to free whoever is held, unless another case holds them.
  ///
  /// It frees nobody: until a release the state stays, with an anomaly.
  mutating func orderRelease(_ happening: Happening, _ caseKey: CaseKey) {
    guard liberty.isHeld, var custody else { return }
    let named = custody.cases.filter { $0 != .unnamed }
    let decided = caseKey == .unnamed && named.count == 1 ? named.first ?? caseKey : caseKey
    custody.cases.remove(decided)
    self.custody = custody
    let isHeldOtherwise = !named.subtracting([decided]).isEmpty
    if !isHeldOtherwise { releaseOrders.append(happening.id) }
  }

  /// Ends the running term, if the decision is about it; says whether it was.
  @discardableResult
  private mutating func endTerm(_ happening: Happening, because reason: String) -> Bool {
    let target = happening.details.event("of")
    if let pending = pendingTerm, target == nil || target == pending.id {
      pendingTerm = nil
      anomalies.removeAll { $0.kind == .custodyNotConfirmed }
    }
    if let current = mild, target == nil || target == current.event { mild = nil }
    guard concernsRunningTerm(target) else { return false }
    term = nil
    end = nil
    endReason = reason
    return true
  }

  /// Gives the running term the whole new length that a decision states.
  private mutating func changeTerm(_ happening: Happening, because reason: String) {
    guard concernsRunningTerm(happening.details.event("of")), var changed = term else { return }
    changed.length =
      happening.details.duration("term").map(PrisonTerm.Length.term)
      ?? .unknown(reason)
    term = changed
    setEnd(changed)
  }

  /// Whether a decision about `target` is about what the person serves.
  private func concernsRunningTerm(_ target: EventID?) -> Bool {
    guard let target, let running = term else { return true }
    return target == running.event || !isSentence(target)
  }

  /// Whether `id` is another sentence that the fold has seen.
  private func isSentence(_ id: EventID) -> Bool {
    spells.contains { spell in spell.basis.contains { $0.id == id && $0.kind == "sentence" } }
      || mild?.event == id
  }
}
