import ArgumentParser
import Events
import Projections

/// `annals list`: what is registered.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Who and what is registered.",
    discussion: """
      EXAMPLES
        annals list person
        annals list source --format csv
      """
  )

  @Argument(help: "person, organisation, place, source or case.")
  var sort: EntitySort

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question = try Question(log, clocks)
    let record = question.record
    let usage = record.sourceUsage
    let rows = record.registry.all(sort).map { RegistryRow($0, in: record, usage) }
    try Answer(question: question, format: format.format).print(rows) { printer in
      if rows.isEmpty { return printer.line("No \(sort.rawValue) is registered.") }
      var table = TextTable([
        .init("ID", yields: true), .init("NAME", yields: true), .init("ALSO", yields: true),
        .init("EVENTS"),
      ])
      for row in rows {
        table.add([
          row.id.text, row.name, row.otherNames.joined(separator: ", "), String(row.events),
        ])
      }
      for line in table.lines(width: Outside.current.columns) { printer.line(line) }
    }
  }
}

extension EntitySort: ExpressibleByArgument {}

/// One entry of the registry.
struct RegistryRow: Row {
  let id: EntityID
  let sort: EntitySort
  let name: String
  let otherNames: [String]
  let form: String?
  let isGroup: Bool
  let mergedInto: EntityID?
  /// How many happenings concern, take place at or cite it.
  let events: Int

  init(_ entity: Entity, in record: Record, _ usage: [EntityID: Int]) {
    id = entity.id
    sort = entity.sort
    name = entity.displayName
    otherNames = entity.publicNames.map(\.text).filter { $0 != entity.displayName }
    form = entity.form
    isGroup = entity.isGroup
    let canonical = record.registry.canonical(entity.id)
    mergedInto = canonical == entity.id ? nil : canonical
    events =
      entity.sort == .person
      ? record.happenings(of: entity.id).count : usage[entity.id] ?? 0
  }

  static let columns = ["id", "sort", "name", "names", "form", "group", "merged_into", "events"]

  var json: JSON {
    .object([
      JSONMember("id", .text(id.text)),
      JSONMember("sort", .text(sort.rawValue)),
      JSONMember("name", .text(name)),
      JSONMember("names", .texts(otherNames)),
      JSONMember("form", .optional(form)),
      JSONMember("group", .boolean(isGroup)),
      JSONMember("merged_into", .optional(mergedInto?.text)),
      JSONMember("events", .integer(events)),
    ])
  }
}

extension Record {
  /// How many happenings name each place, source, organisation or case.
  fileprivate var sourceUsage: [EntityID: Int] {
    var usage: [EntityID: Int] = [:]
    for happening in happenings {
      var ids = Set(happening.sources.flatMap { [$0.source, $0.via].compactMap { $0 } })
      ids.formUnion(happening.actors.map(\.actor))
      if let place = happening.place { ids.insert(place) }
      if let name = happening.details.entity("case") { ids.insert(name) }
      for id in ids { usage[id, default: 0] += 1 }
    }
    return usage
  }
}
