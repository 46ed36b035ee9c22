internal import Dispatch
internal import Synchronization

extension Collection {
  /// The elements in pieces of at most `count`.
  package func portions(of count: Int) -> [SubSequence] {
    var portions: [SubSequence] = []
    var start = startIndex
    while start != endIndex {
      let end = index(start, offsetBy: count, limitedBy: endIndex) ?? endIndex
      portions.append(self[start..<end])
      start = end
    }
    return portions
  }
}

extension Collection where Element: Sendable, SubSequence: Sendable {
  /// What `transform` makes of each element, in their order, on as many cores as there are.
  ///
  /// It must be pure: which element is taken first is not said.
  package func mapOnAllCores<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let portions = portions(of: 32)
    if portions.count < 2 { return map(transform) }
    // Guards what the threads make; each writes to a place of its own.
    let made = Mutex([[Result]](repeating: [], count: portions.count))
    DispatchQueue.concurrentPerform(iterations: portions.count) { number in
      let results = portions[number].map(transform)
      made.withLock { $0[number] = results }
    }
    return made.withLock { $0 }.flatMap(\.self)
  }
}
