import ArgumentParser
import Events
import Projections
import Snapshot

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

  @Option(help: "How many events at most.")
  var limit = 200

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let (question, hits) = try hits()
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

  /// Asks the index of the snapshot, if everything recorded counts.
  private func hits() throws -> (Question, [SearchHit]) {
    let words = text.joined(separator: " ")
    let question = try Question(about: [], log, clocks)
    let hits =
      try question.snapshot?.search(words, asOf: question.asOf, limit: limit)
      ?? Array(question.record.search(words, asOf: question.asOf).prefix(limit))
    return (question, hits)
  }
}
