import ArgumentParser
import Events
import Projections
import Snapshot

/// `annals due`: terms that end soon or have passed, hearings and visits ahead.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Terms that end soon or have passed, hearings and visits ahead.",
    discussion: """
      A term without an end that can be computed is listed, too, with the reason.

      EXAMPLES
        annals due --within 30
        annals due --as-of 2022-12-01 --format csv
      """
  )

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many days ahead.", valueName: "days")
  )
  var within = 90

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func validate() throws {
    guard (0...36_525).contains(within) else {
      throw ValidationError("--within takes a number of days from 0 to 36525.")
    }
  }

  func run() throws {
    let (question, dues) = try answered()
    let answer = Answer(question: question, format: format.format)
    try answer.print(dues) { printer in
      if dues.isEmpty {
        return printer.line("Nothing is due within \(Brief.count(within, "day")).")
      }
      var table = TextTable([
        .init("WHEN"), .init("WHAT", yields: true), .init("WHO", yields: true),
        .init("NOTE", yields: true),
      ])
      for due in dues {
        table.add([
          when(due), Brief.words(due.what), due.person.map(question.name(of:)) ?? "", note(due),
        ])
      }
      for line in table.lines(width: Outside.current.columns) { printer.line(line) }
      printer.line()
      for line in Paragraph.lines(sum(dues), width: Outside.current.columns) {
        printer.line(line)
      }
    }
  }

  /// The question, and what is due; from the snapshot where everything recorded counts.
  private func answered() throws -> (Question, [Due]) {
    let stored = try Question.ofSnapshot(log, clocks) { question, snapshot in
      try snapshot.dues(asOf: question.asOf, within: within)
    }
    if let (question, dues) = stored {
      return (try question.naming(Set(dues.compactMap(\.person)).sorted()), dues)
    }
    let question = try Question(log, clocks)
    return (question, question.record.dues(asOf: question.asOf, within: within))
  }

  private func note(_ due: Due) -> String {
    [due.isPassed ? "passed" : nil, due.reason].compactMap(\.self).joined(separator: "; ")
  }

  private func sum(_ dues: [Due]) -> String {
    let passed = dues.filter(\.isPassed).count
    let undated = dues.filter { $0.earliest == nil && $0.latest == nil }.count
    let ahead = dues.count - passed - undated
    return "Within \(Brief.count(within, "day")): \(ahead). Passed: \(passed). "
      + "On a day that is not known: \(undated)."
  }

  private func when(_ due: Due) -> String {
    switch (due.earliest, due.latest) {
    case (let first?, let last?): first == last ? "\(first)" : "\(first)–\(last)"
    case (nil, let last?): "by \(last)"
    case (let first?, nil): "from \(first)"
    case (nil, nil): "not known"
    }
  }
}
