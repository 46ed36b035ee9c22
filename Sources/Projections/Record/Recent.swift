/// What was found of late, so that it need not be looked for again; never more than twice `count`.
package final class Recent<Key: Hashable, Value> {
  private let count: Int
  private var new: [Key: Value] = [:]
  private var old: [Key: Value] = [:]

  package init(_ count: Int) {
    self.count = count
  }

  /// What was found for `key`, or is found now.
  package func value(of key: Key, find: () -> Value) -> Value {
    if let known = new[key] { return known }
    let value = old[key] ?? find()
    if new.count >= count {
      old = new
      new = [:]
    }
    new[key] = value
    return value
  }
}
