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
  /// Whether something is `after` something else.
  private let hasBound: Bool
  /// The latest day of what was taken in and carries an `order`.
  private var latestOrdered = Int.min
  /// What has certainly begun, in the order of the fold.
  private var order: [Occasion] = []
  /// For each of these, the latest day of all up to it.
  private var latest: [Int] = []
  private var fold: CustodyFold
  /// The states that are kept, in their order.
  private var checkpoints: [Checkpoint] = []
  /// How many more occasions may be folded; every one that is added brings some more.
  private var steps: Int
  private static let stepsOfEach = 20
  /// So many are put in order in the time in which one is folded.
  private static let sortedInStep = 8

  /// How many occasions lie between two states that are kept, near the end of the order.
  private static let distance = 16
  private let checkpointsMax: Int

  /// Where the first `count` occasions had led.
  private struct Checkpoint {
    let count: Int
    let fold: CustodyFold
  }

  /// Of states, so many are kept at most.
  init(_ history: PersonHistory, checkpointsMax: Int = 256) {
    self.history = history
    self.checkpointsMax = checkpointsMax
    fold = CustodyFold(history)
    let occasions = history.occasions
    hasContradiction = occasions.contradictDays
    hasBound = occasions.contains { $0.happening.isBound }
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
    let (free, others) = parts(of: batch)
    if !free.isEmpty { refold { $0.insert(free) } }
    if !others.isEmpty { refold { $0.reorder(with: others) } }
  }

  /// What moves nothing else, and the rest: what carries an `order` beside others that do, and
  /// everything where something is `after` something else.
  private mutating func parts(
    of batch: ArraySlice<Occasion>
  ) -> (free: [Occasion], others: [Occasion]) {
    if hasBound { return ([], Array(batch)) }
    var (free, others): ([Occasion], [Occasion]) = ([], [])
    for occasion in batch {
      if occasion.happening.order == nil {
        free.append(occasion)
      } else {
        if occasion.earliest > latestOrdered {
          free.append(occasion)
        } else {
          others.append(occasion)
        }
        latestOrdered = max(latestOrdered, occasion.latest)
      }
    }
    return (free, others)
  }

  /// Puts what moves nothing else where it belongs; tells where the first stands, and where each.
  private mutating func insert(_ batch: [Occasion]) -> (start: Int, added: [Int]) {
    var places: [Int] = []
    for occasion in batch {
      let place = order.place(of: occasion)
      for index in places.indices where places[index] >= place { places[index] += 1 }
      places.append(place)
      order.insert(occasion, at: place)
    }
    places.sort()
    noteLatest(from: places[0])
    return (places[0], places)
  }

  /// Puts everything in order anew that `batch` can disturb; tells from where on another order
  /// stands, and where what is new stands, unless the rest moved, too.
  private mutating func reorder(with batch: [Occasion]) -> (start: Int, added: [Int]) {
    let kept = undisturbed(by: batch)
    steps -= (order.count - kept) / LibertySweep.sortedInStep
    let tail = PersonOrder.sorted(Array(order[kept...] + batch))
    // Of what can move, what stays where it was need not be folded again.
    let start = kept + zip(order[kept...], tail).prefix { $0.isSame(as: $1) }.count
    let former = Array(order[start...])
    order.replaceSubrange(start..., with: tail[(start - kept)...])
    noteLatest(from: start)
    return (start, order[start...].places(lackedBy: former))
  }

  private mutating func noteLatest(from start: Int) {
    latest.removeSubrange(start...)
    for occasion in order[start...] {
      latest.append(max(occasion.latest, latest.last ?? Int.min))
    }
  }

  /// Folds on after a change of the order, as far as it leads elsewhere than the order before.
  private mutating func refold(
    after change: (inout LibertySweep) -> (start: Int, added: [Int])
  ) {
    let before = order.count
    let change = change(&self)
    let start = change.start
    if start == before {
      for place in before..<order.count { take(at: place) }
      return
    }
    var added = change.added[...]
    let isComparable = !added.isEmpty
    var old = (checkpoints: checkpoints.filter { $0.count > start }[...], fold: fold)
    checkpoints.removeLast(old.checkpoints.count)
    fold = checkpoints.last?.fold ?? CustodyFold(history)
    var shift = 0
    var place = checkpoints.last?.count ?? 0
    while place < order.count {
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

  /// How many of the first occasions keep their place, whatever the order of the others and of
  /// `batch` is.
  private func undisturbed(by batch: [Occasion]) -> Int {
    // What an `after` points to can hold up what its days would leave in place.
    if hasContradiction { return 0 }
    guard var earliest = batch.map(\.earliest).min() else { return order.count }
    // Nothing of the batch can come before what ends before it; what comes next is decided anew.
    if !hasBound { return order.countUpToLast(before: earliest) }
    // All that stays comes before all of the others.
    var count = order.count
    while count > 0, latest[count - 1] >= earliest {
      count -= 1
      earliest = min(earliest, order[count].earliest)
    }
    return count
  }

  private mutating func take(at place: Int) {
    fold.take(order[place])
    steps -= 1
    let count = place + 1
    guard count - (checkpoints.last?.count ?? 0) >= LibertySweep.distance else { return }
    fold.forgetPast()
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

extension ArraySlice<Occasion> {
  /// Where that stands which `former` lacks; nowhere if what it has stands in another order.
  fileprivate func places(lackedBy former: [Occasion]) -> [Int] {
    var places: [Int] = []
    var next = 0
    for place in indices {
      if next < former.endIndex, former[next].isSame(as: self[place]) {
        next += 1
      } else {
        places.append(place)
      }
    }
    return next == former.endIndex ? places : []
  }
}

extension [Occasion] {
  /// Where `occasion` belongs, which begins no earlier for certain than all of these do.
  ///
  /// It can come next once all that must precede it has come, and does as soon as it precedes what
  /// would come next without it.
  fileprivate func place(of occasion: Occasion) -> Int {
    let free = countUpToLast(before: occasion.earliest)
    let candidate = Candidate(occasion, index: 0)
    return self[free...].firstIndex {
      occasion.course <= $0.course && candidate.precedes(Candidate($0, index: 0))
    } ?? count
  }

  /// How many there are up to the last that is over before `day`.
  fileprivate func countUpToLast(before day: Int) -> Int {
    if day == Int.min { return 0 }
    return lastIndex { $0.latest < day }.map { $0 + 1 } ?? 0
  }

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
