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
      Finds the events in which each of the words begins a word: of the title, text, quotes or \
      tags, or of a name of somebody in it. Cyrillic finds Latin, and the other way round; \
      accents and case do not matter. Those with a word in the title come first.

      EXAMPLE
        annals search health clinic
        annals search clinic --as-of 2017-10-31 --format json
      """
  )

  @Argument(help: "The words to look for.")
  var text: [String]

  @Option(parsing: .unconditional, help: "How many events at most.")
  var limit = 200

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func validate() throws {
    guard (1...1_000_000_000).contains(limit) else {
      throw ValidationError("--limit takes a number of events from 1 on.")
    }
    guard text.contains(where: { $0.contains { !$0.isWhitespace } }) else {
      throw ValidationError("There is no word to look for.")
    }
  }

  func run() throws {
    let (question, found) = try hits(atMost: limit + 1)
    let hits = Array(found.prefix(limit))
    let hasMore = found.count > limit
    try Answer(question: question, format: format.format).print(hits) { printer in
      if hits.isEmpty { return printer.line("Nothing found.") }
      let width = Outside.current.columns
      for hit in hits {
        let date = hit.date.map { Brief.date($0.verbatim) } ?? hit.kind
        let text = "\(hit.title ?? hit.kind) [\(hit.id), line \(hit.position)]"
        for line in Paragraph.hanging(date, text, indent: 18, width: width) { printer.line(line) }
      }
      printer.line()
      printer.line(Brief.count(hits.count, "event") + (hasMore ? ", and there are more." : "."))
    }
    if hasMore { Notice.warn("only the first \(limit) events; --limit shows more.") }
  }

  /// Asks the index of the snapshot, if everything recorded counts.
  private func hits(atMost number: Int) throws -> (Question, [SearchHit]) {
    let words = text.joined(separator: " ")
    if let question = try Question(ofSnapshot: log, clocks), let snapshot = question.snapshot {
      let hits = try Views.watched("Indexing the words of \(question.log)") { watch in
        try snapshot.search(words, asOf: question.asOf, limit: number, watch: watch)
      }
      return (question, hits)
    }
    let question = try Question(log, clocks)
    return (question, Array(question.record.search(words, asOf: question.asOf).prefix(number)))
  }
}
