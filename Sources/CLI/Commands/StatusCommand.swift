import ArgumentParser
import Events
import Projections
import Snapshot

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
    let (question, all) = try persons.isEmpty ? ofEverybody() : ofPersons()
    let statuses = all.filter { status in
      (!held || status.isHeld) && (!stale || isStale(status))
    }
    try Answer(question: question, format: format.format).print(
      statuses.map { StatusRow(status: $0, name: question.name(of: $0.person)) }
    ) { printer in
      if statuses.isEmpty {
        guard persons.isEmpty, held || !all.isEmpty else { return printer.line(nobody) }
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

  /// Those who are named: their histories, as far as they were known.
  private func ofPersons() throws -> (Question, [DetentionStatus]) {
    let stored = try Question.ofSnapshot(log, clocks) { question, snapshot in
      try snapshot.detentionStatuses(
        of: persons.map { try Question.person($0, in: snapshot) },
        asOf: question.asOf
      )
    }
    if let stored { return try named(stored) }
    let (question, people) = try Question.about(persons, asKnownBy: log, clocks)
    let record = question.record
    return (question, people.map { record.detentionStatus(of: $0, asOf: question.asOf) })
  }

  /// Everybody; of the held alone the index of spells knows who they are.
  private func ofEverybody() throws -> (Question, [DetentionStatus]) {
    let stored = try Question.ofSnapshot(log, clocks) { question, snapshot in
      let day = question.asOf
      if !held { return try snapshot.detentionStatuses(asOf: day) }
      return try snapshot.detentionStatuses(of: snapshot.heldOrCountedApart(on: day), asOf: day)
    }
    if let stored { return try named(stored) }
    let question = try Question(log, clocks)
    return (question, question.record.detentionStatuses(asOf: question.asOf))
  }

  private func named(
    _ answer: (question: Question, statuses: [DetentionStatus])
  ) throws -> (Question, [DetentionStatus]) {
    (try answer.question.naming(answer.statuses.map(\.person)), answer.statuses)
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

  static let columns = DetentionStatus.columns
  var json: JSON { status.json(name: name) }
}
