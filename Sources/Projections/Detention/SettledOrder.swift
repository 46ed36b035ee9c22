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

  /// `sorted` as `PersonOrder` sorts them.
  init(_ sorted: [Occasion]) {
    occasions = sorted
    isBound = sorted.contains(where: \.happening.isBound)
    var latest = [Int](repeating: Int.min, count: sorted.count + 1)
    var earliest = [Int](repeating: Int.max, count: sorted.count + 1)
    for place in sorted.indices { latest[place + 1] = max(latest[place], sorted[place].latest) }
    for place in sorted.indices.reversed() {
      earliest[place] = min(earliest[place + 1], sorted[place].earliest)
    }
    latestBefore = latest
    earliestFrom = earliest
  }

  /// How many of the first occasions keep their place when one is added that cannot be before
  /// `earliest`: all days of theirs lie before it, and before all others.
  func undisturbed(from earliest: Int) -> Int {
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
