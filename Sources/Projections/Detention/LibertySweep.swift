import Events

/// Folds a person's events day by day, as far as each day knows of them.
///
/// What comes later in the order than all before it extends the fold; what comes between them takes
/// it up again from the last state that it leaves as it was.
struct LibertySweep {
  private let history: PersonHistory
  /// What begins on some day, by the day on which it has certainly begun.
  private let ahead: [Occasion]
  /// How many of these were taken in.
  private var takenCount = 0
  /// Whether something is `after` what its days say came later.
  private let hasContradiction: Bool
  /// What has certainly begun, in the order of the fold.
  private var order: [Occasion] = []
  /// For each of these, the latest day of all up to it.
  private var latest: [Int] = []
  private var fold: CustodyFold
  private var checkpoints: [(count: Int, fold: CustodyFold)] = []
  /// How many more occasions may be folded; every one that is added brings some more.
  private var steps: Int
  private static let stepsOfEach = 20

  /// How many occasions lie between two states that are kept, near the end of the order.
  private static let distance = 16
  private static let checkpointsMax = 32

  init(_ history: PersonHistory) {
    self.history = history
    fold = CustodyFold(history)
    let occasions = history.occasions
    hasContradiction = occasions.contradictDays
    ahead = occasions.filter { $0.bounds.latest != nil }.sorted { $0.latest < $1.latest }
    steps = 2048 + 4 * occasions.count
  }

  /// Where the person stood at the end of the day to which this was advanced.
  var liberty: LibertyFold { fold.liberty }

  /// Whether so much had to be folded again that going on day by day is not worth its time.
  var isTooLong: Bool { steps < 0 }

  /// The next day on which something has certainly begun.
  var nextDay: Day? { takenCount < ahead.count ? ahead[takenCount].bounds.latest : nil }

  /// Takes in whatever has certainly begun by the end of `day`.
  mutating func advance(to day: Day) {
    let start = takenCount
    while let next = nextDay, next <= day { takenCount += 1 }
    guard takenCount > start else { return }
    steps += LibertySweep.stepsOfEach * (takenCount - start)
    add(ahead[start..<takenCount])
  }

  private mutating func add(_ batch: ArraySlice<Occasion>) {
    let kept = undisturbed(by: batch)
    let tail = PersonOrder.sorted(Array(order[kept...] + batch))
    // Of what can move, what stays where it was need not be folded again.
    let same = zip(order[kept...], tail).prefix { $0.isSame(as: $1) }.count
    resume(at: kept + same)
    order.removeSubrange((kept + same)...)
    latest.removeSubrange((kept + same)...)
    for occasion in tail[same...] { take(occasion) }
  }

  /// How many of the first occasions keep their place, whatever the order of the others and of
  /// `batch` is: all of them come before all of the others.
  private func undisturbed(by batch: ArraySlice<Occasion>) -> Int {
    // Then what comes later can hold up what its days would leave in place.
    if hasContradiction { return 0 }
    guard var earliest = batch.map(\.earliest).min() else { return order.count }
    var count = order.count
    while count > 0, latest[count - 1] >= earliest {
      count -= 1
      earliest = min(earliest, order[count].earliest)
    }
    return count
  }

  /// Takes the fold back to where the first `count` occasions had led.
  private mutating func resume(at count: Int) {
    guard count < order.count else { return }
    while let last = checkpoints.last, last.count > count { checkpoints.removeLast() }
    let start = checkpoints.last
    fold = start?.fold ?? CustodyFold(history)
    for occasion in order[(start?.count ?? 0)..<count] {
      fold.take(occasion)
      steps -= 1
    }
  }

  private mutating func take(_ occasion: Occasion) {
    fold.take(occasion)
    order.append(occasion)
    latest.append(max(occasion.latest, latest.last ?? Int.min))
    steps -= 1
    guard order.count - (checkpoints.last?.count ?? 0) >= LibertySweep.distance else { return }
    checkpoints.append((order.count, fold))
    if checkpoints.count > LibertySweep.checkpointsMax { thinOut() }
  }

  /// Drops every other of the older states, so that a long history costs no more memory than a
  /// short one: what comes between others mostly comes between the last of them.
  private mutating func thinOut() {
    let older = checkpoints.count / 2
    checkpoints = checkpoints.indices.filter { $0 >= older || $0.isMultiple(of: 2) }
      .map { checkpoints[$0] }
  }
}

extension [Occasion] {
  /// Whether one of them is `after` another whose days all lie behind its own.
  fileprivate var contradictDays: Bool {
    guard contains(where: { $0.happening.isBound }) else { return false }
    var earliest: [EventID: Int] = [:]
    for occasion in self where occasion.isEvent {
      for id in [occasion.happening.id] + occasion.happening.otherAccounts {
        earliest[id] = occasion.earliest
      }
    }
    return contains { occasion in
      occasion.isEvent
        && occasion.happening.after.contains { earliest[$0].map { $0 > occasion.latest } ?? false }
    }
  }
}
