import ArgumentParser
import Events
import Projections

/// Two states of the record, or two days; one of the clocks is a range, the other stands still.
struct RangeOptions: ParsableArguments {
  @Option(
    name: .customLong("known-at"),
    parsing: .unconditional,
    help: ArgumentHelp(
      "Compare what was known at these two moments.",
      discussion: """
        A moment (2017-10-31T12:00:00Z), a day to its end in UTC, or a position, on both sides of \
        `..`. `A..` goes up to everything recorded, `..B` begins with nothing. Beside a range of \
        --as-of, one moment: count only what had been recorded by then.
        """,
      valueName: "A..B"
    )
  )
  var knownAt: String?

  @Option(
    name: .customLong("as-of"),
    parsing: .unconditional,
    help: ArgumentHelp(
      "Compare the ends of these two days.",
      discussion: """
        `A..` goes up to today, `..B` begins before everything. Beside a range of --known-at, one \
        day: ask about the end of it; today, unless given.
        """,
      valueName: "A..B"
    )
  )
  var asOf: String?

  /// What the options mean.
  enum Range {
    case recorded(KnownAt, KnownAt, asOf: Day)
    case passed(Day, Day, knownAt: KnownAt)
  }

  func range(_ outside: Outside = .current) throws(Failure) -> Range {
    switch (knownAt.flatMap(RangeOptions.ends), asOf.flatMap(RangeOptions.ends)) {
    case (let ends?, nil):
      let first = try ends.first.map(ClockOptions.limit) ?? .position(.start)
      let last = try ends.last.map(ClockOptions.limit) ?? .everything
      if first.isCertainlyLater(than: last) { throw RangeOptions.backwards("--known-at", ends) }
      return .recorded(first, last, asOf: try asOf.map(ClockOptions.day) ?? outside.today)
    case (nil, let ends?):
      let first = try ends.first.map(ClockOptions.day) ?? RangeOptions.beforeEverything
      let last = try ends.last.map(ClockOptions.day) ?? outside.today
      if first > last { throw RangeOptions.backwards("--as-of", ends) }
      return .passed(first, last, knownAt: try knownAt.map(ClockOptions.limit) ?? .everything)
    case (nil, nil): throw RangeOptions.noRange
    case (_?, _?):
      throw Failure(
        .wrongUsage,
        """
        --known-at \(knownAt ?? "") --as-of \(asOf ?? ""): both are ranges.
        Give one of them a single value, so that each row can say what changed it.
        """
      )
    }
  }

  /// The day before the first that a date of the record can name, 0000-01-01.
  static let beforeEverything = Day(number: -719_529)

  /// What stands on the two sides of `..`, nil where that is open.
  typealias Ends = (first: String?, last: String?)

  /// The two sides of a range; nil where `text` is none.
  private static func ends(of text: String) -> Ends? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    func side(_ text: Substring) -> String? { text.isEmpty ? nil : String(text) }
    return (side(text[..<dots.lowerBound]), side(text[dots.upperBound...]))
  }

  /// A range of which the later side was written first.
  static func backwards(_ option: String, _ ends: Ends) -> Failure {
    let (first, last) = (ends.first ?? "", ends.last ?? "")
    return Failure(
      .wrongUsage,
      """
      \(option) \(first)..\(last): this range ends before it begins.
      Write the earlier side first: \(option) \(last)..\(first)
      """
    )
  }

  private static let noRange = Failure(
    .wrongUsage,
    """
    diff compares two states of the record, or two days.
    Write --known-at A..B or --as-of A..B; `A..` goes up to now, `..B` begins with nothing.
    """
  )
}

extension KnownAt {
  /// Whether both are of one sort and this is the later one.
  fileprivate func isCertainlyLater(than other: KnownAt) -> Bool {
    switch (self, other) {
    case (.position(let a), .position(let b)): a > b
    case (.instant(let a), .instant(let b)): a > b
    default: false
    }
  }
}
