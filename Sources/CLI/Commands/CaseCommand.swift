import ArgumentParser
import Events
import Projections
import Snapshot

/// `annals case`: everything recorded of one case.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "A case: who is in it, and its timeline.",
    discussion: """
      A case is what events name as theirs; it need not be registered. `annals list case` lists \
      those that are.

      EXAMPLES
        annals case harbour-rally
        annals case harbour-rally --as-of 2021-06-01 --format json
      """
  )

  @Argument(
    help: "The id of a registered case, or the label that its events bear.",
    completion: .custom(Completions.cases)
  )
  var name: String

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let (question, file) = try stored() ?? replayed()
    let answer = Answer(question: question, format: format.format)
    try answer.print(file.json(question)) { printer in
      let title = file.title.map { "\($0) (\(file.label))" } ?? file.label
      for line in Paragraph.lines(Shown.line(title), width: Outside.current.columns) {
        printer.line(Ink.output.heading(line))
      }
      let articles = file.articles.map(Shown.line)
      if !articles.isEmpty { printer.line("Articles: \(articles.joined(separator: ", "))") }
      printer.line()
      if !file.statuses.isEmpty {
        StatusReport(file.statuses, .shown, question).print(to: &printer)
        printer.line()
      }
      TimelineReport(file.timeline).print(to: &printer)
    }
  }

  /// What the snapshot knows, where everything counts and the case is known.
  private func stored() throws -> (Question, CaseFile)? {
    let found = try Question.ofSnapshot(log, clocks) { question, snapshot in
      try label(in: snapshot).map { label in
        let timeline = try snapshot.timeline(ofCase: label, asOf: question.asOf)
        return CaseFile(
          label: label,
          entity: try EntityID(label).flatMap { try snapshot.entity($0) },
          timeline: timeline,
          statuses: try snapshot.detentionStatuses(of: timeline.persons, asOf: question.asOf)
        )
      }
    }
    // The whole record says which cases there are instead.
    guard let (question, file) = found, let file else { return nil }
    return (try question.naming(file.statuses.map(\.person)), file)
  }

  private func label(in snapshot: Snapshot) throws -> String? {
    if try snapshot.hasCase(name) { return name }
    if case .one(let id) = try snapshot.matches(name, sorts: [.caseFile]) { return id.text }
    return nil
  }

  private func replayed() throws -> (Question, CaseFile) {
    let question = try Question(log, clocks)
    let record = question.record
    let label = try label(in: question)
    var filter = TimelineFilter()
    filter.cases = [label]
    let timeline = Timeline(of: record, asOf: question.asOf, filter: filter)
    let file = CaseFile(
      label: label,
      entity: EntityID(label).flatMap { record.registry[$0] },
      timeline: timeline,
      statuses: timeline.persons.map { record.detentionStatus(of: $0, asOf: question.asOf) }
    )
    return (question, file)
  }

  private func label(in question: Question) throws -> String {
    let record = question.record
    let used = Set(record.happenings.compactMap { $0.details.text("case") })
    if used.contains(name) { return name }
    if let id = EntityID(name), record.registry.sort(of: id) == .caseFile { return name }
    if case .one(let id) = record.registry.matches(name, sorts: [.caseFile]) { return id.text }
    let known = used.union(record.registry.all(.caseFile).map(\.id.text)).sorted()
    throw Failure(
      .notFound,
      "no case \"\(name)\" is recorded."
        + (known.isEmpty ? "" : "\nThere are: \(known.joined(separator: ", ")).")
    )
  }
}

/// Everything recorded of one case.
private struct CaseFile {
  let label: String
  /// What it is registered as, if it is.
  let entity: Entity?
  let timeline: Timeline
  /// Where everybody stands who is in it.
  let statuses: [DetentionStatus]

  /// The name of a registered case, where it has one beside its id.
  var title: String? {
    entity.flatMap { $0.displayName.hasSameBytes(as: $0.id.text) ? nil : $0.displayName }
  }

  var articles: [String] { entity?.details.texts("articles") ?? [] }

  func json(_ question: Question) -> JSON {
    .object([
      JSONMember("case", .text(label)),
      JSONMember("title", .optional(title)),
      JSONMember("articles", .texts(articles)),
      JSONMember(
        "persons",
        .array(statuses.map { $0.json(name: question.name(of: $0.person)) })
      ),
      JSONMember("events", .texts(timeline.entries.map(\.happening.id.text))),
    ])
  }
}

extension Timeline {
  /// Everybody whom an entry concerns, in the order in which they are first met.
  fileprivate var persons: [EntityID] {
    var seen: Set<EntityID> = []
    return entries.flatMap(\.happening.persons).filter { seen.insert($0).inserted }
  }
}
