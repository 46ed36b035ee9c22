import ArgumentParser
import Projections

/// `annals timeline`: what happened, in the order in which it happened.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "What happened, in the order in which it happened.",
    discussion: """
      Holds what has certainly or possibly begun by the day, the latter marked; --planned adds \
      what lies ahead. An option given twice takes either; of several options, all must fit.

      EXAMPLES
        annals timeline --person "Anna Berg" --since 2016-01-01
        annals timeline --kind arrest --kind sentence --place kz --known-at 2017-12-31
        annals timeline --text "land reform" --format csv
      """
  )

  @Flag(help: "Also what lies ahead: dated later, or announced.")
  var planned = false

  @OptionGroup(title: "Filters") var filters: FilterOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question = try Question(log, clocks)
    let timeline = Timeline(
      of: question.record,
      asOf: question.asOf,
      planned: planned,
      filter: try filters.filter(for: question)
    )
    try Answer(question: question, format: format.format).print(timeline.entries) { printer in
      TimelineReport(timeline).print(to: &printer)
    }
  }
}
