import ArgumentParser
import Events
import Projections
import Snapshot

/// `annals stats`: events by kind, month and source; the number held over time, drawn.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Events by kind, month and source; the number held over time.",
    discussion: """
      As json, jsonl and csv: the events by kind, month and source, or with --held the number \
      held at each step.

      EXAMPLES
        annals stats
        annals stats --held --by year --format csv
      """
  )

  @Flag(help: "Only the number held over time.")
  var held = false

  @Option(help: "Steps of the number held: month or year.")
  var by: CalendarStep = .month

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    if held { return try printHeldAlone() }
    let (question, figures) = try counted()
    let answer = Answer(question: question, format: format.format)
    try answer.print(figures) { printer in
      for what in Figure.What.allCases {
        printBars(
          title(of: what),
          figures.filter { $0.what == what }.map { ($0.key, $0.number) },
          to: &printer
        )
      }
      printHeld(try numbers(for: question), to: &printer)
    }
  }

  /// The figures, which the rows of the snapshot tell where everything counts.
  private func counted() throws -> (Question, [Figure]) {
    let stored = try Question.ofSnapshot(log, clocks) { question, snapshot in
      try snapshot.figures(asOf: question.asOf)
    }
    if let stored { return stored }
    let question = try Question(log, clocks)
    return (question, question.record.figures(asOf: question.asOf))
  }

  /// Only the number held.
  private func printHeldAlone() throws {
    let question = try Question(ofSnapshot: log, clocks) ?? Question(log, clocks)
    let numbers = try numbers(for: question)
    try Answer(question: question, format: format.format).print(numbers) { printer in
      printHeld(numbers, to: &printer)
    }
  }

  /// The number held, which the spells of the snapshot tell where everything counts.
  private func numbers(for question: Question) throws -> [HeldNumber] {
    guard case .everything = question.knownAt else { return numbers(in: question) }
    let snapshot =
      try question.snapshot ?? Views.open(LogPlace(log), warnsOfTornTail: false)
    return try snapshot.heldOverTime(to: question.asOf, by: by)
  }

  /// The number held, from the first custody that is recorded on.
  private func numbers(in question: Question) -> [HeldNumber] {
    let record = question.record
    let days = record.happenings.filter { $0.hasPossiblyBegun(by: question.asOf) }
      .compactMap { $0.beginning.earliest ?? $0.beginning.latest }
    guard let first = days.min(), first <= question.asOf else { return [] }
    return record.heldOverTime(from: first, to: question.asOf, by: by)
  }

  private func title(of what: Figure.What) -> String {
    switch what {
    case .kind: "Events by kind"
    case .monthHappened: "Events by the month in which they happened"
    case .monthRecorded: "Events by the month in which they were recorded"
    case .source: "Events by source"
    }
  }

  private func printBars(
    _ title: String,
    _ rows: [(key: String, number: Int)],
    to printer: inout Printer
  ) {
    guard let most = rows.map(\.number).max() else { return }
    let columns = Outside.current.columns
    for line in Paragraph.lines(title, width: columns) { printer.line(Ink.output.heading(line)) }
    let label = min(max(16, columns / 2), rows.map { Shown.width($0.key) }.max() ?? 0)
    let space = max(1, columns - label - 12)
    for row in rows {
      let bar = String(repeating: "█", count: max(1, row.number * space / max(most, 1)))
      let name = Shown.padded(Shown.cut(Shown.line(row.key), to: label), to: label)
      printer.line("  \(name) \(padded(row.number)) \(bar)")
    }
    printer.line()
  }

  private func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, 6 - text.count)) + text
  }

  private func printHeld(_ numbers: [HeldNumber], to printer: inout Printer) {
    let shown = changes(of: numbers)
    guard let most = shown.map(\.held).max(), most > 0 else {
      return printer.line("Nobody is recorded as held.")
    }
    let title = "Held at the end of each \(by.rawValue) (█ confirmed, ░ not confirmed)"
    let width = Outside.current.columns
    for line in Paragraph.lines(title, width: width) { printer.line(Ink.output.heading(line)) }
    let space = max(1, width - 20)
    for number in shown {
      let current = number.held - number.notCurrent
      let full = String(repeating: "█", count: current * space / most)
      let old = String(repeating: "░", count: number.notCurrent * space / most)
      printer.line("  \(number.day) \(padded(number.held)) \(full)\(old)")
    }
    if shown.count < numbers.count {
      printer.line("  (steps without a change are left out)")
    }
  }

  /// The steps at which a number changed, and the last.
  private func changes(of numbers: [HeldNumber]) -> [HeldNumber] {
    numbers.enumerated().filter { index, number in
      guard index > 0, index < numbers.count - 1 else { return index > 0 || number.held > 0 }
      let before = numbers[index - 1]
      return before.held != number.held || before.notCurrent != number.notCurrent
    }.map(\.element)
  }
}

extension CalendarStep: ExpressibleByArgument {}
