import Events

/// A person's occasions in the order of their fold, while more and more of them have begun.
struct GrowingOrder {
  /// What has certainly begun, in the order of the fold.
  private(set) var occasions: [Occasion] = []
  /// For each of these, the latest day of all up to it.
  private var latest: [Int] = []
  /// The latest day of what was added and carries an `order`.
  private var latestOrdered = Int.min
  /// Whether something is `after` something else.
  private let hasBound: Bool
  /// Whether something is `after` what its days say came later.
  private let hasContradiction: Bool

  /// Occasions that are added in one way.
  struct Part {
    fileprivate let occasions: [Occasion]
    /// Whether they leave all that is there in its order.
    fileprivate let isFree: Bool
  }

  /// What adding a part did.
  struct Change {
    /// How many occasions there were before.
    let formerCount: Int
    /// From where on other occasions stand than before.
    let start: Int
    /// Where the new ones stand; nowhere if what stood there before moved, too.
    let added: [Int]
    /// How many were put in order anew.
    let sortedCount: Int
  }

  /// An order to which `occasions` will be added, and nothing else.
  init(for occasions: [Occasion]) {
    hasBound = occasions.contains { $0.happening.isBound }
    hasContradiction = hasBound && occasions.contradictDays
  }

  /// What leaves all that is there in its order, and the rest: what carries an `order` beside
  /// others that do, and everything where something is `after` something else.
  mutating func parts(of batch: ArraySlice<Occasion>) -> [Part] {
    if hasBound { return [Part(occasions: Array(batch), isFree: false)] }
    var (free, others): ([Occasion], [Occasion]) = ([], [])
    for occasion in batch {
      let hasOrder = occasion.happening.order != nil
      if hasOrder, occasion.earliest <= latestOrdered {
        others.append(occasion)
      } else {
        free.append(occasion)
      }
      if hasOrder { latestOrdered = max(latestOrdered, occasion.latest) }
    }
    return [Part(occasions: free, isFree: true), Part(occasions: others, isFree: false)]
      .filter { !$0.occasions.isEmpty }
  }

  /// Adds occasions whose latest days are those of what is there, or later.
  mutating func add(_ part: Part) -> Change {
    part.isFree ? insert(part.occasions) : reorder(with: part.occasions)
  }

  private mutating func insert(_ batch: [Occasion]) -> Change {
    let formerCount = occasions.count
    var places: [Int] = []
    for occasion in batch {
      let place = place(of: occasion)
      for index in places.indices where places[index] >= place { places[index] += 1 }
      places.append(place)
      occasions.insert(occasion, at: place)
    }
    places.sort()
    let start = places.first ?? formerCount
    noteLatest(from: start)
    return Change(formerCount: formerCount, start: start, added: places, sortedCount: 0)
  }

  /// Puts everything in order anew that `batch` can disturb.
  private mutating func reorder(with batch: [Occasion]) -> Change {
    let formerCount = occasions.count
    let kept = undisturbed(by: batch)
    let tail = PersonOrder.sorted(Array(occasions[kept...] + batch))
    // Of what can move, what stays where it was need not be folded again.
    let start = kept + zip(occasions[kept...], tail).prefix { $0.isSame(as: $1) }.count
    let former = Array(occasions[start...])
    occasions.replaceSubrange(start..., with: tail[(start - kept)...])
    noteLatest(from: start)
    return Change(
      formerCount: formerCount,
      start: start,
      added: occasions[start...].places(lackedBy: former),
      sortedCount: formerCount - kept
    )
  }

  private mutating func noteLatest(from start: Int) {
    latest.removeSubrange(start...)
    for occasion in occasions[start...] {
      latest.append(max(occasion.latest, latest.last ?? Int.min))
    }
  }

  /// Where `occasion` belongs, if the latest day of none of the others is later than its own.
  ///
  /// It can come next once all that must precede it has come, and does as soon as it precedes what
  /// would come next without it.
  private func place(of occasion: Occasion) -> Int {
    let candidate = Candidate(occasion, index: 0)
    return occasions[countUpToLast(before: occasion.earliest)...].firstIndex {
      occasion.course <= $0.course && candidate.precedes(Candidate($0, index: 0))
    } ?? occasions.count
  }

  /// How many of the first occasions keep their place, whatever the order of the others and of
  /// `batch` is.
  private func undisturbed(by batch: [Occasion]) -> Int {
    // What an `after` points to can hold up what its days would leave in place.
    if hasContradiction { return 0 }
    guard var earliest = batch.map(\.earliest).min() else { return occasions.count }
    // Nothing of the batch can come before what ends before it; what comes next is decided anew.
    if !hasBound { return countUpToLast(before: earliest) }
    // All that stays comes before all of the others.
    var count = occasions.count
    while count > 0, latest[count - 1] >= earliest {
      count -= 1
      earliest = min(earliest, occasions[count].earliest)
    }
    return count
  }

  /// How many occasions there are up to the last that is over before `day`.
  private func countUpToLast(before day: Int) -> Int {
    if day == Int.min { return 0 }
    return occasions.lastIndex { $0.latest < day }.map { $0 + 1 } ?? 0
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
  /// Whether one of them is `after` another whose days all lie behind its own.
  fileprivate var contradictDays: Bool {
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
