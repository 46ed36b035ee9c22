import ArgumentParser
import Events
import Exports
import Foundation
import Projections

/// `annals export`: the timeline as a dated document.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "The timeline as a dated document.",
    discussion: """
      The confidential part never leaves. People appear as their registration says, and the \
      details of health, ill-treatment and commitment are left out unless --sensitive includes them.

      With --output the file appears whole or not at all. What was left out is told of on standard \
      error and in the document.

      EXAMPLES
        annals export markdown -o timeline.md
        annals export csv --person "Anna Berg" --since 2016-01-01
      """
  )

  @Argument(
    help: ArgumentHelp(
      "What to write: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"
    )
  )
  var format: ExportFormat

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; else standard output.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Option(help: "The document's title.")
  var title = "Timeline"

  @Flag(help: "Also the details of health, ill-treatment and commitment.")
  var sensitive = false

  @Flag(help: "Also what lies ahead: dated later, or announced.")
  var planned = false

  @OptionGroup(title: "Filters") var filters: FilterOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question = try Question(log, clocks)
    let record = question.record
    let filter = try filters.filter(for: question)
    let timeline = Timeline(of: record, asOf: question.asOf, planned: planned, filter: filter)
    let document = Document(
      timeline,
      of: record,
      heading: heading(of: question),
      statuses: filter.persons.sorted().map {
        record.detentionStatus(of: $0, asOf: question.asOf)
      },
      sensitive: sensitive
    )
    if let output {
      try OutputFile(output).write { sink in try format.write(document, to: sink) }
      Notice.print("annals: \(output): \(Brief.count(timeline.entries.count, "event")).")
    } else {
      var printer = Printer()
      format.write(document) { printer.raw($0.utf8) }
      try printer.finish()
    }
    if !document.leftOut.isEmpty {
      Notice.print("annals: left out: \(document.leftOut.joined(separator: "; ")).")
    }
  }

  private func heading(of question: Question) -> Heading {
    Heading(
      title: title,
      asOf: question.asOf,
      knownAt: question.knownAt.words,
      filters: filters.words,
      position: question.point.position,
      headHash: question.point.hash,
      withheld: question.record.withheld.count
    )
  }
}

extension ExportFormat: ExpressibleByArgument {}
