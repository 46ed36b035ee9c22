internal import Events

/// Tells to which states of liberty other courses of a person's events would have led.
///
/// Folds only as long as it makes a difference: once all that decides stands as it stood in the
/// settled order, what follows leads to where that led.
struct OtherCourses {
  private let history: PersonHistory
  private let order: SettledOrder
  /// The state to which the settled order leads.
  private let settled: LibertyState
  /// How many occasions lie between two standings that are kept.
  private let distance: Int
  /// What decides in the settled order after each `distance` occasions; made when first needed.
  private var standings: [Standing] = []
  /// Where in the settled order an event is named last by another.
  private var lastReferences: [EventID: Int] = [:]
  /// How many occasions stand in the other orders so far, up to where they were folded.
  private(set) var coveredCount = 0

  /// Shorter orders are folded to their end sooner than compared.
  private static let comparedMin = 128
  private static let standingsMax = 256

  /// How many events of one person other orders may cover together; what is later decides, so the
  /// latest orders come first.
  private static let coveredMax = 20_000

  init(of history: PersonHistory, _ order: SettledOrder, endingIn settled: LibertyState) {
    self.history = history
    self.order = order
    self.settled = settled
    distance = max(32, order.occasions.count / OtherCourses.standingsMax)
  }

  /// The states to which each of `possible`, alone, would lead beside what is certain.
  mutating func states(adding possible: [Occasion]) -> Set<LibertyState> {
    var states: Set<LibertyState> = []
    var fold = CustodyFold(history)
    var place = 0
    for change in possible.map(order.adding).sorted(by: { $0.start < $1.start }) {
      for occasion in order.occasions[place..<change.start] { fold.take(occasion) }
      place = change.start
      fold = fold.withoutPast
      states.insert(liberty(from: fold, taking: change.part, to: change.end))
    }
    return states
  }

  /// Another possible order of events that overlap, if it ends in another *held*.
  ///
  /// `prefixes` are what leads up to the taking of each pair, by its place.
  mutating func undecidable(
    _ pairs: [UndecidedPair],
    behind prefixes: [Int: CustodyFold]
  ) -> (state: LibertyState, anomaly: Anomaly)? {
    for pair in pairs where coveredCount < OtherCourses.coveredMax {
      guard let prefix = prefixes[pair.taking],
        let part = order.moving(pair.taking, behind: pair.release)
      else { continue }
      let state = liberty(from: prefix, taking: part, to: pair.release + 1)
      guard state.isHeld != settled.isHeld else { continue }
      let events = [pair.taking, pair.release].map { order.occasions[$0].happening.id }
      return (
        state,
        Anomaly(
          kind: .orderUndecidable,
          text: "the dates do not tell whether the release came before or after the taking",
          events: events
        )
      )
    }
    return nil
  }

  /// The state at the end if `part` takes the place of what stands up to `end`.
  private mutating func liberty(
    from prefix: CustodyFold,
    taking part: [Occasion],
    to end: Int
  ) -> LibertyState {
    let count = order.occasions.count
    // What stands last in `part` may stand where it stood.
    var place = end
    var changed = part[...]
    while place > 0, let last = changed.last, last.isSame(as: order.occasions[place - 1]) {
      changed.removeLast()
      place -= 1
    }
    var fold = prefix.folding(changed)
    var step = 1
    var next = place / distance + 1
    coveredCount += part.count
    while place < count {
      let isCompared = count >= OtherCourses.comparedMin && next * distance < count
      let stop = isCompared ? next * distance : count
      for occasion in order.occasions[place..<stop] { fold.take(occasion) }
      coveredCount += max(0, stop - max(place, end))
      place = stop
      if isCompared, isSettled(fold, at: next) { return settled }
      // The longer it differs, the rarer it is compared.
      next += step
      step *= 2
    }
    return fold.liberty.liberty
  }

  /// Whether `fold` stands as the settled order after the first `number` times `distance`.
  private mutating func isSettled(_ fold: CustodyFold, at number: Int) -> Bool {
    if standings.isEmpty { keepStandings() }
    let place = number * distance
    return standings[number].isReached(by: fold) { lastReferences[$0].map { $0 >= place } ?? false }
  }

  private mutating func keepStandings() {
    for (place, occasion) in order.occasions.enumerated() {
      occasion.happening.eachNamedEvent { lastReferences[$0] = place }
    }
    var fold = CustodyFold(history)
    for (place, occasion) in order.occasions.enumerated() {
      if place.isMultiple(of: distance) {
        fold = fold.withoutPast
        standings.append(
          Standing(fold) { lastReferences[$0].map { $0 >= place } ?? false }
        )
      }
      fold.take(occasion)
    }
  }
}
