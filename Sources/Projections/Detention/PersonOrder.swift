internal import Events
internal import HeapModule

/// The order in which a person's events are folded, however partial their dates.
///
/// A before B when A's latest day is before B's earliest, or B is `after` A. Events left free by
/// that go by `order` where both carry one, then natural course, then earliest day (latest, where
/// the beginning is open), latest day, position.
///
/// Preferences can lead in a circle: released in 2016, left on 10 January, arrested on 17 May. What
/// comes last decides where somebody stands, so it is found first, and the rest in the same way:
/// the release comes last, since it can, and is preferred there to the arrest.
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
    var order = PersonOrder(occasions)
    order.place()
    return order.result.reversed().map { order.occasions[$0] }
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

  /// The days of occasions that come before others.
  struct Former {
    /// The last of their earliest days.
    let begun: Int
    /// The last of their latest days.
    let latest: Int
  }

  /// The end of an order once `added` have come to it, sorted anew only up to where it stays.
  ///
  /// `end` is what stood there, and `former` what stands before, unless that is nothing. Answers
  /// how many of `end` stay, and what stands behind these; nil if some of `former` could move.
  static func resorted(
    _ end: ArraySlice<Occasion>,
    adding added: [Occasion],
    behind former: Former?
  ) -> (kept: Int, tail: [Occasion])? {
    var order = PersonOrder(end + added)
    var (first, oldCount, newCount) = (end.count, 0, 0)
    let isAlone = order.place(behind: former) { order in
      if let last = order.result.last {
        if last < end.count {
          first = min(first, last)
          oldCount += 1
        } else {
          newCount += 1
        }
      }
      // What is left is how the end began, and in its order.
      return newCount == added.count && oldCount == end.count - first
    }
    guard isAlone else { return nil }
    let isWhole = order.result.count == order.occasions.count
    return (isWhole ? 0 : first, order.result.reversed().map { order.occasions[$0] })
  }

  private init(_ occasions: some Sequence<Occasion>) {
    let occasions = Array(occasions)
    self.occasions = occasions
    isPlaced = [Bool](repeating: false, count: occasions.count)
    let isOrdered = occasions.contains { $0.happening.order != nil }
    if isOrdered { orders = occasions.map(\.happening.order) }
    if occasions.contains(where: \.happening.isBound) { bind() }
    if isOrdered { unplacedOrders = UnplacedOrders(occasions, orders) }
  }

  private mutating func bind() {
    var indexes: [EventID: Int] = [:]
    for (index, occasion) in occasions.enumerated() where occasion.isEvent {
      indexes[occasion.happening.id] = index
      for account in occasion.happening.otherAccounts { indexes[account] = index }
    }
    for (index, occasion) in occasions.enumerated() where occasion.isEvent {
      let earlier = Set(occasion.happening.after.compactMap { indexes[$0] }).filter {
        // An `after` against the days says nothing; it is an anomaly.
        $0 != index && occasions[$0].earliest <= occasion.latest
      }
      if !earlier.isEmpty { predecessors[index] = Array(earlier) }
    }
    // An `order` against what an event is `after` says nothing.
    for (index, earlier) in predecessors {
      guard let order = occasions[index].happening.order else { continue }
      if earlier.contains(where: { (occasions[$0].happening.order ?? order) > order }) {
        orders[index] = nil
      }
    }
  }

  // MARK: The sweep over the days

  /// The last one first, until all are placed.
  private var result: [Int] = []
  private var isPlaced: [Bool]
  /// The `order` of each, as far as it decides; nothing if none carries one.
  private var orders: [Int?] = []
  private var unplacedOrders = UnplacedOrders()
  /// What may come last and carries an `order`: among these it decides, whatever else happened.
  private var ordered = Heap<Candidate>()
  /// What else may come last.
  private var unordered = Heap<Candidate>()

  /// Sweeps back over the days: what can come last is what nothing unplaced must follow.
  ///
  /// Stops once `isDone`; false if some of `former`, which stand before all these occasions, could
  /// come between them.
  @discardableResult
  private mutating func place(
    behind former: Former? = nil,
    until isDone: (PersonOrder) -> Bool = { _ in false }
  ) -> Bool {
    let byLatest = occasions.indices.sorted {
      (occasions[$0].latest, $0) > (occasions[$1].latest, $1)
    }
    var beginnings = Heap(
      occasions.indices.map { Beginning(day: occasions[$0].earliest, index: $0) }
    )
    var waiting = byLatest[...]
    var unmet: [Int: Int] = [:]
    for earlier in predecessors.values {
      for index in earlier { unmet[index, default: 0] += 1 }
    }
    var blocked: Set<Int> = []
    while result.count < occasions.count, !isDone(self) {
      while let last = beginnings.max, isPlaced[last.index] { beginnings.removeMax() }
      let horizon = max(beginnings.max?.day ?? Int.min, former?.begun ?? Int.min)
      if let former, former.latest >= horizon { return false }
      while let next = waiting.first, occasions[next].latest >= horizon {
        waiting.removeFirst()
        if unmet[next, default: 0] > 0 { blocked.insert(next) } else { offer(next) }
      }
      if ordered.isEmpty, unordered.isEmpty { offer(cut(&blocked)) }
      if let former, let highest = ordered.max,
        former.latest >= occasions[highest.index].earliest
      {
        return false
      }
      let index = last()
      isPlaced[index] = true
      unplacedOrders.remove(index)
      result.append(index)
      for earlier in predecessors[index] ?? [] {
        unmet[earlier, default: 1] -= 1
        if unmet[earlier] == 0, blocked.remove(earlier) != nil { offer(earlier) }
      }
    }
    return true
  }

  private mutating func offer(_ index: Int) {
    let candidate = Candidate(occasions[index], index: index)
    if orders.isEmpty || orders[index] == nil {
      unordered.insert(candidate)
    } else {
      ordered.insert(candidate)
    }
  }

  /// Takes what comes last where everything must come before something else: a circle of `after` is
  /// cut at the event last recorded.
  private func cut(_ blocked: inout Set<Int>) -> Int {
    guard let last = blocked.max(by: { occasions[$0].isRecorded(before: occasions[$1]) }) else {
      preconditionFailure("what begins last can come last, or is blocked")
    }
    blocked.remove(last)
    return last
  }

  /// Takes the candidate that comes last.
  private mutating func last() -> Int {
    let last = takeOrdered()
    if let last, unordered.max?.precedes(last) ?? true { return last.index }
    if let last { ordered.insert(last) }
    // Orders that lead in a circle with the days are cut at the highest.
    guard let candidate = unordered.popMax() ?? ordered.popMax() else {
      preconditionFailure("something can always come last")
    }
    return candidate.index
  }

  /// Takes the last of what carries an `order`, unless all of it must precede something of a higher
  /// one that cannot come last yet.
  private mutating func takeOrdered() -> Candidate? {
    guard let highest = ordered.max else { return nil }
    var held: [Candidate] = []
    defer { for candidate in held { ordered.insert(candidate) } }
    // What is of a lower order must precede the highest.
    while let next = ordered.max, orders[next.index] == orders[highest.index] {
      ordered.removeMax()
      let order = orders[next.index] ?? Int.min
      if unplacedOrders.highest(reaching: occasions[next.index].earliest) <= order { return next }
      held.append(next)
    }
    return nil
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
      // Either can come last, so that what is preferred there does.
      let (first, second) = (others[others.startIndex], others[others.startIndex + 1])
      let isInOrder = Candidate(first, index: 0) < Candidate(second, index: 1)
      append(isInOrder ? first : second)
      append(isInOrder ? second : first)
    default: append(contentsOf: PersonOrder.placed(others))
    }
  }
}

/// The earliest day of an event, to tell which others can come last.
private struct Beginning: Comparable {
  let day: Int
  let index: Int

  static func < (left: Beginning, right: Beginning) -> Bool {
    (left.day, left.index) < (right.day, right.index)
  }
}

/// An event that may come last, and what decides between such events.
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
