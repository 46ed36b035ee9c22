import Events
import Projections

/// One event on the terminal, member by member.
struct EventReport {
  private let history: EventHistory
  private let record: Record
  private let width = Outside.current.columns
  private static let labelColumns = 14

  init(_ history: EventHistory, _ record: Record) {
    self.history = history
    self.record = record
  }

  func print(to printer: inout Printer) {
    let fact = history.fact
    for line in Paragraph.lines(title(of: fact), width: width) {
      printer.line(Ink.output.heading(line))
    }
    if let retraction = fact.retractedBy {
      printer.line(Ink.output.alarm("WITHDRAWN by \(retraction)."))
    }
    printer.line()
    for (label, text) in rows(of: fact) {
      let lines = Paragraph.hanging(
        label,
        text,
        indent: EventReport.labelColumns,
        width: width
      )
      for line in lines { printer.line(line) }
    }
    if let confidential = history.confidential {
      let text = confidential == .null ? "erased" : confidential.written
      for line in Paragraph.hanging(
        "private",
        text,
        indent: EventReport.labelColumns,
        width: width
      ) {
        printer.line(line)
      }
    }
    printHistory(to: &printer)
  }

  private func rows(of fact: Fact) -> [(String, String)] {
    var rows: [(String, String)] = [
      ("line", fact.position.description), ("id", fact.id.text), ("kind", fact.kind),
    ]
    if let date = fact.date { rows.append(("date", "\(date.verbatim) (\(date.words))")) }
    if !fact.persons.isEmpty {
      rows.append(("persons", fact.persons.map(named).joined(separator: "; ")))
    }
    for actor in fact.actors {
      let role = actor.role == "other" ? "other role" : Brief.words(actor.role)
      rows.append((role, named(actor.actor)))
    }
    if let place = fact.place { rows.append(("place", named(place))) }
    let words = FieldText(registry: record.registry)
    let kind = Vocabulary.standard[fact.kind]
    for member in fact.details.members {
      let field = kind?.fields.first { $0.name.hasSameBytes(as: member.name) }
      rows += words.rows(member.name, member.value, of: field)
    }
    if let text = fact.text { rows.append(("text", text)) }
    for citation in fact.sources {
      rows.append(("source", Brief.citation(citation)))
      if let quote = citation.quote { rows.append(("quote", quote)) }
    }
    rows.append(("certainty", fact.certainty.rawValue))
    if let account = fact.accountOf { rows.append(("account of", account.text)) }
    if !fact.after.isEmpty { rows.append(("after", list(fact.after))) }
    if !fact.becauseOf.isEmpty { rows.append(("because of", list(fact.becauseOf))) }
    if let order = fact.order { rows.append(("order", String(order))) }
    if !fact.tags.isEmpty { rows.append(("tags", fact.tags.joined(separator: ", "))) }
    let by = fact.event.by.map { " by \($0)" } ?? ""
    rows.append(("recorded", "\(fact.event.recorded)\(by)"))
    if fact.privateDigest != nil, history.confidential == nil {
      rows.append(("private", "a confidential part is kept beside the log; --private shows it"))
    }
    return rows
  }

  private func printHistory(to printer: inout Printer) {
    for amendment in history.corrections {
      let state = amendment.retractedBy.map { " (withdrawn by \($0))" } ?? ""
      let set = amendment.details["set"].map { " set \($0.written)" } ?? ""
      let reason = amendment.details.text("reason") ?? "no reason"
      let text = "\(amendment.id), \(amendment.event.recorded):\(set) – \(reason)\(state)"
      for line in Paragraph.hanging(
        amendment.kind,
        text,
        indent: EventReport.labelColumns,
        width: width
      ) {
        printer.line(line)
      }
    }
    if !history.accounts.isEmpty { printer.line("accounts      " + list(history.accounts)) }
    let referrers = history.referrers.map(\.id)
    if !referrers.isEmpty {
      for line in Paragraph.hanging(
        "referred by",
        list(referrers),
        indent: EventReport.labelColumns,
        width: width
      ) {
        printer.line(line)
      }
    }
  }

  private func named(_ id: EntityID) -> String {
    let name = record.registry.displayName(of: id)
    return name == id.text ? name : "\(name) (\(id))"
  }

  private func list(_ ids: [EventID]) -> String { ids.map(\.text).joined(separator: ", ") }

  /// The title; for a registration without one, the name under which views show it.
  private func title(of fact: Fact) -> String {
    if let title = fact.title { return title }
    guard let entity = fact.details.entity("id"), Entity(fact.content) != nil else {
      return fact.kind
    }
    return record.registry.displayName(of: entity)
  }
}
