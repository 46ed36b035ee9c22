import ArgumentParser
import Events
import Projections

/// `annals diff`: what changed in the answers, also what is merely no longer confirmed.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed in the answers, also what is merely no longer confirmed.",
    discussion: """
      Compares what was known at two moments, or the ends of two days. Every change names the \
      events that made it; where none did, it was time.

      EXAMPLES
        annals diff --known-at 2017-10-01..
        annals diff --known-at 200..212 --as-of 2017-10-31
        annals diff --as-of 2017-01-01..2017-10-31 --person "Anna Berg"
      """
  )

  @Option(help: ArgumentHelp("Only what concerns this person (repeatable).", valueName: "name"))
  var person: [String] = []

  @OptionGroup var range: RangeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let comparison = try Comparison(log, range)
    let rows = try comparison.differences(about: person)
    var printer = Printer()
    if format.format == .text {
      let width = Outside.current.columns
      for line in Paragraph.lines(comparison.statement, width: width) { printer.line(line) }
      printer.line()
      DifferenceReport(rows, before: comparison.before, after: comparison.after)
        .print(to: &printer)
      return try printer.finish()
    }
    let objects = rows.map { DatedDifference(difference: $0, asOf: comparison.asOf).json }
    Rows(objects: objects).print(format.format, columns: DatedDifference.columns, to: &printer)
    try printer.finish()
    Answer.tellOfWithheld(in: comparison.after)
  }
}

/// A difference with the day about which was asked, or the interval of days.
struct DatedDifference: Row {
  let difference: Difference
  let asOf: String

  static let columns = Difference.columns + ["as_of"]

  var json: JSON {
    .object((difference.json.members ?? []) + [JSONMember("as_of", .text(asOf))])
  }
}
