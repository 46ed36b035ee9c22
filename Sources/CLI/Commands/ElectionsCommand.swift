import ArgumentParser
import Events
import Projections

/// `annals elections`: elections and their results.
struct ElectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "elections",
    abstract: "Elections and their results.",
    discussion: """
      EXAMPLE
        annals elections --format json
      """
  )

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question = try Question(log, clocks)
    let elections = question.record.elections(asOf: question.asOf)
    let answer = Answer(question: question, format: format.format)
    try answer.print(elections) { printer in
      if elections.isEmpty { return printer.line("No election is recorded.") }
      var table = TextTable([
        .init("DATE"), .init("STAGE"), .init("OFFICE", yields: true), .init("WINNER", yields: true),
        .init("CANDIDATES", yields: true),
      ])
      for election in elections {
        table.add([
          Brief.date(election.happening.date.verbatim), election.stage ?? "",
          election.office ?? "", answer.name(election.winner),
          election.candidates.map { answer.name($0) }.joined(separator: ", "),
        ])
      }
      for line in table.lines(width: Outside.current.columns) { printer.line(line) }
    }
  }
}
