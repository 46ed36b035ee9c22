import ArgumentParser
import Events
import Projections

/// `annals counts`: numbers that sources give, beside those that the record gives.
struct CountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts",
    abstract: "Numbers that sources give, beside those that the record gives.",
    discussion: """
      Each number is compared with the people in the record who were in the state of which it \
      speaks, on its own date. What is counted in other words, or of groups, cannot be compared.

      EXAMPLES
        annals counts
        annals counts --as-of 2017-10-31 --format csv
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
      for (index, count) in counts.enumerated() {
        if index > 0 { printer.line() }
        print(count, in: question.record, to: &printer)
      }
    }
  }

  private func print(_ count: CountComparison, in record: Record, to printer: inout Printer) {
    let width = Outside.current.columns
    let happening = count.happening
    let title = "\(Brief.date(happening.date.verbatim)): \(happening.title ?? happening.id.text)"
    for line in Paragraph.lines(title, width: width) { printer.line(Ink.output.heading(line)) }
    var rows = [("  source", count.asserted.words)]
    rows.append(("  record", derived(count, in: record)))
    for (label, text) in rows {
      for line in Paragraph.hanging(label, text, indent: 10, width: width) { printer.line(line) }
    }
  }

  private func derived(_ count: CountComparison, in record: Record) -> String {
    guard let derived = count.derived else {
      let hasGroup = count.happening.persons.contains { record.registry[$0]?.isGroup ?? false }
      return hasGroup
        ? "cannot be compared: it counts a group, of whose people the record knows no state"
        : "cannot be compared: what is counted is no state that the record derives"
    }
    var text = "\(derived.certain)"
    if derived.notCurrent > 0 { text += ", of which \(derived.notCurrent) not confirmed" }
    if derived.possible > 0 { text += ", possibly \(derived.possible) more" }
    switch count.agrees {
    case true?: return text + ": agrees"
    case false?: return Ink.output.alarm(text + ": differs")
    case nil: return text + ": whether that agrees cannot be said"
    }
  }
}
