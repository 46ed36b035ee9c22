import ArgumentParser
import Events
import Projections
import Snapshot

/// `annals demands`: who asks what, and whether it was carried out.
struct DemandsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demands",
    abstract: "Who asks what, and whether it was carried out.",
    discussion: """
      Only a record of compliance closes a demand. A release since then is shown beside it, as \
      `met?`: it may have nothing to do with it.

      EXAMPLES
        annals demands --open --as-of 2017-10-31
        annals demands --person "Mukhtar Dzhakishev" --format csv
      """
  )

  @Flag(help: "Only the open ones.")
  var open = false

  @Option(
    help: ArgumentHelp("Only for this person (repeatable).", valueName: "name"),
    completion: .custom(Completions.persons)
  )
  var person: [String] = []

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let (question, all) = try stored() ?? replayed()
    let demands = open ? all.filter(\.isOpen) : all
    let answer = Answer(
      question: format.format == .text ? try question.naming(demands) : question,
      format: format.format
    )
    try answer.print(demands) { printer in
      DemandsReport(demands, answer).print(to: &printer)
    }
  }

  /// What the snapshot knows, where everything counts.
  private func stored() throws -> (Question, [DemandStanding])? {
    try Question.ofSnapshot(log, clocks) { question, snapshot in
      let wanted = try person.map { try question.person($0) }
      return try snapshot.demands(
        asOf: question.asOf,
        for: person.isEmpty ? nil : Set(wanted)
      )
    }
  }

  private func replayed() throws -> (Question, [DemandStanding]) {
    let question = try Question(log, clocks)
    let demands = question.record.demands(asOf: question.asOf)
    if person.isEmpty { return (question, demands) }
    let wanted = Set(try person.map { try question.person($0) })
    return (question, demands.filter { $0.person.map(wanted.contains) ?? false })
  }
}

/// Demands by the event that makes them, open ones first.
struct DemandsReport {
  private let demands: [DemandStanding]
  private let answer: Answer
  private let width = Outside.current.columns

  init(_ demands: [DemandStanding], _ answer: Answer) {
    self.demands = demands
    self.answer = answer
  }

  func print(to printer: inout Printer) {
    if demands.isEmpty { return printer.line("No demand that fits is recorded.") }
    var event: EventID?
    for demand in demands {
      if demand.event != event {
        if event != nil { printer.line() }
        event = demand.event
        printTitle(of: demand, to: &printer)
      }
      let words = words(of: demand)
      for line in Paragraph.hanging(mark(of: demand), words, indent: 10, width: width) {
        printer.line(line)
      }
    }
    printer.line()
    printer.line(
      sum
    )
  }

  private var sum: String {
    let open = demands.filter(\.isOpen).count
    let how =
      if open < demands.count { "\(open) open" } else { open == 1 ? "open" : "all open" }
    return "\(Brief.count(demands.count, "demand")), \(how)."
  }

  private func printTitle(of demand: DemandStanding, to printer: inout Printer) {
    let title = answer.question.title(of: demand.event) ?? demand.event.text
    let text = "\(Brief.date(demand.since)): \(title)"
    for line in Paragraph.lines(text, width: width) { printer.line(Ink.output.heading(line)) }
  }

  private func mark(of demand: DemandStanding) -> String {
    "  " + (demand.isOpen ? demand.possiblyMet == nil ? "open" : "met?" : "closed")
  }

  private func words(of demand: DemandStanding) -> String {
    var text = Brief.words(demand.demand.what)
    if let person = demand.person { text += " for \(answer.name(person))" }
    if let detail = demand.demand.text { text += ": \(detail)" }
    if let of = demand.demand.of {
      text += " (of \(EntityID(of).map { answer.name($0) } ?? of))"
    }
    if let met = demand.possiblyMet { text += "; possibly met by \(met)" }
    if let closed = demand.closedBy { text += "; closed by \(closed)" }
    return text
  }
}
