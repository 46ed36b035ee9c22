internal import Events

/// What a source says of a person's state without telling how they came to be in it.
extension LibertyFold {
  mutating func assert(_ happening: Happening, _ caseKey: CaseKey) {
    guard let stated = happening.details.choice("liberty").flatMap(LibertyState.init(rawValue:))
    else { return }
    // Whoever has a sentence to serve and is said to be held serves it; nobody says since when.
    let isServing = !liberty.isHeld || (stated == .imprisoned && liberty != .imprisoned)
    if stated.isHeld, isServing, !isDead, !sentences.waiting.isEmpty {
      let since = SinceDate(notLaterThan: happening.date)
      return serve(from: happening, caseKey, since: since, place: happening.place)
    }
    if stated == liberty || (stated == .inCustody && liberty.isHeld) {
      confirm(by: happening)
      if let place = happening.place, liberty.keepsPlace { self.place = place }
      return
    }
    if liberty == .inCustody, stated.isHeld { return refine(to: stated, by: happening, caseKey) }
    contradict(stated, happening, caseKey)
  }

  /// A more exact state replaces `in_custody`; since when stays.
  private mutating func refine(
    to stated: LibertyState,
    by happening: Happening,
    _ caseKey: CaseKey
  ) {
    guard let last = spells.indices.last else { return }
    spells[last] = LibertySpell(
      liberty: stated,
      from: spells[last].from,
      to: nil,
      basis: spells[last].basis
    )
    confirm(by: happening)
    custody?.cases.insert(caseKey)
    setEnd()
    if let place = happening.place { self.place = place }
  }

  private mutating func contradict(
    _ stated: LibertyState,
    _ happening: Happening,
    _ caseKey: CaseKey
  ) {
    if isDead { return reportChangeAfterDeath(by: happening) }
    let before = liberty
    if before != .unknown {
      report(
        .assertedDiffers,
        "the source says \(stated.rawValue), the record leads to \(before.rawValue)",
        basisIDs + [happening.id]
      )
    }
    let beginning = happening.details.date("since").map { SinceDate(beginningOf: $0) }
    let since = (before == .unknown ? beginning : nil) ?? SinceDate(notLaterThan: happening.date)
    change(to: stated, by: happening, caseKey, since: since, place: happening.place)
  }

  /// Whether the days on which the person is now are filled by an assertion of a later day.
  var isFilled: Bool {
    fills.values.contains { $0.details.choice("liberty") == liberty.rawValue }
  }

  /// The assertion that fills days of which nothing else is known: the one that began last.
  private var fillInForce: Happening? {
    guard !fills.isEmpty else { return nil }
    if let lastFill, let last = fills[lastFill] { return last }
    return fills.values.max { left, right in
      let (a, b) = (Occasion(statedBy: left), Occasion(statedBy: right))
      return (a?.latest ?? Int.min, left.position) < (b?.latest ?? Int.min, right.position)
    }
  }

  /// Fills days of which nothing else is known with the state that a later assertion states for
  /// them.
  mutating func fill(from since: SinceDate, bounds latest: Day?) {
    guard liberty == .unknown, let happening = fillInForce,
      let stated = happening.details.choice("liberty").flatMap(LibertyState.init(rawValue:)),
      stated != .unknown
    else { return }
    change(to: stated, by: happening, .unnamed, since: since, place: happening.place)
    if let day = latest ?? since.bounds.latest {
      lastEvidence = lastEvidence.map { max($0, day) } ?? day
    }
  }
}
