internal import Events

/// Occasions in the order of the fold, and how far that order stands whatever is added to them.
struct SettledOrder {
  let occasions: [Occasion]
  /// For each place, the latest day of those before it.
  private let latestBefore: [Int]
  /// For each place, the earliest day of those from there on.
  private let earliestFrom: [Int]
  /// For each place, the day by which one of those from there on must have begun.
  private let latestFrom: [Int]
  /// Whether some `after` binds, which no day can tell.
  private let isBound: Bool

  /// `sorted` as `PersonOrder` sorts them.
  init(_ sorted: [Occasion]) {
    occasions = sorted
    isBound = sorted.contains(where: \.happening.isBound)
    var latest = [Int](repeating: Int.min, count: sorted.count + 1)
    var earliest = [Int](repeating: Int.max, count: sorted.count + 1)
    for place in sorted.indices { latest[place + 1] = max(latest[place], sorted[place].latest) }
    var ends = earliest
    for place in sorted.indices.reversed() {
      earliest[place] = min(earliest[place + 1], sorted[place].earliest)
      ends[place] = min(ends[place + 1], sorted[place].latest)
    }
    latestFrom = ends
    latestBefore = latest
    earliestFrom = earliest
  }

  /// What becomes of the order when an occasion is added.
  struct Change {
    let start: Int
    /// What stands from `start` on, in the place of what stood there up to `end`.
    let part: [Occasion]
    let end: Int
  }

  /// Where `occasion` comes to stand, and what changes its place for it.
  ///
  /// `PersonOrder` takes one occasion after the other: of those that can come next, which begin
  /// before any that is left must have ended, the preferred one. So `occasion` comes before the
  /// first to which it is preferred, and all others as they did; only where it must be taken now,
  /// since its own days end before those of all that are left, can others overtake.
  func adding(_ occasion: Occasion) -> Change {
    if isBound || occasion.happening.isBound { return sorting(occasion, from: 0) }
    // An `order` is not compared with those that carry none.
    if occasion.happening.order != nil {
      return sorting(occasion, from: undisturbed(from: occasion.earliest))
    }
    let candidate = Candidate(occasion, index: occasions.count)
    var place = firstPlace { latestFrom[$0] >= occasion.earliest }
    while place < occasions.count, latestFrom[place] <= occasion.latest {
      if candidate.precedes(self.candidate(at: place)) { return inserting(occasion, at: place) }
      place += 1
    }
    var other = place
    while other < occasions.count, earliestFrom[other] <= occasion.latest {
      if occasions[other].earliest <= occasion.latest,
        !candidate.precedes(self.candidate(at: other))
      {
        return sorting(occasion, from: place)
      }
      other += 1
    }
    return inserting(occasion, at: place)
  }

  private func candidate(at place: Int) -> Candidate { Candidate(occasions[place], index: place) }

  private func inserting(_ occasion: Occasion, at place: Int) -> Change {
    Change(start: place, part: [occasion], end: place)
  }

  /// The order from `start` on, made anew up to where all days lie after those of `occasion`.
  private func sorting(_ occasion: Occasion, from start: Int) -> Change {
    var end = start
    while end < occasions.count, earliestFrom[end] <= max(occasion.latest, latestBefore[end]) {
      end += 1
    }
    if isBound || occasion.happening.isBound { end = occasions.count }
    let part = PersonOrder.sorted(occasions[start..<end] + [occasion])
    return Change(start: start, part: part, end: end)
  }

  /// The first place from which on `isReached`, which stays true once it is.
  private func firstPlace(where isReached: (Int) -> Bool) -> Int {
    var (low, high) = (0, occasions.count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// How many of the first occasions keep their place when one is added that cannot be before
  /// `earliest`: all days of theirs lie before it, and before all others.
  private func undisturbed(from earliest: Int) -> Int {
    if isBound { return 0 }
    var count = occasions.count
    while count > 0, latestBefore[count] >= min(earliest, earliestFrom[count]) { count -= 1 }
    return count
  }

  /// The first place behind `place` from which on all days lie after those before.
  func end(behind place: Int) -> Int {
    if isBound { return occasions.count }
    return (place + 1..<occasions.count).first { earliestFrom[$0] > latestBefore[$0] }
      ?? occasions.count
  }
}
