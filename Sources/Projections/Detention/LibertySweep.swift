import Events

/// Folds a person's events day by day, as far as each day knows of them.
///
/// What comes later in the order than all before it extends the fold. What comes between them takes
/// it up again from the last state that it leaves as it was, until all stands as it stood there.
struct LibertySweep {
  private let history: PersonHistory
  /// What begins on some day, by the day on which it has certainly begun.
  private let ahead: [Occasion]
  /// How many of these were taken in.
  private var takenCount = 0
  private(set) var order: GrowingOrder
  private var fold: CustodyFold
  /// The states that are kept, in their order.
  private(set) var checkpoints: [Checkpoint] = []
  /// How many more occasions may be folded; every one that is added brings some more.
  private var steps: Int
  private static let stepsOfEach = 20
  /// So many are put in order in the time in which one is folded.
  private static let sortedInStep = 8

  /// How many occasions lie between two states that are kept, near the end of the order.
  private static let distance = 16
  private let checkpointsMax: Int

  /// Where the first `count` occasions had led.
  struct Checkpoint {
    let count: Int
    let fold: CustodyFold
  }

  /// Of states, so many are kept at most.
  init(_ history: PersonHistory, checkpointsMax: Int = 256, reach: Int = 32) {
    self.history = history
    self.checkpointsMax = checkpointsMax
    fold = CustodyFold(history)
    let occasions = history.occasions
    order = GrowingOrder(for: occasions, reach: reach)
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
    var others: [Occasion] = []
    if let change = order.insert(ahead[start..<takenCount], leaving: &others) { fold(on: change) }
    if !others.isEmpty { fold(on: order.reorder(with: others)) }
  }

  private mutating func fold(on change: GrowingOrder.Change) {
    steps -= change.sortedCount / LibertySweep.sortedInStep
    if change.start == change.formerCount {
      for place in change.start..<order.occasions.count { take(at: place) }
    } else {
      refold(after: change)
    }
  }

  /// Folds on after a change of the order, as far as it leads elsewhere than the order before.
  private mutating func refold(after change: GrowingOrder.Change) {
    var added = change.added[...]
    let isComparable = !added.isEmpty
    var old = (checkpoints: checkpoints.filter { $0.count > change.start }[...], fold: fold)
    checkpoints.removeLast(old.checkpoints.count)
    fold = checkpoints.last?.fold ?? CustodyFold(history)
    var shift = 0
    var place = checkpoints.last?.count ?? 0
    while place < order.occasions.count {
      take(at: place)
      if added.first == place {
        added.removeFirst()
        shift += 1
      }
      place += 1
      guard isComparable, shift > 0 else { continue }
      while let next = old.checkpoints.first, next.count + shift < place {
        old.checkpoints.removeFirst()
      }
      guard let next = old.checkpoints.first, next.count + shift == place,
        next.fold.isSame(as: fold)
      else { continue }
      // From here to the next place of something new, all leads to where it led.
      guard let end = added.first else {
        keep(old.checkpoints, movedBy: shift)
        fold = old.fold
        return
      }
      keep(old.checkpoints.prefix { $0.count + shift <= end }, movedBy: shift)
      if let last = checkpoints.last, last.count > place {
        fold = last.fold
        place = last.count
      }
    }
  }

  private mutating func keep(_ valid: ArraySlice<Checkpoint>, movedBy shift: Int) {
    for checkpoint in valid where checkpoint.count + shift > checkpoints.last?.count ?? 0 {
      checkpoints.append(Checkpoint(count: checkpoint.count + shift, fold: checkpoint.fold))
    }
  }

  private mutating func take(at place: Int) {
    fold.take(order.occasions[place])
    steps -= 1
    let count = place + 1
    guard count - (checkpoints.last?.count ?? 0) >= LibertySweep.distance else { return }
    fold.forgetFormerSpells()
    checkpoints.append(Checkpoint(count: count, fold: fold))
    if checkpoints.count > checkpointsMax { thinOut() }
  }

  /// Drops of the older states what stands close to another, so that a long history costs no more
  /// memory than a short one: what comes between others mostly comes between the last of them.
  private mutating func thinOut() {
    let gap = 4 * ahead.count / checkpointsMax
    let older = checkpoints.count / 2
    var thinned: [Checkpoint] = []
    for (index, checkpoint) in checkpoints.enumerated()
    where index >= older || checkpoint.count - (thinned.last?.count ?? 0) >= gap {
      thinned.append(checkpoint)
    }
    checkpoints = thinned
  }
}
