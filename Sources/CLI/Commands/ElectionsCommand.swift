import ArgumentParser
import Events
import Projections

/// `annals elections`: elections and their results.
struct ElectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "elections",
    abstract: "Elections and their results.",
    discussion: """
      EXAMPLES
        annals elections --as-of 2017-10-31
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
      ElectionsReport(elections, answer).print(to: &printer)
    }
  }
}

/// Elections by office and place, the stages of each in order.
private struct ElectionsReport {
  private let elections: [Election]
  private let answer: Answer
  private let width = Outside.current.columns

  init(_ elections: [Election], _ answer: Answer) {
    self.elections = elections
    self.answer = answer
  }

  func print(to printer: inout Printer) {
    if elections.isEmpty { return printer.line("No election is recorded.") }
    var titles: [String] = []
    for title in elections.map(title) where !titles.contains(title) { titles.append(title) }
    for (index, title) in titles.enumerated() {
      if index > 0 { printer.line() }
      for line in Paragraph.lines(title, width: width) {
        printer.line(Ink.output.heading(line))
      }
      for election in elections where self.title(of: election) == title {
        let date = election.happening.date.verbatim
        let lines = Paragraph.hanging(
          "  " + Brief.date(date),
          words(of: election),
          indent: 18,
          width: width
        )
        for line in lines { printer.line(line) }
      }
    }
  }

  private func title(of election: Election) -> String {
    let place = election.happening.place.map { answer.name($0) }
    return (election.office ?? "Office not stated") + (place.map { " (\($0))" } ?? "")
  }

  private func words(of election: Election) -> String {
    var parts = [Brief.words(election.stage ?? "stage not stated")]
    if let day = election.happening.details.text("for") { parts[0] += " for \(Brief.date(day))" }
    if election.isPossible { parts[0] += " (possibly: the dates do not decide)" }
    if let winner = election.winner { parts.append("winner: \(answer.name(winner))") }
    if !election.candidates.isEmpty {
      let names = election.candidates.map { answer.name($0) }.joined(separator: ", ")
      parts.append("candidates named: \(names)")
    }
    return parts.joined(separator: "; ") + " [\(election.happening.id)]"
  }
}
