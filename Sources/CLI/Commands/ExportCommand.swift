import ArgumentParser
import Events
import Exports
import Foundation
import Projections
import Snapshot

/// `annals export`: the timeline as a dated document.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "The timeline as a dated document.",
    discussion: """
      The confidential part never leaves. People appear as their registration says, also by what \
      was recorded after --known-at; their names are replaced in titles and texts too. Inflected, \
      shortened and misspelt forms of a name can be missed: read a document before you hand it on.

      Of health, ill-treatment and commitment no details, texts and quotes appear, unless \
      --sensitive includes them.

      With --output the file appears whole or not at all, and whoever may read the log may read \
      it, too; chmod takes that away. What was left out is told of on standard error and in the \
      document.

      EXAMPLES
        annals export markdown -o timeline.md
        annals export csv --person "Anna Berg" --since 2016-01-01
      """
  )

  @Argument(
    help: ArgumentHelp(
      "What to write: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"
    )
  )
  var format: ExportFormat

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; else, and for -, standard output.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Option(help: "The document's title.")
  var title = "Timeline"

  @Flag(help: "Also details, text and quotes of health, ill-treatment and commitment.")
  var sensitive = false

  @Flag(help: "Also what lies ahead: dated later, or announced.")
  var planned = false

  @Flag(help: "Say on standard error which events lose what in this format.")
  var losses = false

  @OptionGroup(title: "Filters") var filters: FilterOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let progress = Progress("Verifying \(Shown.line(try LogPlace(log).log))")
    defer { progress.end() }
    let (document, question) = try storedIfPossible(progress) ?? replayed()
    progress.begin("Writing", printing: output == nil || output == "-")
    try write(document, of: question)
    progress.end()
    if !document.leftOut.isEmpty {
      Notice.print("annals: left out: \(document.leftOut.joined(separator: "; ")).")
    }
    if losses { try tellLosses(of: document) }
  }

  /// Nil where what was known earlier is asked for, where the snapshot cannot be asked, and where
  /// there is no room to note the order of the entries: the log alone can tell everything.
  private func storedIfPossible(_ progress: Progress) throws -> (Document, Question)? {
    guard case .everything = try clocks.limit() else { return nil }
    // A document that leaves the house rests on the whole log: every line of it is checked, and a
    // replay says what is wrong with one.
    let place = try LogPlace(log)
    let found = try FileLog(path: place.log).verify(showing: progress)
    progress.end()
    guard found.damages.isEmpty else { return nil }
    do {
      return try stored(progress)
    } catch let error as SnapshotError {
      switch error {
      case .unwritable, .unreadable, .locked: return nil
      default: throw error
      }
    }
  }

  /// The document of everything recorded, whose entries the snapshot gives one after the other; nil
  /// where something else is asked for.
  private func stored(_ progress: Progress) throws -> (Document, Question)? {
    let noted = try Question.aboutRegistrations(log, clocks) { question, registrations, snapshot in
      let filter = try filters.filter(for: question)
      let rule = TimelineRule(
        asOf: question.asOf,
        planned: planned,
        filter: filter,
        register: registrations
      )
      progress.begin("Reading")
      return (
        filter: filter,
        timeline: try snapshot.timeline(rule, of: filter.persons, among: registrations) {
          progress.show($0)
        },
        statuses: try snapshot.detentionStatuses(
          of: filter.persons.sorted(),
          asOf: question.asOf
        )
      )
    }
    guard let (question, registrations, found) = noted else { return nil }
    let document = try Document(
      found.timeline,
      of: registrations,
      latest: nil,
      stating: statement(of: question, found.filter),
      statuses: found.statuses,
      sensitive: sensitive
    )
    return (document, question)
  }

  /// The document of what was known at an earlier moment, for which the log is replayed.
  private func replayed() throws -> (Document, Question) {
    let question = try Question(log, clocks)
    let record = question.record
    let filter = try filters.filter(for: question)
    let document = try Document(
      Timeline(of: record, asOf: question.asOf, planned: planned, filter: filter),
      of: ReplayedRegister(record),
      latest: ReplayedRegister(try question.latest()),
      stating: statement(of: question, filter),
      statuses: filter.persons.sorted().map {
        record.detentionStatus(of: $0, asOf: question.asOf)
      },
      sensitive: sensitive
    )
    return (document, question)
  }

  private func write(_ document: Document, of question: Question) throws {
    guard let output, output != "-" else {
      var printer = Printer()
      try format.write(document) { printer.raw($0.utf8) }
      return try printer.finish()
    }
    let sharing = try FileLog(path: question.log).sharing()
    try OutputFile(output, sharedAs: sharing).write(sparing: [question.log]) { sink in
      try format.write(document, to: sink)
    }
    Notice.print("annals: \(output): \(Brief.count(document.count, "event")).")
  }

  private func tellLosses(of document: Document) throws {
    var isFirst = true
    try format.eachLoss(of: document) { loss in
      if isFirst { Notice.print("Lost in \(format.rawValue):") }
      isFirst = false
      Notice.print("  \(loss)")
    }
    if isFirst { Notice.print("Nothing is lost in \(format.rawValue).") }
  }

  private func statement(of question: Question, _ filter: TimelineFilter) -> Statement {
    Statement(
      title: title,
      asOf: question.asOf,
      knownAt: question.knownAt.words,
      conditions: filters.conditions(of: filter),
      position: question.head,
      headHash: question.headHash ?? .start,
      withheld: question.record.withheld.count
    )
  }
}

extension ExportFormat: ExpressibleByArgument {}
