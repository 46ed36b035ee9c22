internal import Events

/// Occasions in the order of the fold, and how far that order stands whatever is added to them.
struct SettledOrder {
  let occasions: [Occasion]
  /// For each place, the latest day of those before it.
  private let latestBefore: [Int]
  /// For each place, the earliest day of those from there on.
  private let earliestFrom: [Int]
  /// Whether some `after` binds, which no day can tell.
  private let isBound: Bool
  private let candidates: [Candidate]

  /// `sorted` as `PersonOrder` sorts them.
  init(_ sorted: [Occasion]) {
    occasions = sorted
    isBound = sorted.contains(where: \.happening.isBound)
    candidates = sorted.enumerated().map { Candidate($1, index: $0) }
    var latest = [Int](repeating: Int.min, count: sorted.count + 1)
    var earliest = [Int](repeating: Int.max, count: sorted.count + 1)
    for place in sorted.indices { latest[place + 1] = max(latest[place], sorted[place].latest) }
    for place in sorted.indices.reversed() {
      earliest[place] = min(earliest[place + 1], sorted[place].earliest)
    }
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
  /// Goes through those that it overlaps, one group after the other whose days lie before those of
  /// the next; only where its own days begin or end within a group is that one sorted anew.
  func adding(_ occasion: Occasion) -> Change {
    if isBound || occasion.happening.isBound {
      let sorted = PersonOrder.sorted(occasions + [occasion])
      return Change(start: 0, part: sorted, end: occasions.count)
    }
    var start = undisturbed(from: occasion.earliest)
    while start < occasions.count, earliestFrom[start] <= occasion.latest {
      let end = end(behind: start)
      if spans(occasion, start, end), occasion.happening.order == nil {
        // It comes before the first to which it is preferred, whichever day that has.
        let candidate = Candidate(occasion, index: occasions.count)
        if let place = (start..<end).first(where: { candidate.precedes(candidates[$0]) }) {
          return Change(start: place, part: [occasion], end: place)
        }
      } else {
        let part = PersonOrder.sorted(occasions[start..<end] + [occasion])
        // The last of its group can still come after some of the next.
        if part.last?.isSame(as: occasion) != true {
          return Change(start: start, part: part, end: end)
        }
      }
      start = end
    }
    return Change(start: start, part: [occasion], end: start)
  }

  /// Whether the days of `occasion` begin before those of the group and end with them or later.
  private func spans(_ occasion: Occasion, _ start: Int, _ end: Int) -> Bool {
    occasion.earliest <= earliestFrom[start] && latestBefore[end] <= occasion.latest
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
