import ArgumentParser
import Events
import Projections

/// `annals list`: what is registered.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Who and what is registered.",
    discussion: """
      EVENTS says in how many events each has a part, by the day about which is asked.

      EXAMPLES
        annals list person
        annals list source --format csv
      """
  )

  @Argument(help: "What to list: person, organisation, place, source or case.")
  var sort: EntitySort

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question = try Question(log, clocks)
    let record = question.record
    let usage = record.usage(asOf: question.asOf)
    let rows = record.registry.all(sort).map { RegistryRow($0, in: record, usage) }
    try Answer(question: question, format: format.format).print(rows) { printer in
      if rows.isEmpty { return printer.line("No \(sort.rawValue) is registered.") }
      var table = TextTable([
        .init("ID"), .init("EVENTS"), .init("NAME", yields: true), .init("ALSO", yields: true),
      ])
      for row in rows {
        table.add([
          row.id.text, String(row.events), row.name + row.note,
          row.otherNames.joined(separator: ", "),
        ])
      }
      for line in table.lines(width: Outside.current.columns) { printer.line(line) }
      printer.line()
      let many = sort == .person ? "people" : sort.rawValue + "s"
      printer.line("\(Brief.count(rows.count, sort.rawValue, many)).")
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
    events = usage[canonical] ?? 0
  }

  /// What the name does not tell.
  var note: String {
    if let mergedInto { return " (now \(mergedInto))" }
    return isGroup ? " (group)" : ""
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
  /// How many happenings that can have begun by the end of `day` concern, take place at or cite
  /// each.
  fileprivate func usage(asOf day: Day) -> [EntityID: Int] {
    var usage: [EntityID: Int] = [:]
    for happening in happenings where happening.hasPossiblyBegun(by: day) {
      var ids = Set(happening.sources.flatMap { [$0.source, $0.via].compactMap { $0 } })
      ids.formUnion(happening.persons)
      ids.formUnion(happening.actors.map { identities.canonical($0.actor) })
      if let place = happening.place { ids.insert(place) }
      if let name = happening.details.entity("case") { ids.insert(name) }
      for id in ids { usage[id, default: 0] += 1 }
    }
    return usage
  }
}
