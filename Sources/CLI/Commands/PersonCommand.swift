import ArgumentParser
import Events
import Projections
import Snapshot

/// `annals person`: a dossier of one person.
struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "A dossier: names, status, spells, timeline, demands.",
    discussion: """
      A name may be written in Latin or Cyrillic, in part, and with look-alike letters; one that \
      fits several people ends with 66 and lists them.

      EXAMPLES
        annals person "Anna Berg"
        annals person Berg --as-of 2017-10-31
      """
  )

  @Argument(help: "The person, by id or name.", completion: .custom(Completions.persons))
  var person: String

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let (question, dossier) = try stored() ?? replayed()
    let answer = Answer(
      question: format.format == .text ? try dossier.naming(question) : question,
      format: format.format
    )
    try answer.print(dossier.json) { printer in
      DossierReport(dossier, answer).print(to: &printer)
    }
  }

  /// What the snapshot knows, where everything counts.
  private func stored() throws -> (Question, Dossier)? {
    try Question.ofSnapshot(log, clocks) { question, snapshot in
      try Dossier(of: try question.person(person), question, snapshot)
    }
  }

  private func replayed() throws -> (Question, Dossier) {
    let question = try Question(log, clocks)
    return (question, Dossier(of: try question.person(person), question))
  }
}

/// Everything about one person.
struct Dossier {
  let person: EntityID
  let name: String
  let names: [EntityName]
  let status: DetentionStatus
  let spells: [LibertySpell]
  let timeline: Timeline
  let demands: [DemandStanding]
  /// Others in the same cases, and those to whom a relation is recorded.
  let related: [(person: EntityID, how: String)]

  init(of person: EntityID, _ question: Question) {
    let record = question.record
    self.person = record.identities.canonical(person)
    name = record.registry.displayName(of: person)
    names = record.registry[self.person]?.publicNames ?? []
    status = record.detentionStatus(of: person, asOf: question.asOf)
    spells = record.libertySpells(of: person, asOf: question.asOf)
    var filter = TimelineFilter()
    filter.persons = [self.person]
    timeline = Timeline(of: record, asOf: question.asOf, filter: filter)
    let canonical = self.person
    demands = record.demands(asOf: question.asOf).filter { $0.person == canonical }
    related = Relations(of: canonical, in: record, asOf: question.asOf).entries
  }

  /// The same from a snapshot, which reads what concerns the person and no more.
  init(of person: EntityID, _ question: Question, _ snapshot: Snapshot) throws {
    self.person = person
    name = try snapshot.displayName(of: person)
    names = try snapshot.entity(person)?.publicNames ?? []
    status = try snapshot.detentionStatus(of: person, asOf: question.asOf)
    spells = try snapshot.history(of: person).libertySpells(asOf: question.asOf)
    timeline = try snapshot.timeline(of: person, asOf: question.asOf)
    demands = try snapshot.demands(asOf: question.asOf, for: [person])
    related = try snapshot.relations(of: person, asOf: question.asOf).entries
  }

  /// The question, knowing how everybody is called whom the dossier names.
  func naming(_ question: Question) throws -> Question {
    let bodies = status.recognition.compactMap(\.by).compactMap(EntityID.init)
    let named = [status.place].compactMap(\.self) + bodies + related.map(\.person)
    return try question.naming(named).naming(demands)
  }

  var json: JSON {
    .object([
      JSONMember("person", .text(person.text)),
      JSONMember("names", .array(names.map(\.json))),
      JSONMember("status", status.json(name: name)),
      JSONMember("spells", .array(spells.map(\.json))),
      JSONMember("events", .texts(timeline.entries.map(\.happening.id.text))),
      JSONMember("demands", .array(demands.map(\.json))),
      JSONMember(
        "related",
        .array(
          related.map {
            .object([
              JSONMember("person", .text($0.person.text)), JSONMember("as", .text($0.how)),
            ])
          }
        )
      ),
    ])
  }
}

extension EntityName {
  var json: JSON {
    var members = [JSONMember("text", .text(text))]
    members.add("lang", lang.map(JSON.text))
    members.add("script", script.map(JSON.text))
    members.add("kind", kind.map { .text($0.rawValue) })
    return .object(members)
  }
}
