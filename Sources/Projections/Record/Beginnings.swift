package import Events

/// The bounds of each event's beginning, raised by the events that it came after.
///
/// Of what was told several times the account counts that views use, whichever is named; another
/// than the named one by its own date, so that nothing leads in a circle.
package struct Beginnings: Sendable {
  /// Those that came after something.
  private var raised: [EventID: DayBounds] = [:]

  init(_ facts: [Fact], _ indexes: [EventID: Int], _ accounts: Accounts) {
    var walk = Walk(facts: facts, indexes: indexes)
    for index in facts.indices where !facts[index].after.isEmpty { walk.later.append(index) }
    if walk.later.isEmpty { return }
    for group in accounts.groups where !group.others.isEmpty || group.preferred == nil {
      for account in group { walk.preferred[account] = .some(group.preferred) }
    }
    var settled: Set<Int> = []
    for index in walk.later { raise(index, walk, &settled) }
  }

  package func of(_ fact: Fact) -> DayBounds {
    raised[fact.id] ?? fact.date?.beginning ?? DayBounds(earliest: nil, latest: nil)
  }

  /// What is known of the events while their bounds are raised.
  private struct Walk {
    let facts: [Fact]
    let indexes: [EventID: Int]
    /// Where those stand that came after something.
    var later: [Int] = []
    /// The account that views use in the place of others, or that they use none.
    var preferred: [Int: Int?] = [:]

    /// What the event at `index` names as what it came after.
    func predecessors(of index: Int) -> [Int] {
      facts[index].after.compactMap { indexes[$0] }.filter { !facts[$0].isRetracted }
    }
  }

  /// Raises the earliest day of the event at `start`, after those of the events before it.
  private mutating func raise(_ start: Int, _ walk: Walk, _ settled: inout Set<Int>) {
    // A walk in depth without recursion: chains can be long. A circle is cut where it closes.
    var stack = [(index: start, isReady: false)]
    var entered: Set<Int> = []
    while let (index, isReady) = stack.popLast() {
      if settled.contains(index) { continue }
      let earlier = walk.predecessors(of: index)
      if isReady {
        settle(walk.facts[index], after: earlier.compactMap { floor(of: $0, walk) })
        settled.insert(index)
      } else if entered.insert(index).inserted {
        stack.append((index: index, isReady: true))
        for other in earlier where !walk.facts[other].after.isEmpty && !settled.contains(other) {
          stack.append((index: other, isReady: false))
        }
      }
    }
  }

  /// The first day on which what comes after the event at `index` can have begun.
  private func floor(of index: Int, _ walk: Walk) -> Day? {
    switch walk.preferred[index] {
    case nil, index??: of(walk.facts[index]).earliest
    case let used??: walk.facts[used].date?.beginning.earliest
    // Views use no account of it.
    case .some(nil): nil
    }
  }

  private mutating func settle(_ fact: Fact, after floors: [Day]) {
    var bounds = of(fact)
    for floor in floors {
      // An event dated before what it came after keeps its own date; that is an anomaly.
      if let latest = bounds.latest, latest < floor { continue }
      if bounds.earliest.map({ $0 < floor }) ?? true { bounds.earliest = floor }
    }
    raised[fact.id] = bounds
  }
}
