import ArgumentParser
import Events
import Projections

/// `annals status`: who is held, since when, and on whose word.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Who is held, since when, and on whose word.",
    discussion: """
      Without names: everybody of whom the record says something. A name may be written in Latin \
      or Cyrillic; one that fits several people lists them.

      EXAMPLES
        annals status --held --as-of 2017-10-31
        annals status "Mukhtar Dzhakishev"
      """
  )

  @Argument(help: "People, by id or name.")
  var persons: [String] = []

  @Flag(help: "Only those who are held, or were when last heard of.")
  var held = false

  @Flag(help: "Only those whose state has not been confirmed for too long.")
  var stale = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question =
      persons.isEmpty
      ? try Question(log, clocks) : try Question(about: persons, log, clocks)
    var statuses =
      persons.isEmpty
      ? question.record.detentionStatuses(asOf: question.asOf)
      : try persons.map {
        question.record.detentionStatus(of: try question.person($0), asOf: question.asOf)
      }
    if held { statuses = statuses.filter(\.isHeld) }
    if stale {
      statuses = statuses.filter { !$0.isGroup && $0.liberty != .unknown && !$0.isCurrent }
    }
    try Answer(question: question, format: format.format).print(
      statuses.map { StatusRow(status: $0, record: question.record) }
    ) { printer in StatusReport(statuses, question).print(to: &printer) }
  }
}

/// A status with the name that views show.
struct StatusRow: Row {
  let status: DetentionStatus
  let name: String

  init(status: DetentionStatus, record: Record) {
    self.status = status
    name = record.registry.displayName(of: status.person)
  }

  static let columns = DetentionStatus.columns
  var json: JSON { status.json(name: name) }
}
