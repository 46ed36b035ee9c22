internal import Events

/// Where a person stands once some events have happened, whatever the day is.
struct Situation {
  private let history: PersonHistory
  private let fold: PersonFold
  private let possibly: [LibertyState]
  private let undecided: Anomaly?
  private let isGroup: Bool

  /// `certain` have happened, each of `possible` may have.
  init(of history: PersonHistory, certain: consuming [Occasion], possible: [Occasion]) {
    self.history = history
    let sorted = PersonOrder.sorted(certain)
    isGroup = history.known.isGroup(history.person)
    let pairs = isGroup ? [] : UndecidedPair.all(in: sorted)
    // What leads up to a pair is kept on the way, so that nothing is folded twice.
    var starts = Set(pairs.map(\.taking))
    var prefixes: [Int: CustodyFold] = [:]
    var fold = PersonFold(history)
    for (place, occasion) in sorted.enumerated() {
      if !starts.isEmpty, starts.remove(place) != nil {
        prefixes[place] = fold.custody.withoutPast
      }
      fold.take(occasion)
    }
    self.fold = fold
    if isGroup {
      (possibly, undecided) = ([], nil)
      return
    }
    let liberty = fold.custody.liberty.liberty
    let order = SettledOrder(sorted)
    var courses = OtherCourses(of: history, order, endingIn: liberty)
    let undecidable = courses.undecidable(pairs, behind: prefixes)
    var others = courses.states(adding: possible.filter(\.canMove))
    if let undecidable { others.insert(undecidable.state) }
    others.remove(liberty)
    possibly = LibertyState.allCases.filter(others.contains)
    undecided = undecidable?.anomaly
  }

  /// A group has no liberty, and nothing that rests on it.
  private var liberty: LibertyFold { isGroup ? LibertyFold() : fold.custody.liberty }

  /// Where the person stands at the end of `day`, if that is the situation by then.
  func status(asOf day: Day) -> DetentionStatus {
    let liberty = liberty
    let basis = liberty.spells.last?.basis ?? Basis()
    var seen: Set<EntityID> = []
    let sources = basis.flatMap(\.sources).map(\.source).filter { seen.insert($0).inserted }
    return DetentionStatus(
      person: history.person,
      isGroup: isGroup,
      asOf: day,
      liberty: liberty.liberty,
      since: liberty.spells.last?.from.text,
      heldSince: liberty.liberty.isHeld ? liberty.custody?.since.text : nil,
      isCurrent: liberty.currency.includes(day),
      lastEvidence: liberty.lastEvidence,
      possibly: possibly,
      certainty: basis.map(\.certainty).min(),
      expectedEnd: liberty.end,
      endReason: liberty.endReason,
      place: liberty.place,
      process: fold.custody.process.state,
      restrictions: fold.restrictions.inForce(on: day),
      recognition: fold.recognition.entries,
      basis: basis.map(\.id),
      sources: sources,
      anomalies: isGroup ? [] : liberty.anomalies(on: day) + (undecided.map { [$0] } ?? [])
    )
  }

  /// The days from which the status is another than on the day before, only because time passed.
  var daysOfChange: Set<Day> {
    var days = Set(fold.restrictions.lastDays.map { $0.adding(days: 1) })
    let liberty = liberty
    if case .until(let last) = liberty.currency { days.insert(last.adding(days: 1)) }
    if let day = liberty.dayTermIsPassed { days.insert(day) }
    return days
  }
}

extension PersonHistory {
  /// Where the person stands on every day by which all that is recorded has begun.
  ///
  /// Never empty: each holds from its day to the day before that of the next, the last one for
  /// good. On all these days the states of liberty, its evidence and the case are the same.
  package func lastingStatuses() -> [DetentionStatus] {
    // No more of a long history than must lies in memory twice.
    var certain = occasions
    // Where no day is known, nothing begins on one, and any will do.
    var last: Day?
    for occasion in certain {
      for day in [occasion.bounds.earliest, occasion.bounds.latest] {
        if let day { last = last.map { max($0, day) } ?? day }
      }
    }
    let first = last ?? Day(number: 0)
    let possible = certain.filter { $0.bounds.latest == nil }
    certain.removeAll { $0.bounds.latest == nil }
    let situation = Situation(of: self, certain: consume certain, possible: possible)
    let changes = situation.daysOfChange.filter { $0 > first }
    return ([first] + changes.sorted()).map(situation.status)
  }
}
