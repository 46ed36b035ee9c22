internal import Events

/// A taking and a release that overlap, beside a further taking or release that overlaps both.
struct UndecidedPair {
  /// Indexes in the sorted occasions.
  let taking: Int
  let release: Int

  /// How many pairs of one person are tried; what is later decides, so the latest come first.
  private static let pairsMax = 64
  /// How far apart in the order two events are compared.
  private static let reachMax = 64

  static func all(in occasions: [Occasion]) -> [UndecidedPair] {
    var pairs: [UndecidedPair] = []
    for release in occasions.indices.reversed() where occasions[release].isRelease {
      let reach = max(0, release - reachMax)..<min(occasions.count, release + reachMax)
      let rivals = reach.filter {
        $0 != release && (occasions[$0].isTaking || occasions[$0].isRelease)
          && occasions[$0].overlaps(occasions[release])
      }
      for taking in rivals.reversed() where occasions[taking].isTaking && taking < release {
        let hasThird = rivals.contains {
          $0 != taking && occasions[$0].overlaps(occasions[taking])
        }
        guard hasThird, !isDecided(occasions[taking], occasions[release]) else { continue }
        pairs.append(UndecidedPair(taking: taking, release: release))
        if pairs.count == pairsMax { return pairs }
      }
    }
    return pairs
  }

  /// Whether something else than their days says which came first.
  private static func isDecided(_ taking: Occasion, _ release: Occasion) -> Bool {
    if taking.happening.order != nil, release.happening.order != nil { return true }
    return release.happening.after.contains(taking.happening.id)
      || taking.happening.after.contains(release.happening.id)
  }
}

extension Occasion {
  fileprivate var isTaking: Bool { isEvent && course == .taking }
  fileprivate var isRelease: Bool { isEvent && course == .release }
}
