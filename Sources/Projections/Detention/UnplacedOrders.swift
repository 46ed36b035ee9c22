internal import Events

/// The `order` of events that have no place yet, by how far their days reach.
struct UnplacedOrders {
  /// The latest days of those that carry one, ascending.
  private var latest: [Int] = []
  /// Where each of these stands, by its index among all.
  private var places: [Int: Int] = [:]
  /// The highest order below each node of a binary tree, the leaves last.
  private var highest: [Int] = []

  init() {}

  /// `orders` are those of `occasions` that decide.
  init(_ occasions: [Occasion], _ orders: [Int?]) {
    let indexes = occasions.indices.filter { orders[$0] != nil }
    // One alone is compared with none.
    guard indexes.count > 1 else { return }
    let sorted = indexes.sorted { occasions[$0].latest < occasions[$1].latest }
    latest = sorted.map { occasions[$0].latest }
    highest = [Int](repeating: Int.min, count: 2 * sorted.count)
    for (place, index) in sorted.enumerated() {
      places[index] = place
      highest[sorted.count + place] = orders[index] ?? Int.min
    }
    for node in (1..<sorted.count).reversed() { join(below: node) }
  }

  private mutating func join(below node: Int) {
    highest[node] = max(highest[2 * node], highest[2 * node + 1])
  }

  mutating func remove(_ index: Int) {
    guard let place = places.removeValue(forKey: index) else { return }
    var node = latest.count + place
    highest[node] = Int.min
    while node > 1 {
      node /= 2
      join(below: node)
    }
  }

  /// The highest of those that can have happened on `day` or later.
  func highest(reaching day: Int) -> Int {
    var (low, high) = (0, latest.count)
    while low < high {
      let middle = (low + high) / 2
      if latest[middle] >= day { high = middle } else { low = middle + 1 }
    }
    // From that leaf to the last one.
    var result = Int.min
    var (left, right) = (low + latest.count, 2 * latest.count)
    while left < right {
      if left % 2 == 1 {
        result = max(result, highest[left])
        left += 1
      }
      if right % 2 == 1 {
        right -= 1
        result = max(result, highest[right])
      }
      left /= 2
      right /= 2
    }
    return result
  }
}
