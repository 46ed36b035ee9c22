package import Events

/// The bounds of each event's beginning, raised by the events that it came after.
package struct Beginnings {
  private var bounds: [DayBounds]

  package init(_ facts: [Fact], _ indexes: [EventID: Int]) {
    bounds = facts.map { $0.date?.beginning ?? DayBounds(earliest: nil, latest: nil) }
    var settled = Set<Int>()
    for index in facts.indices where !facts[index].after.isEmpty {
      raise(index, facts, indexes, &settled)
    }
  }

  package subscript(index: Int) -> DayBounds { bounds[index] }

  /// Raises the earliest day of the event at `start`, after those of the events before it.
  private mutating func raise(
    _ start: Int,
    _ facts: [Fact],
    _ indexes: [EventID: Int],
    _ settled: inout Set<Int>
  ) {
    // A walk in depth without recursion: chains can be long. A circle is cut where it closes.
    var stack = [(index: start, isReady: false)]
    var entered: Set<Int> = []
    while let (index, isReady) = stack.popLast() {
      if settled.contains(index) { continue }
      let earlier = facts[index].after.compactMap { indexes[$0] }
        .filter { !facts[$0].isRetracted }
      if isReady {
        settle(index, after: earlier)
        settled.insert(index)
      } else if entered.insert(index).inserted {
        stack.append((index: index, isReady: true))
        for other in earlier where !facts[other].after.isEmpty && !settled.contains(other) {
          stack.append((index: other, isReady: false))
        }
      }
    }
  }

  private mutating func settle(_ index: Int, after earlier: [Int]) {
    for other in earlier {
      guard let floor = bounds[other].earliest else { continue }
      // An event dated before what it came after keeps its own date; that is an anomaly.
      if let latest = bounds[index].latest, latest < floor { continue }
      if bounds[index].earliest.map({ $0 < floor }) ?? true { bounds[index].earliest = floor }
    }
  }
}
