internal import Events

/// Days are compared as text in tables, so the year must have four digits.
extension Day {
  static let firstStored = Day(year: 0, month: 1, day: 1) ?? Day(number: 0)
  static let lastStored = Day(year: 9999, month: 12, day: 31) ?? Day(number: 0)

  var isStored: Bool { Day.firstStored <= self && self <= Day.lastStored }
  /// The day as text that compares as days do; nil if there is none.
  var storedText: String? { isStored ? description : nil }
}
