import ArgumentParser
import Events
import Projections

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
        annals person Джакишев --as-of 2017-10-31
      """
  )

  @Argument(help: "The person, by id or name.", completion: .custom(Completions.persons))
  var person: String

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question = try Question(log, clocks)
    let dossier = Dossier(of: try question.person(person), question)
    let answer = Answer(question: question, format: format.format)
    try answer.print(dossier.json) { printer in
      DossierReport(dossier, answer).print(to: &printer)
    }
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
    related = Relations(of: canonical, in: record).entries
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

/// Who is tied to a person: by a recorded relation, or by a case.
struct Relations {
  private(set) var entries: [(person: EntityID, how: String)] = []

  init(of person: EntityID, in record: Record) {
    for fact in record.facts where fact.kind == "relation" && !fact.isRetracted {
      let persons = record.identities.canonical(fact.details.entities("persons"))
      guard let to = fact.details.entity("to").map({ record.identities.canonical($0) }) else {
        continue
      }
      let how = fact.details.text("as") ?? "unspecified"
      if persons.contains(person) { add(to, how) }
      if to == person { for other in persons { add(other, how) } }
    }
    let cases = Set(record.happenings(of: person).compactMap { $0.details.text("case") })
    guard !cases.isEmpty else { return }
    for happening in record.happenings {
      guard let name = happening.details.text("case"), cases.contains(name) else { continue }
      for other in happening.persons where other != person { add(other, "same case: \(name)") }
    }
  }

  private mutating func add(_ person: EntityID, _ how: String) {
    guard !entries.contains(where: { $0.person == person && $0.how == how }) else { return }
    entries.append((person, how))
  }
}
