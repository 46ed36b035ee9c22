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
      or Cyrillic; one that fits several people ends with 66 and lists them.

      Evidence ages: a state that has not been confirmed for longer than its kind allows is shown \
      as last known, with the day on which the person was last heard of, and enters a number of \
      its own.

      EXAMPLES
        annals status --held --as-of 2017-10-31
        annals status "Mukhtar Dzhakishev" --format json
        annals status --held --stale
      """
  )

  @Argument(help: "People, by id or name.", completion: .custom(Completions.persons))
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
    let all =
      persons.isEmpty
      ? question.record.detentionStatuses(asOf: question.asOf)
      : try persons.map {
        question.record.detentionStatus(of: try question.person($0), asOf: question.asOf)
      }
    let statuses = all.filter { status in
      (!held || status.isHeld) && (!stale || isStale(status))
    }
    try Answer(question: question, format: format.format).print(
      statuses.map { StatusRow(status: $0, record: question.record) }
    ) { printer in
      if statuses.isEmpty {
        guard persons.isEmpty, !all.isEmpty else { return printer.line(nobody) }
        // The sums say by themselves that nobody is held.
        if stale {
          printer.line(nobody)
          printer.line()
        }
      }
      let sums: StatusReport.Sums = persons.isEmpty ? .everybody(all) : .shown
      StatusReport(statuses, sums, question).print(to: &printer)
    }
  }

  private func isStale(_ status: DetentionStatus) -> Bool {
    !status.isGroup && status.liberty != .unknown && !status.isCurrent
  }

  /// What an empty answer says.
  private var nobody: String {
    let who = persons.isEmpty ? "Nobody" : "Nobody of these"
    return switch (held, stale) {
    case (true, true): "\(who) is recorded as held without having been confirmed lately."
    case (true, false): "\(who) is recorded as held."
    case (false, true): "\(who) is in a state that has gone unconfirmed for too long."
    case (false, false): "The record says nothing of anybody's status."
    }
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
