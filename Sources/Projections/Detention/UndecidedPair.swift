internal import Events

/// A taking and a release that overlap, beside a further taking or release.
///
/// Two takings around one release, or two releases around one taking: their days do not tell which
/// belong together. The third need not overlap both: "arrested on 1 February, released in 2016,
/// arrested on 1 September" is undecided, although the two arrests are not.
struct UndecidedPair {
  /// Indexes in the sorted occasions.
  let taking: Int
  let release: Int

  /// How many pairs of one person are tried; what is later decides, so the latest come first.
  private static let pairsMax = 64

  static func all(in occasions: [Occasion]) -> [UndecidedPair] {
    let moves = Moves(occasions)
    var pairs: [UndecidedPair] = []
    for place in moves.places.indices.reversed() where moves.isDoubtful(releaseAt: place) {
      let release = moves.places[place]
      let rivals = moves.takings(overlappingReleaseAt: place)
      for rival in rivals {
        let taking = moves.places[rival]
        let hasThird = rivals.count > 1 || moves.hasRelease(overlappingTakingAt: rival, not: place)
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
  /// Indexes in the sorted occasions.
  let places: [Int]
  private let occasions: [Occasion]
  /// For each place, the latest day of the takings before it, and of the releases.
  private var latestTaking: [Int] = []
  private var latestRelease: [Int] = []
  /// For each place, the earliest day of the releases from there on.
  private var earliestRelease: [Int]

  init(_ occasions: [Occasion]) {
    self.occasions = occasions
    places = occasions.indices.filter { occasions[$0].isTaking || occasions[$0].isRelease }
    var (taken, released) = (Int.min, Int.min)
    for index in places {
      latestTaking.append(taken)
      latestRelease.append(released)
      let latest = occasions[index].latest
      if occasions[index].isTaking { taken = max(taken, latest) }
      if occasions[index].isRelease { released = max(released, latest) }
    }
    earliestRelease = [Int](repeating: Int.max, count: places.count)
    var earliest = Int.max
    for (place, index) in places.enumerated().reversed() {
      if occasions[index].isRelease { earliest = min(earliest, occasions[index].earliest) }
      earliestRelease[place] = earliest
    }
  }

  /// Whether a release stands there that overlaps a taking before it.
  func isDoubtful(releaseAt place: Int) -> Bool {
    let occasion = occasions[places[place]]
    return occasion.isRelease && occasion.earliest <= latestTaking[place]
  }

  /// The places of the takings before the release that overlap it, the last first.
  func takings(overlappingReleaseAt place: Int) -> [Int] {
    let release = occasions[places[place]]
    var result: [Int] = []
    var place = place
    while place > 0, latestTaking[place] >= release.earliest {
      place -= 1
      let other = occasions[places[place]]
      if other.isTaking, other.overlaps(release) { result.append(place) }
    }
    return result
  }

  /// Whether another release overlaps the taking, too.
  func hasRelease(overlappingTakingAt place: Int, not release: Int) -> Bool {
    let taking = occasions[places[place]]
    func isRival(_ other: Int) -> Bool {
      let occasion = occasions[places[other]]
      return other != release && occasion.isRelease && occasion.overlaps(taking)
    }
    var after = place + 1
    while after < places.count, earliestRelease[after] <= taking.latest {
      if isRival(after) { return true }
      after += 1
    }
    var before = place
    while before > 0, latestRelease[before] >= taking.earliest {
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
