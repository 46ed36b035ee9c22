import ArgumentParser
import Events
import Projections

/// The two clocks: about which day is asked, and what was known.
struct ClockOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    parsing: .unconditional,
    help: ArgumentHelp(
      "Ask about the end of this day, such as 2017-10-31; today, unless given.",
      valueName: "day"
    )
  )
  var asOf: String?

  @Option(
    name: .customLong("known-at"),
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Count only what had been recorded by then: a moment such as 2017-10-31T12:00:00Z, a day to \
      its end in UTC, or a number of lines; everything, unless given.
      """,
      valueName: "time|position"
    )
  )
  var knownAt: String?

  func day(_ outside: Outside = .current) throws(Failure) -> Day {
    guard let asOf else { return outside.today }
    return try ClockOptions.day(asOf)
  }

  func limit() throws(Failure) -> KnownAt {
    guard let knownAt else { return .everything }
    return try ClockOptions.limit(knownAt)
  }

  /// The day that `text` means as a value of `--as-of`.
  static func day(_ text: String) throws(Failure) -> Day {
    guard let day = Day(iso: text) else { throw ClockOptions.badDay(text, option: "--as-of") }
    return day
  }

  /// What `text` means as a value of `--known-at`.
  static func limit(_ text: String) throws(Failure) -> KnownAt {
    if let number = Int(text), number >= 0, text.allSatisfy(\.isASCIIDigit) {
      return .position(Position(number))
    }
    if let instant = Instant(iso: text) { return .instant(instant) }
    if let day = Day(iso: text) { return .instant(.endOf(day)) }
    throw Failure(
      .wrongUsage,
      """
      --known-at \(text): neither a moment, a day nor a position.
      Write 2017-10-31T12:00:00Z, 2017-10-31, or a line number such as 212.
      """
    )
  }

  static func badDay(_ text: String, option: String) -> Failure {
    Failure(.wrongUsage, "\(option) \(text): not a day. Write YYYY-MM-DD, such as 2017-10-31.")
  }
}

extension KnownAt {
  /// In words, for the head of an answer.
  var words: String {
    switch self {
    case .everything: "everything recorded"
    case .position(Position(0)): "no line of the log"
    case .position(Position(1)): "the first line"
    case .position(let position): "the first \(position) lines"
    case .instant(let instant): "what was recorded by \(instant)"
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
