import ArgumentParser
import Events
import Projections

/// `annals borders`: measures at borders, in force or ended.
struct BordersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "borders",
    abstract: "Measures at borders, in force or ended.",
    discussion: """
      A measure is in force until the record says that it was lifted, or its last day has passed. \
      As json, jsonl and csv, ended ones are always there, with in_force false.

      EXAMPLES
        annals borders --as-of 2017-10-12
        annals borders --all
      """
  )

  @Flag(help: "Also those that are no longer in force.")
  var all = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question = try Question(log, clocks)
    let measures = question.record.borderMeasures(asOf: question.asOf)
    let answer = Answer(question: question, format: format.format)
    try answer.print(measures) { printer in
      let shown = all ? measures : measures.filter { $0.isInForce || $0.isPossible }
      if measures.isEmpty { return printer.line("No measure at a border is recorded.") }
      if shown.isEmpty { printer.line("No measure at a border is recorded to be in force.") }
      for measure in shown { print(measure, answer, to: &printer) }
      let ended = measures.count - shown.count
      if ended > 0 {
        printer.line()
        printer.line("\(ended) that ended \(ended == 1 ? "is" : "are") not shown; --all shows all.")
      }
    }
  }

  private func print(_ measure: BorderMeasure, _ answer: Answer, to printer: inout Printer) {
    let width = Outside.current.columns
    let places = measure.between.map { answer.name($0) }.joined(separator: " – ")
    for line in Paragraph.lines(places, width: width) { printer.line(Ink.output.heading(line)) }
    let by = measure.by.map { "; by \(answer.name($0))" } ?? ""
    let step = measure.basis.last ?? measure.event
    let title = answer.question.record[step]?.title ?? measure.measure
    let paragraphs = [
      "\(measure.measure): \(state(of: measure))",
      "direction \(measure.direction ?? "not stated")\(by)",
      "last step: \(title) [\(step)]",
    ]
    for line in paragraphs.flatMap({ Paragraph.lines($0, width: width - 2) }) {
      printer.line("  " + line)
    }
  }

  private func state(of measure: BorderMeasure) -> String {
    let since = measure.since.map { " since \(Brief.since($0))" } ?? ""
    if measure.isInForce {
      let until = measure.until.map { " until \(Brief.date($0))" } ?? ", no end is recorded"
      return "in force\(since)\(until)\(measure.isPossible ? ", possibly ended" : "")"
    }
    if measure.isPossible { return "possibly in force\(since)" }
    return "ended\(measure.until.map { " \(Brief.date($0))" } ?? "")"
      + (measure.since.map { ", was in force since \(Brief.since($0))" } ?? "")
  }
}
