internal import Events

/// A taking and a release that overlap, beside a further taking or release.
///
/// Two takings around one release, or two releases around one taking: their days do not tell which
/// belong together. The third need not overlap both: "arrested on 1 February, released in 2016,
/// arrested on 1 September" is undecided, although the two arrests are not; and so is "arrested on
/// 1 February, released on 1 March, arrested in 2016", where the release can be that of the first.
struct UndecidedPair {
  /// Indexes in the sorted occasions.
  let taking: Int
  let release: Int

  /// How many pairs of one person are tried; what is later decides, so the latest come first.
  private static let pairsMax = 64

  static func all(in occasions: [Occasion]) -> [UndecidedPair] {
    let moves = Moves(occasions)
    var pairs: [UndecidedPair] = []
    for place in moves.indices.reversed() where moves.isDoubtful(releaseAt: place) {
      let release = moves[place]
      let rivals = moves.takings(overlappingReleaseAt: place)
      for rival in rivals {
        let taking = moves[rival]
        let hasThird =
          rivals.count > 1 || moves.hasTaking(beside: rival)
          || moves.hasRelease(overlappingTakingAt: rival, not: place)
        guard hasThird, !isOrdered(occasions[taking], occasions[release]) else { continue }
        pairs.append(UndecidedPair(taking: taking, release: release))
        if pairs.count == pairsMax { return pairs }
      }
    }
    return pairs
  }

  /// Whether the recorder put the two in order.
  private static func isOrdered(_ taking: Occasion, _ release: Occasion) -> Bool {
    guard let a = taking.happening.order, let b = release.happening.order else { return false }
    return a != b
  }
}

/// The takings and releases among a person's sorted occasions.
///
/// A search stops where nothing further on can overlap: mostly it never begins.
private struct Moves {
  private struct Move {
    /// Its index in the sorted occasions.
    let index: Int
    /// The latest day of the takings before it, and of the releases.
    let latestTaking: Int
    let latestRelease: Int
    /// The earliest day of the releases from there on.
    var earliestRelease = Int.max
  }

  private let occasions: [Occasion]
  private var moves: [Move] = []

  init(_ occasions: [Occasion]) {
    self.occasions = occasions
    moves.reserveCapacity(occasions.count)
    var (taken, released) = (Int.min, Int.min)
    for (index, occasion) in occasions.enumerated() where occasion.isTaking || occasion.isRelease {
      moves.append(Move(index: index, latestTaking: taken, latestRelease: released))
      if occasion.isTaking { taken = max(taken, occasion.latest) }
      if occasion.isRelease { released = max(released, occasion.latest) }
    }
    var earliest = Int.max
    for place in moves.indices.reversed() {
      let occasion = occasions[moves[place].index]
      if occasion.isRelease { earliest = min(earliest, occasion.earliest) }
      moves[place].earliestRelease = earliest
    }
  }

  var indices: Range<Int> { moves.indices }

  /// The index in the sorted occasions of the move at `place`.
  subscript(place: Int) -> Int { moves[place].index }

  private func occasion(at place: Int) -> Occasion { occasions[moves[place].index] }

  /// Whether a release stands there that overlaps a taking before it.
  func isDoubtful(releaseAt place: Int) -> Bool {
    let occasion = occasion(at: place)
    return occasion.isRelease && occasion.earliest <= moves[place].latestTaking
  }

  /// The places of the takings before the release that overlap it, the last first.
  func takings(overlappingReleaseAt place: Int) -> [Int] {
    let release = occasion(at: place)
    var result: [Int] = []
    var place = place
    while place > 0, moves[place].latestTaking >= release.earliest {
      place -= 1
      let other = occasion(at: place)
      if other.isTaking, other.overlaps(release) { result.append(place) }
    }
    return result
  }

  /// Whether nobody was released between the taking at `place` and another one.
  func hasTaking(beside place: Int) -> Bool {
    [place - 1, place + 1].contains { moves.indices.contains($0) && occasion(at: $0).isTaking }
  }

  /// Whether another release overlaps the taking, too.
  func hasRelease(overlappingTakingAt place: Int, not release: Int) -> Bool {
    let taking = occasion(at: place)
    func isRival(_ other: Int) -> Bool {
      let occasion = occasion(at: other)
      return other != release && occasion.isRelease && occasion.overlaps(taking)
    }
    var after = place + 1
    while after < moves.count, moves[after].earliestRelease <= taking.latest {
      if isRival(after) { return true }
      after += 1
    }
    var before = place
    while before > 0, moves[before].latestRelease >= taking.earliest {
      before -= 1
      if isRival(before) { return true }
    }
    return false
  }
}

extension Occasion {
  fileprivate var isTaking: Bool { isEvent && course == .taking }
  fileprivate var isRelease: Bool { isEvent && course == .release }
}
