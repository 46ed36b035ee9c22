internal import Events

/// Occasions in the order of the fold, and how far that order stands whatever is added to them.
struct SettledOrder {
  let occasions: [Occasion]
  /// For each place, the latest day of those before it.
  private let latestBefore: [Int]
  /// For each place, the earliest day of those from there on.
  private let earliestFrom: [Int]
  /// For each place, the last of the earliest days of those before it.
  private let earliestBefore: [Int]
  /// Whether some `after` binds, which no day can tell.
  private let isBound: Bool
  /// Whether an `order` decides between some of them.
  private let isOrdered: Bool

  /// `sorted` as `PersonOrder` sorts them.
  init(_ sorted: [Occasion]) {
    occasions = sorted
    isBound = sorted.contains(where: \.happening.isBound)
    isOrdered = sorted.count { $0.happening.order != nil } > 1
    var latest = [Int](repeating: Int.min, count: sorted.count + 1)
    var begun = latest
    var earliest = [Int](repeating: Int.max, count: sorted.count + 1)
    for place in sorted.indices {
      latest[place + 1] = max(latest[place], sorted[place].latest)
      begun[place + 1] = max(begun[place], sorted[place].earliest)
    }
    for place in sorted.indices.reversed() {
      earliest[place] = min(earliest[place + 1], sorted[place].earliest)
    }
    latestBefore = latest
    earliestBefore = begun
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
  /// `PersonOrder` finds the last one first: of those that can come last, which end when all that
  /// are left have begun or later, the one that the others precede. So `occasion` comes behind the
  /// last that precedes it, and all others as they did; only where it must be taken now, since its
  /// own days begin after those of all that are left, can others overtake.
  func adding(_ occasion: Occasion) -> Change {
    if isBound || occasion.happening.isBound {
      return sorting(occasion, from: 0, to: occasions.count)
    }
    if isOrdered || occasion.happening.order != nil { return sorting(around: occasion) }
    let candidate = Candidate(occasion, index: occasions.count)
    var place = lastPlace { earliestBefore[$0] <= occasion.latest }
    while place > 0, earliestBefore[place] >= occasion.earliest {
      if self.candidate(at: place - 1).precedes(candidate) {
        return inserting(occasion, at: place)
      }
      place -= 1
    }
    var other = place
    while other > 0, latestBefore[other] >= occasion.earliest {
      other -= 1
      if occasions[other].latest >= occasion.earliest,
        !self.candidate(at: other).precedes(candidate)
      {
        return sorting(around: occasion)
      }
    }
    return inserting(occasion, at: place)
  }

  private func candidate(at place: Int) -> Candidate { Candidate(occasions[place], index: place) }

  private func inserting(_ occasion: Occasion, at place: Int) -> Change {
    Change(start: place, part: [occasion], end: place)
  }

  /// The order made anew between what all lies before and what all lies behind `occasion` and each
  /// other.
  private func sorting(around occasion: Occasion) -> Change {
    var end = 0
    while end < occasions.count, earliestFrom[end] <= max(occasion.latest, latestBefore[end]) {
      end += 1
    }
    var start = end
    while start > 0, latestBefore[start] >= min(occasion.earliest, earliestFrom[start]) {
      start -= 1
    }
    return sorting(occasion, from: start, to: end)
  }

  private func sorting(_ occasion: Occasion, from start: Int, to end: Int) -> Change {
    let part = PersonOrder.sorted(occasions[start..<end] + [occasion])
    return Change(start: start, part: part, end: end)
  }

  /// The last place up to which `isReached`, which stays false once it is.
  private func lastPlace(where isReached: (Int) -> Bool) -> Int {
    var (low, high) = (0, occasions.count)
    while low < high {
      let middle = (low + high + 1) / 2
      if isReached(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Another order that the days allow: the event at `taking` right behind the one at `release`,
  /// before which it stood; nil if it had to.
  ///
  /// Answers what stands from `taking` to `release`. What must follow the taking follows it there,
  /// too; all else stays.
  func moving(_ taking: Int, behind release: Int) -> [Occasion]? {
    var (ahead, behind): ([Occasion], [Occasion]) = ([], [occasions[taking]])
    var followers = Followers(of: occasions[taking])
    for occasion in occasions[(taking + 1)...release] {
      if followers.include(occasion) {
        followers.add(occasion)
        behind.append(occasion)
      } else {
        ahead.append(occasion)
      }
    }
    return ahead.last?.isSame(as: occasions[release]) == true ? ahead + behind : nil
  }
}

/// What must come after some occasions.
private struct Followers {
  private var latest = Int.max
  private var order = Int.max
  private var events: Set<EventID> = []

  init(of occasion: Occasion) { add(occasion) }

  mutating func add(_ occasion: Occasion) {
    latest = min(latest, occasion.latest)
    if let own = occasion.happening.order { order = min(order, own) }
    guard occasion.isEvent else { return }
    events.insert(occasion.happening.id)
    events.formUnion(occasion.happening.otherAccounts)
  }

  /// Whether `occasion`, which stands behind them, has to.
  func include(_ occasion: Occasion) -> Bool {
    if occasion.earliest > latest { return true }
    if let own = occasion.happening.order, own > order { return true }
    return occasion.isEvent && occasion.happening.after.contains(where: events.contains)
  }
}
