import ArgumentParser
import Projections

/// `annals borders`: measures at borders, in force or ended.
struct BordersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "borders",
    abstract: "Measures at borders, in force or ended.",
    discussion: """
      EXAMPLE
        annals borders --as-of 2017-10-12
      """
  )

  @Flag(help: "Also those that are no longer in force.")
  var all = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question = try Question(log, clocks)
    var measures = question.record.borderMeasures(asOf: question.asOf)
    if !all, format.format == .text { measures = measures.filter { $0.isInForce || $0.isPossible } }
    let answer = Answer(question: question, format: format.format)
    try answer.print(measures) { printer in
      if measures.isEmpty { return printer.line("No measure in force is recorded.") }
      for measure in measures {
        let places = measure.between.map { answer.name($0) }.joined(separator: " – ")
        let state =
          measure.isInForce ? "in force" : measure.isPossible ? "possibly in force" : "ended"
        var text =
          "\(measure.measure), \(state) since \(measure.since.map(Brief.date) ?? "unknown")"
        if let until = measure.until { text += " until \(Brief.date(until))" }
        if let by = measure.by { text += ", by \(answer.name(by))" }
        text += ", direction \(measure.direction ?? "not stated") [\(measure.event)]"
        printer.line(places)
        for line in Paragraph.lines(text, width: Outside.current.columns - 2) {
          printer.line("  " + line)
        }
      }
    }
  }
}
