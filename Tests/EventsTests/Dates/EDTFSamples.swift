import Events

/// A date with what it means, worked out by hand: days as `earliest latest`, `*` where open.
struct DatedSample: CustomStringConvertible, Sendable {
  let text: String
  let level: Int
  let beginning: String
  let end: String

  init(_ text: String, level: Int, _ beginning: String, end: String? = nil) {
    self.text = text
    self.level = level
    self.beginning = beginning
    self.end = end ?? beginning
  }

  var description: String { text }
}

extension DayBounds {
  /// The days as the samples write them.
  var sample: String {
    "\(earliest.map(\.description) ?? "*") \(latest.map(\.description) ?? "*")"
  }
}

/// A reproducible source of chance (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
