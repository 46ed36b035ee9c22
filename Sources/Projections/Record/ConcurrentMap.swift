internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// What `transform` makes of each element, in their order, on as many cores as there are.
  ///
  /// It must be pure: which element is taken first is not said.
  package func mapOnAllCores<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let portion = 32
    let portions = (count + portion - 1) / portion
    if portions < 2 { return map(transform) }
    // Guards what the threads make; each writes to a place of its own.
    let made = Mutex([[Result]](repeating: [], count: portions))
    DispatchQueue.concurrentPerform(iterations: portions) { number in
      let start = number * portion
      let results = self[start..<Swift.min(count, start + portion)].map(transform)
      made.withLock { $0[number] = results }
    }
    return made.withLock { $0 }.flatMap(\.self)
  }
}
