internal import Events

extension LibertyFold {
  /// Leads to `state`, or confirms it where it holds already.
  ///
  /// For somebody with a sentence to serve, every held state is imprisonment.
  mutating func enter(
    _ state: LibertyState,
    by happening: Happening,
    _ caseKey: CaseKey,
    end: ExpectedEnd? = nil,
    place: EntityID? = nil
  ) {
    if isDead, state != .deceased { return reportChangeAfterDeath(by: happening) }
    if state.isHeld, !sentences.waiting.isEmpty {
      return serve(from: happening, caseKey, place: place)
    }
    guard state == liberty, !spells.isEmpty else {
      return change(to: state, by: happening, caseKey, end: end, place: place)
    }
    confirm(by: happening)
    custody?.cases.insert(caseKey)
    renew(end, by: happening)
    if let place, state.keepsPlace { self.place = place }
  }

  /// Puts an end that is stated in the place of the former one, which an order outlives that was
  /// given after it.
  mutating func renew(_ end: ExpectedEnd?, by happening: Happening) {
    if let end {
      self.end = end
      return
    }
    guard let last = self.end?.latest, let begun = happening.beginning.earliest, begun > last
    else { return }
    self.end = nil
  }

  /// Ends the present state and begins `state`.
  mutating func change(
    to state: LibertyState,
    by happening: Happening,
    _ caseKey: CaseKey,
    since: SinceDate? = nil,
    end: ExpectedEnd? = nil,
    place: EntityID? = nil
  ) {
    if isDead { return reportChangeAfterDeath(by: happening) }
    let since = since ?? SinceDate(beginning: happening)
    // Whoever is confined at home, or comes from there, was moved.
    let placeBefore = liberty.isHeld && state.isHeld ? self.place : nil
    close(at: since)
    spells.append(LibertySpell(liberty: state, from: since, to: nil, basis: Basis(happening)))
    // What came before a state is no evidence for it, however late its partial date may end.
    lastEvidence = nil
    self.end = end
    endReason = nil
    self.place = state.keepsPlace ? place ?? placeBefore : nil
    if state.isHeld {
      custody = custody ?? Custody(since: since)
      custody?.cases.insert(caseKey)
      setEnd()
    } else {
      custody = nil
      releaseOrders = []
      interrupted = nil
      isCommitted = false
      sentences.endCustody()
    }
  }

  /// Adds evidence to the present state; its beginning stays.
  mutating func confirm(by happening: Happening) {
    guard let last = spells.indices.last else { return }
    spells[last].basis.insert(happening)
  }

  mutating func close(at date: SinceDate) {
    guard let last = spells.indices.last else { return }
    spells[last].to = date
  }

  /// Keeps of the spells only what the present one is, and nothing on which it rests.
  mutating func forgetPast() {
    spells = spells.suffix(1).map {
      LibertySpell(liberty: $0.liberty, from: $0.from, to: nil, basis: Basis())
    }
    anomalies = []
  }

  /// Keeps of the spells only the present one, with what it rests on.
  mutating func forgetFormerSpells() {
    if spells.count > 1 { spells.removeFirst(spells.count - 1) }
    anomalies = []
  }

  /// Whether the present state only fills days of which nothing else is known.
  var restsOnFill: Bool {
    guard !fills.isEmpty, let first = spells.last?.basis.firstID else { return false }
    return fills[first] != nil
  }

  /// Whether the person died, as the record leads to.
  var isDead: Bool { liberty == .deceased && !restsOnFill }

  var basisIDs: [EventID] { spells.last?.basis.map(\.id) ?? [] }

  mutating func report(_ kind: Anomaly.Kind, _ text: String, _ events: [EventID]) {
    anomalies.append(Anomaly(kind: kind, text: text, events: events))
  }

  mutating func reportChangeAfterDeath(by happening: Happening) {
    report(
      .changedAfterDeath,
      "the person is recorded as dead before this \(happening.kind)",
      stateAnd(happening)
    )
  }

  /// The event that led to the present state, and one that does not fit it.
  func stateAnd(_ happening: Happening) -> [EventID] {
    guard let first = spells.last?.basis.firstID else { return [happening.id] }
    return [first, happening.id]
  }

  /// Remembers the latest day on which something certain was known of the person.
  mutating func noteEvidence(of happening: Happening) {
    let section = happening.section
    let isAssertion =
      section == .assertions && happening.kind == "status"
      && happening.details.choice("liberty") != nil
    let setTheState = spells.last?.basis.contains(happening.id) ?? false
    guard section == .liberty || section == .treatment || isAssertion || setTheState,
      let day = happening.beginning.latest
    else { return }
    lastEvidence = lastEvidence.map { max($0, day) } ?? day
  }
}

extension SinceDate {
  init(beginning happening: Happening) {
    self.init(beginningOf: happening.date, bounds: happening.beginning)
  }
}

extension LibertyState {
  /// Whether nobody has a hold on somebody in this state, so that there is nothing to release from.
  var isFree: Bool { self == .atLiberty || self == .abroad || self == .inHiding }

  /// Whether somebody in this state is at a known place, if it was recorded.
  var keepsPlace: Bool { isHeld || self == .houseArrest || self == .openFacility }
}
