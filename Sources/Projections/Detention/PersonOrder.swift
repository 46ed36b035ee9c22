internal import Events
internal import HeapModule

/// The order in which a person's events are folded, however partial their dates.
///
/// A before B when A's latest day is before B's earliest, or B is `after` A. Events left free by
/// that go by `order` where both carry one, then natural course, then earliest day (latest, where
/// the beginning is open), latest day, position.
struct PersonOrder {
  /// A further constraint: the second index comes after the first.
  typealias Constraint = (before: Int, after: Int)

  private let occasions: [Occasion]
  /// For each occasion, those that must come before it.
  private var predecessors: [Int: [Int]] = [:]

  static func sorted(_ occasions: [Occasion], also constraint: Constraint? = nil) -> [Occasion] {
    var order = PersonOrder(occasions)
    if let constraint {
      order.predecessors[constraint.after, default: []].append(constraint.before)
    }
    return order.indexes().map { occasions[$0] }
  }

  private init(_ occasions: [Occasion]) {
    self.occasions = occasions
    guard occasions.contains(where: { !$0.happening.after.isEmpty }) else { return }
    var indexes: [EventID: Int] = [:]
    for (index, occasion) in occasions.enumerated() where occasion.isEvent {
      indexes[occasion.happening.id] = index
      for account in occasion.happening.otherAccounts { indexes[account] = index }
    }
    for (index, occasion) in occasions.enumerated() where occasion.isEvent {
      let earlier = occasion.happening.after.compactMap { indexes[$0] }.filter { $0 != index }
      if !earlier.isEmpty { predecessors[index] = earlier }
    }
  }

  /// Sweeps over the days: what can come next is what nothing unplaced must precede.
  private func indexes() -> [Int] {
    let byEarliest = occasions.indices.sorted {
      (occasions[$0].earliest, $0) < (occasions[$1].earliest, $1)
    }
    var ends = Heap(occasions.indices.map { Ending(day: occasions[$0].latest, index: $0) })
    var isPlaced = [Bool](repeating: false, count: occasions.count)
    var candidates: [Int] = []
    var waiting = byEarliest[...]
    var result: [Int] = []
    while result.count < occasions.count {
      while let first = ends.min, isPlaced[first.index] { ends.removeMin() }
      let horizon = ends.min?.day ?? Int.max
      while let next = waiting.first, occasions[next].earliest <= horizon {
        candidates.append(waiting.removeFirst())
      }
      let choice = next(among: candidates, isPlaced)
      let index = candidates.remove(at: choice)
      isPlaced[index] = true
      result.append(index)
    }
    return result
  }

  private struct Ending: Comparable {
    let day: Int
    let index: Int

    static func < (left: Ending, right: Ending) -> Bool {
      (left.day, left.index) < (right.day, right.index)
    }
  }

  /// The place in `candidates` of the one that comes next.
  private func next(among candidates: [Int], _ isPlaced: [Bool]) -> Int {
    var best: Int?
    for (place, index) in candidates.enumerated() {
      let isFree = predecessors[index]?.allSatisfy { isPlaced[$0] } ?? true
      guard isFree else { continue }
      if let found = best, !precedes(index, candidates[found]) { continue }
      best = place
    }
    // Only a circle of `after` leaves nobody free; it is cut at its first event.
    return best ?? candidates.indices.min { candidates[$0] < candidates[$1] } ?? 0
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    let (left, right) = (occasions[a], occasions[b])
    if let x = left.happening.order, let y = right.happening.order, x != y { return x < y }
    if left.course != right.course { return left.course < right.course }
    let (firstA, firstB) = (sortDay(left), sortDay(right))
    if firstA != firstB { return firstA < firstB }
    if left.latest != right.latest { return left.latest < right.latest }
    if left.happening.position != right.happening.position {
      return left.happening.position < right.happening.position
    }
    return !left.isEvent && right.isEvent
  }

  private func sortDay(_ occasion: Occasion) -> Int {
    (occasion.bounds.earliest ?? occasion.bounds.latest)?.number ?? Int.min
  }
}
