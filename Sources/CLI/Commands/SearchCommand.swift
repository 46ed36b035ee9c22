import ArgumentParser
import Events
import Projections

/// `annals search`: full text, in any script.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Full text, in any script.",
    discussion: """
      Every word must begin a word of the event: of its title, text, quotes, tags, or of a name \
      in it.

      EXAMPLE
        annals search "health clinic"
      """
  )

  @Argument(help: "The words to look for.")
  var text: [String]

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question = try Question(log, clocks)
    let hits = question.record.search(text.joined(separator: " "), asOf: question.asOf)
    try Answer(question: question, format: format.format).print(hits) { printer in
      if hits.isEmpty { return printer.line("Nothing found.") }
      let width = Outside.current.columns
      for hit in hits {
        let date = hit.date.map { Brief.date($0.verbatim) } ?? hit.kind
        let text = "\(hit.title ?? hit.kind) [line \(hit.position), \(hit.id)]"
        for line in Paragraph.hanging(date, text, indent: 18, width: width) { printer.line(line) }
      }
      printer.line()
      printer.line("\(Brief.count(hits.count, "event")).")
    }
  }
}
