import ArgumentParser
import Events
import Projections

/// `annals counts`: numbers that sources give, beside those that the record gives.
struct CountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts",
    abstract: "Numbers that sources give, beside those that the record gives.",
    discussion: """
      EXAMPLE
        annals counts
      """
  )

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question = try Question(log, clocks)
    let counts = question.record.counts(asOf: question.asOf)
    let answer = Answer(question: question, format: format.format)
    try answer.print(counts) { printer in
      if counts.isEmpty { return printer.line("No source gives a number.") }
      for count in counts {
        let happening = count.happening
        let title =
          "\(Brief.date(happening.date.verbatim)): \(happening.title ?? happening.id.text)"
        for line in Paragraph.lines(title, width: Outside.current.columns) { printer.line(line) }
        printer.line("  asserted \(Shown.line(count.asserted.words)), \(derived(count))")
      }
    }
  }

  private func derived(_ count: CountComparison) -> String {
    guard let derived = count.derived else { return "cannot be compared" }
    var text = "derived \(derived.certain)"
    if derived.notCurrent > 0 { text += " (\(derived.notCurrent) not current)" }
    if derived.possible > 0 { text += ", possibly \(derived.possible) more" }
    switch count.agrees {
    case true?: text += ": agrees"
    case false?: text += ": differs"
    case nil: text += ": cannot be judged"
    }
    return text
  }
}
