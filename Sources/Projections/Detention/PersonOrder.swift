internal import Events
internal import HeapModule

/// The order in which a person's events are folded, however partial their dates.
///
/// A before B when A's latest day is before B's earliest, or B is `after` A. Events left free by
/// that go by `order` where both carry one, then natural course, then earliest day (latest, where
/// the beginning is open), latest day, position.
struct PersonOrder {
  private let occasions: [Occasion]
  /// For each occasion, those that must come before it.
  private var predecessors: [Int: [Int]] = [:]

  static func sorted(_ occasions: [Occasion]) -> [Occasion] {
    // What no `after` binds is ordered apart wherever all days of some lie before those of others.
    if occasions.allSatisfy({ !$0.happening.isBound }) { return sortedByDays(occasions) }
    return placed(occasions)
  }

  fileprivate static func placed(_ occasions: some Collection<Occasion>) -> [Occasion] {
    let occasions = Array(occasions)
    var order = PersonOrder(occasions)
    order.place()
    return order.result.map { occasions[$0] }
  }

  private static func sortedByDays(_ occasions: [Occasion]) -> [Occasion] {
    let inDays = occasions.isSortedByEarliest ? occasions : occasions.sortedByEarliest
    var result: [Occasion] = []
    result.reserveCapacity(inDays.count)
    var start = 0
    var latest = Int.min
    for (index, occasion) in inDays.enumerated() {
      if index > start, occasion.earliest > latest {
        result.append(overlapping: inDays[start..<index])
        start = index
      }
      latest = max(latest, occasion.latest)
    }
    result.append(overlapping: inDays[start...])
    return result
  }

  /// The order of sorted occasions in which one of them comes before another that stood before it;
  /// nil if no order can satisfy it.
  ///
  /// Everything before that other keeps its place. Answers what stands from there to `end`, behind
  /// which all days lie after these.
  static func reordered(
    _ occasions: [Occasion],
    before: Int,
    after: Int,
    to end: Int
  ) -> [Occasion]? {
    let part = Array(occasions[after..<end])
    var order = PersonOrder(part)
    order.predecessors[0, default: []].append(before - after)
    order.place()
    return order.isCircular ? nil : order.result.map { part[$0] }
  }

  private init(_ occasions: [Occasion]) {
    self.occasions = occasions
    isPlaced = [Bool](repeating: false, count: occasions.count)
    guard occasions.contains(where: { $0.happening.isBound }) else { return }
    var indexes: [EventID: Int] = [:]
    for (index, occasion) in occasions.enumerated() where occasion.isEvent {
      indexes[occasion.happening.id] = index
      for account in occasion.happening.otherAccounts { indexes[account] = index }
    }
    for (index, occasion) in occasions.enumerated() where occasion.isEvent {
      let earlier = Set(occasion.happening.after.compactMap { indexes[$0] }).subtracting([index])
      if !earlier.isEmpty { predecessors[index] = Array(earlier) }
    }
  }

  // MARK: The sweep over the days

  private var result: [Int] = []
  private var isPlaced: [Bool]
  /// Whether some `after` leads back to where it started, so that it had to be cut.
  private var isCircular = false
  /// What may come next and carries an `order`: among these it decides, whatever else happened.
  private var ordered = Heap<Candidate>()
  /// What else may come next.
  private var unordered = Heap<Candidate>()

  /// Sweeps over the days: what can come next is what nothing unplaced must precede.
  private mutating func place() {
    let byEarliest = occasions.indices.sorted {
      (occasions[$0].earliest, $0) < (occasions[$1].earliest, $1)
    }
    var ends = Heap(occasions.indices.map { Ending(day: occasions[$0].latest, index: $0) })
    var waiting = byEarliest[...]
    var unmet = predecessors.mapValues(\.count)
    var followers: [Int: [Int]] = [:]
    for (index, earlier) in predecessors {
      for other in earlier { followers[other, default: []].append(index) }
    }
    var blocked: Set<Int> = []
    while result.count < occasions.count {
      while let first = ends.min, isPlaced[first.index] { ends.removeMin() }
      let horizon = ends.min?.day ?? Int.max
      while let next = waiting.first, occasions[next].earliest <= horizon {
        waiting.removeFirst()
        if unmet[next, default: 0] > 0 { blocked.insert(next) } else { offer(next) }
      }
      let index = next(orCutting: &blocked)
      isPlaced[index] = true
      result.append(index)
      for follower in followers[index] ?? [] {
        unmet[follower, default: 1] -= 1
        if unmet[follower] == 0, blocked.remove(follower) != nil { offer(follower) }
      }
    }
  }

  private mutating func offer(_ index: Int) {
    let candidate = Candidate(occasions[index], index: index)
    if occasions[index].happening.order == nil {
      unordered.insert(candidate)
    } else {
      ordered.insert(candidate)
    }
  }

  /// Takes the candidate that comes next.
  private mutating func next(orCutting blocked: inout Set<Int>) -> Int {
    switch (ordered.min, unordered.min) {
    case (let a?, let b?):
      return a.precedes(b) ? ordered.removeMin().index : unordered.removeMin().index
    case (_?, nil): return ordered.removeMin().index
    case (nil, _?): return unordered.removeMin().index
    case (nil, nil):
      // Only a circle of `after` leaves nobody free; it is cut at the event first recorded.
      isCircular = true
      let first = blocked.min { occasions[$0].isRecorded(before: occasions[$1]) } ?? 0
      blocked.remove(first)
      return first
    }
  }
}

extension [Occasion] {
  fileprivate var isSortedByEarliest: Bool {
    for index in indices.dropFirst() where self[index].earliest < self[index - 1].earliest {
      return false
    }
    return true
  }

  /// By earliest day; those of one day in the order in which they stand.
  fileprivate var sortedByEarliest: [Occasion] {
    indices.sorted { (self[$0].earliest, $0) < (self[$1].earliest, $1) }.map { self[$0] }
  }

  /// Adds occasions that all come after those before, in the order of their own.
  fileprivate mutating func append(overlapping others: ArraySlice<Occasion>) {
    switch others.count {
    case 0, 1: append(contentsOf: others)
    case 2:
      // Either can come next, so that the better candidate does.
      let (first, second) = (others[others.startIndex], others[others.startIndex + 1])
      let isInOrder = Candidate(first, index: 0) < Candidate(second, index: 1)
      append(isInOrder ? first : second)
      append(isInOrder ? second : first)
    default: append(contentsOf: PersonOrder.placed(others))
    }
  }
}

/// The latest day of an event, to tell which others can come next.
private struct Ending: Comparable {
  let day: Int
  let index: Int

  static func < (left: Ending, right: Ending) -> Bool {
    (left.day, left.index) < (right.day, right.index)
  }
}

/// An event that may come next, and what decides between such events.
struct Candidate: Comparable {
  let index: Int
  private let order: Int?
  private let course: NaturalCourse
  private let earliest: Int
  private let latest: Int
  private let position: Int
  private let isEvent: Bool

  init(_ occasion: Occasion, index: Int) {
    self.index = index
    order = occasion.happening.order
    course = occasion.course
    earliest = (occasion.bounds.earliest ?? occasion.bounds.latest)?.number ?? Int.min
    latest = occasion.latest
    position = occasion.happening.position.number
    isEvent = occasion.isEvent
  }

  /// By natural course, then earliest day, latest day, position.
  func precedes(_ other: Candidate) -> Bool {
    if course != other.course { return course < other.course }
    if earliest != other.earliest { return earliest < other.earliest }
    if latest != other.latest { return latest < other.latest }
    if position != other.position { return position < other.position }
    return !isEvent && other.isEvent
  }

  /// By `order` where both carry one, and then as above.
  static func < (left: Candidate, right: Candidate) -> Bool {
    if let a = left.order, let b = right.order, a != b { return a < b }
    return left.precedes(right)
  }

  static func == (left: Candidate, right: Candidate) -> Bool { left.index == right.index }
}

extension Occasion {
  /// Whether its line is the earlier one in the log.
  fileprivate func isRecorded(before other: Occasion) -> Bool {
    (happening.position.number, isEvent ? 1 : 0)
      < (other.happening.position.number, other.isEvent ? 1 : 0)
  }
}
