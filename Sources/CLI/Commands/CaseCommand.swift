import ArgumentParser
import Events
import Projections

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
    let question = try Question(log, clocks)
    let record = question.record
    let label = try label(in: question)
    var filter = TimelineFilter()
    filter.cases = [label]
    let timeline = Timeline(of: record, asOf: question.asOf, filter: filter)
    var persons: [EntityID] = []
    for person in timeline.entries.flatMap(\.happening.persons) where !persons.contains(person) {
      persons.append(person)
    }
    let statuses = persons.map { record.detentionStatus(of: $0, asOf: question.asOf) }
    let answer = Answer(question: question, format: format.format)
    let entity = EntityID(label).flatMap { record.registry[$0] }
    try answer.print(json(label, entity, statuses, timeline, record)) { printer in
      let title = title(of: entity).map { "\($0) (\(label))" } ?? label
      for line in Paragraph.lines(Shown.line(title), width: Outside.current.columns) {
        printer.line(Ink.output.heading(line))
      }
      let articles = (entity?.details.texts("articles") ?? []).map(Shown.line)
      if !articles.isEmpty { printer.line("Articles: \(articles.joined(separator: ", "))") }
      printer.line()
      if !statuses.isEmpty {
        StatusReport(statuses, .shown, question).print(to: &printer)
        printer.line()
      }
      TimelineReport(timeline).print(to: &printer)
    }
  }

  /// The name of a registered case, where it has one beside its id.
  private func title(of entity: Entity?) -> String? {
    entity.flatMap { $0.displayName.hasSameBytes(as: $0.id.text) ? nil : $0.displayName }
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

  private func json(
    _ label: String,
    _ entity: Entity?,
    _ statuses: [DetentionStatus],
    _ timeline: Timeline,
    _ record: Record
  ) -> JSON {
    .object([
      JSONMember("case", .text(label)),
      JSONMember("title", .optional(title(of: entity))),
      JSONMember("articles", .texts(entity?.details.texts("articles") ?? [])),
      JSONMember(
        "persons",
        .array(statuses.map { $0.json(name: record.registry.displayName(of: $0.person)) })
      ),
      JSONMember("events", .texts(timeline.entries.map(\.happening.id.text))),
    ])
  }
}
