internal import Events

/// What lets people go, and what a discharge leads back to.
extension LibertyFold {
  mutating func release(_ happening: Happening, _ caseKey: CaseKey) {
    if liberty.isFree, !restsOnFill {
      report(
        .releaseOfFree,
        "a release is recorded, but the person was \(liberty.rawValue)",
        stateAnd(happening)
      )
    }
    guard !isDead else { return reportChangeAfterDeath(by: happening) }
    let basis = happening.details.choice("basis")
    let isDischarge = basis == "discharged" && isCommitted
    if isDischarge, liberty.isHeld, resume(by: happening) { return }
    if let basis, LibertyFold.undoing.contains(basis) {
      sentences.removeUnserved(Subject(caseKey))
    }
    // Whoever leaves a hospital has not served what waited for them.
    if !isDischarge { sentences.waiting = [] }
    let state = stateAfterRelease(happening)
    guard state == liberty else { return change(to: state, by: happening, .unnamed) }
    confirm(by: happening)
  }

  /// On what a release rests after which nothing is left to be served.
  private static let undoing: Set = ["acquitted", "dropped", "quashed", "amnesty", "pardon"]

  private func stateAfterRelease(_ happening: Happening) -> LibertyState {
    switch happening.details.choice("basis") {
    case "parole", "medical": return .conditional
    default:
      let day = happening.beginning.latest
      return sentences.mild.last { $0.isInForce(on: day) }?.state ?? .atLiberty
    }
  }

  /// Goes back to the custody that the commitment interrupted; false if there was none.
  private mutating func resume(by happening: Happening) -> Bool {
    isCommitted = false
    guard liberty == .psychiatricDetention else {
      // What was ordered meanwhile holds them: a discharge is not a release from that.
      place = nil
      confirm(by: happening)
      return true
    }
    guard let interrupted else { return false }
    let spell = interrupted.spell
    self.interrupted = nil
    close(at: SinceDate(beginning: happening))
    spells.append(
      LibertySpell(liberty: spell.liberty, from: spell.from, to: nil, basis: spell.basis)
    )
    confirm(by: happening)
    end = interrupted.end
    endReason = nil
    place = nil
    setEnd()
    return true
  }
}
