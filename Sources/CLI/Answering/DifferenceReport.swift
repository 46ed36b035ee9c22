import Events
import Projections

/// What changed, grouped by whom or what it is about: one line a change, with its events.
///
/// Also the preview of a correction or withdrawal, before it is recorded.
struct DifferenceReport {
  private let rows: [Difference]
  private let before: Record
  private let after: Record
  private let width: Int
  private static let eventsMax = 8

  init(
    _ rows: [Difference],
    before: Record,
    after: Record,
    width: Int = Outside.current.columns
  ) {
    self.rows = rows
    self.before = before
    self.after = after
    self.width = width
  }

  /// What will be answered otherwise about the end of `day` once the record stands as `after`.
  ///
  /// Records that hold only some people are compared about these, with `persons`.
  init(
    previewing after: Record,
    over before: Record,
    asOf day: Day,
    about persons: Set<EntityID>? = nil,
    width: Int = Outside.current.columns
  ) {
    let difference = RecordDifference(
      before: before,
      asOf: day,
      after: after,
      asOf: day,
      about: persons
    )
    self.init(difference.rows, before: before, after: after, width: width)
  }

  /// Whether nothing changed.
  var isEmpty: Bool { rows.isEmpty }

  func print(to printer: inout Printer) {
    for line in lines { printer.line(line) }
  }

  /// The lines of the report; what it says when nothing changed is the last and only one.
  var lines: [String] {
    if rows.isEmpty { return ["Nothing changed."] }
    var lines: [String] = []
    var subject: Difference.Subject?
    var subjects = 0
    for row in rows {
      if row.subject != subject {
        if subject != nil { lines.append("") }
        subject = row.subject
        subjects += 1
        lines += Paragraph.lines(title(of: row), width: width)
      }
      for (index, line) in Paragraph.lines(words(for: row), width: width - 4).enumerated() {
        lines.append((index == 0 ? "  " : "    ") + line)
      }
    }
    let sum = "\(Brief.count(rows.count, "change")) to \(Brief.count(subjects, "subject"))."
    return lines + ["", sum]
  }

  // MARK: Titles

  private func title(of row: Difference) -> String {
    let id = row.subject.id
    switch row.subject.sort {
    case .numbers: return "Numbers"
    case .person: return "\(name(id)) (\(id))"
    case .organisation, .place, .source, .caseFile:
      return "\(Brief.words(row.subject.sort.rawValue).uppercasedFirst) \(name(id)) (\(id))"
    case .demand: return "Demand: \(event(id))"
    case .borderMeasure: return "Border measure: \(event(id))"
    case .election: return "Election: \(event(id))"
    case .count: return "Asserted number: \(event(id))"
    case .event: return "Event: \(event(id))"
    }
  }

  private func name(_ id: String) -> String {
    EntityID(id).map { after.registry.displayName(of: $0) } ?? id
  }

  /// An event by its date and title, as it stands after the change.
  private func event(_ id: String) -> String {
    guard let fact = EventID(id).flatMap({ after[$0] ?? before[$0] }) else { return id }
    let date = fact.date.map { "\(Brief.date($0.verbatim)): " } ?? ""
    return "\(date)\(fact.title ?? fact.kind) (\(id))"
  }

  // MARK: Changes

  private func words(for row: Difference) -> String {
    Shown.line(DifferenceWords(row, name: name).text) + " " + events(of: row)
  }

  private func events(of row: Difference) -> String {
    if row.events.isEmpty { return "(by time alone)" }
    let shown = row.events.prefix(DifferenceReport.eventsMax).map(\.text)
    let rest = row.events.count - shown.count
    return "[\(shown.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : "")]"
  }
}
