import ArgumentParser
import Events
import Projections

/// `annals due`: terms that end soon or have passed, hearings and visits ahead.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Terms that end soon or have passed, hearings and visits ahead.",
    discussion: """
      EXAMPLE
        annals due --within 30
      """
  )

  @Option(help: "How many days ahead.")
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
    let question = try Question(log, clocks)
    let dues = question.record.dues(asOf: question.asOf, within: within)
    let answer = Answer(question: question, format: format.format)
    try answer.print(dues) { printer in
      if dues.isEmpty { return printer.line("Nothing is due within \(within) days.") }
      var table = TextTable([
        .init("WHEN"), .init("WHAT", yields: true), .init("WHO", yields: true),
        .init("NOTE", yields: true),
      ])
      for due in dues {
        table.add([
          when(due), due.what, answer.name(due.person), due.isPassed ? "passed" : due.reason ?? "",
        ])
      }
      for line in table.lines(width: Outside.current.columns) { printer.line(line) }
    }
  }

  private func when(_ due: Due) -> String {
    switch (due.earliest, due.latest) {
    case (let first?, let last?): first == last ? "\(first)" : "\(first)–\(last)"
    case (nil, let last?): "by \(last)"
    case (let first?, nil): "from \(first)"
    case (nil, nil): "unknown"
    }
  }
}
