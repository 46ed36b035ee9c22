internal import Events

/// What a decision is about: the sentence that it names, else those of its case.
struct Subject {
  enum Target {
    /// Nothing is named.
    case none
    case sentence(EventID)
    /// An order of custody, or something else that sets no penalty.
    case other
    /// What is named was withdrawn, or has not certainly happened.
    case missing
  }

  let target: Target
  let caseKey: CaseKey
  /// Whether it is about that case alone, and no sentence of which the case is not known.
  let isExact: Bool

  init(_ caseKey: CaseKey, target: Target = .none, exactly: Bool = false) {
    self.caseKey = caseKey
    self.target = target
    isExact = exactly
  }
}

/// A person's sentences that are in force: served, waiting for custody, or served in freedom.
struct Sentences: Equatable, Sendable {
  /// A sentence to imprisonment of somebody who was not taken into custody for it.
  struct Waiting: Sendable {
    var term: PrisonTerm
    let happening: Happening
    /// Where the person was instead.
    let liberty: LibertyState
  }

  /// The terms that run in this custody.
  var served: [PrisonTerm] = []
  var waiting: [Waiting] = []
  /// Suspended and restricting sentences.
  var mild: [MildSentence] = []
  /// Why the last of `served` is no more.
  var lostReason: String?
  /// The sentences to which others refer, by their ids and by those of their other accounts.
  private var ids: [EventID: EventID] = [:]
  /// Other events that can be appealed; whether they judge guilt or penalty.
  private var others: [EventID: Bool] = [:]
  private let referred: Set<EventID>

  init(referred: Set<EventID>) {
    self.referred = referred
  }

  var isForLife: Bool {
    served.contains { if case .endless(isLife: true) = $0.length { true } else { false } }
  }

  mutating func know(_ happening: Happening) {
    if referred.isEmpty { return }
    let isSentence =
      happening.kind == "sentence"
      || (happening.kind == "clemency"
        && happening.details.choice("form") == "suspension_revoked")
    happening.eachID(in: referred) { id in
      if isSentence { ids[id] = happening.id } else { others[id] = happening.isJudgment }
    }
  }

  /// The events that can be named later.
  struct Known: Equatable {
    let sentences: [EventID: EventID]
    let others: [EventID: Bool]
  }

  func known(_ isReferredTo: (EventID) -> Bool) -> Known {
    Known(
      sentences: ids.filter { isReferredTo($0.key) },
      others: others.filter { isReferredTo($0.key) }
    )
  }

  /// What `happening` is about.
  func subject(of happening: Happening, _ caseKey: CaseKey) -> Subject {
    guard let target = happening.details.event("of") else { return Subject(caseKey) }
    if let sentence = ids[target] { return Subject(caseKey, target: .sentence(sentence)) }
    guard let isJudgment = others[target] else { return Subject(caseKey, target: .missing) }
    return Subject(caseKey, target: isJudgment ? .none : .other)
  }

  /// Which of the sentences a decision is about.
  private enum Concern {
    case none
    case sentence(EventID)
    /// Those of a case, and of an unknown one unless it is exactly that case.
    case ofCase(CaseKey, exactly: Bool)
    case all

    func includes(_ event: EventID, _ caseKey: CaseKey) -> Bool {
      switch self {
      case .none: false
      case .sentence(let id): event == id
      case .ofCase(let key, let exactly): caseKey == key || (!exactly && caseKey == .unnamed)
      case .all: true
      }
    }

    func includes(_ term: PrisonTerm) -> Bool { includes(term.event, term.caseKey) }
    func includes(_ waiting: Waiting) -> Bool { includes(waiting.term) }
    func includes(_ sentence: MildSentence) -> Bool { includes(sentence.event, sentence.caseKey) }
  }

  private func concern(of subject: Subject) -> Concern {
    switch subject.target {
    case .sentence(let id): return .sentence(id)
    case .other, .missing: return .none
    case .none:
      // A decision of an unknown case is about the only one there is.
      if !subject.isExact, subject.caseKey == .unnamed, cases.only != nil { return .all }
      return .ofCase(subject.caseKey, exactly: subject.isExact)
    }
  }

  private var cases: FewSet<CaseKey> {
    var cases = FewSet<CaseKey>()
    for term in served { cases.insert(term.caseKey) }
    for sentence in waiting { cases.insert(sentence.term.caseKey) }
    for sentence in mild { cases.insert(sentence.caseKey) }
    return cases
  }

  // MARK: What ends them

  /// Ends the terms that ran in custody; those that wait will be served in another one.
  mutating func endCustody() {
    served = []
    lostReason = nil
    for index in waiting.indices { waiting[index].term.custodyIsLater = true }
  }

  /// Ends what `subject` names, for `reason`.
  mutating func remove(_ subject: Subject, because reason: String) {
    let concern = concern(of: subject)
    let count = served.count
    served.removeAll { concern.includes($0) }
    if served.count < count { lostReason = reason }
    removeUnserved(concern)
  }

  /// Ends what `subject` names and nobody serves in custody.
  mutating func removeUnserved(_ subject: Subject) { removeUnserved(concern(of: subject)) }

  private mutating func removeUnserved(_ concern: Concern) {
    waiting.removeAll { concern.includes($0) }
    mild.removeAll { concern.includes($0) }
  }

  /// Ends what `happening` replaces.
  mutating func replace(by happening: Happening) {
    for replaced in happening.details.events("replaces") {
      guard let id = ids[replaced], id != happening.id else { continue }
      remove(
        Subject(.unnamed, target: .sentence(id)),
        because: "the sentence was replaced by another without a term of imprisonment"
      )
    }
  }

  /// Takes the suspended sentence that `happening` revokes out of force.
  mutating func revoke(by happening: Happening, _ caseKey: CaseKey) -> MildSentence? {
    let concern = concern(of: Subject(caseKey))
    guard let index = mild.lastIndex(where: { concern.includes($0) }) else { return nil }
    let revoked = mild.remove(at: index)
    // What is decided of the sentence from now on is about the imprisonment.
    if referred.contains(revoked.event) { ids[revoked.event] = happening.id }
    return revoked
  }

  // MARK: What changes them

  /// Gives the latest sentence that `subject` names the whole new term; without one it is unknown.
  mutating func change(
    _ subject: Subject,
    to term: CalendarDuration?,
    because reason: String,
    custodySince start: DayBounds?
  ) {
    let length = term.map(PrisonTerm.Length.term) ?? .unknown(reason)
    let concern = concern(of: subject)
    if let index = served.lastIndex(where: { concern.includes($0) }) {
      served[index].length = length
      served[index].claimedEnd = nil
      served[index].end = served[index].expectedEnd(custodySince: start)
    } else if let index = waiting.lastIndex(where: { concern.includes($0) }) {
      waiting[index].term.length = length
      waiting[index].term.claimedEnd = nil
    } else if let index = mild.lastIndex(where: { concern.includes($0) }) {
      mild[index].term = term
    }
  }
}
