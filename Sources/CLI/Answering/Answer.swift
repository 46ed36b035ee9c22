import Events
import Projections

/// Prints the rows of an answer in the form that was asked for.
///
/// As text, the statement of what was asked heads it. Otherwise each row bears the day, and
/// withheld lines are told of beside the answer.
struct Answer {
  let question: Question
  let format: RowFormat
  private static let day = "as_of"

  /// Prints `rows`; as text, what `text` writes after the statement of what was asked.
  func print<R: Row>(_ rows: [R], text: (inout Printer) throws -> Void) throws {
    if format == .text { return try print(text) }
    let columns = R.columns.contains(Answer.day) ? R.columns : R.columns + [Answer.day]
    var printer = Printer()
    Rows(objects: rows.map { dated($0.json) }).print(format, columns: columns, to: &printer)
    try printer.finish()
    Answer.tellOfWithheld(in: question.record)
  }

  /// Prints one object: as itself, or what `text` writes.
  func print(_ object: JSON, text: (inout Printer) throws -> Void) throws {
    if format == .text { return try print(text) }
    let object = dated(object)
    var printer = Printer()
    if format == .csv {
      let columns = object.members?.map(\.name) ?? []
      Rows(objects: [object]).print(.csv, columns: columns, to: &printer)
    } else {
      printer.line(object.written)
    }
    try printer.finish()
    Answer.tellOfWithheld(in: question.record)
  }

  func name(_ id: EntityID?) -> String {
    id.map { question.name(of: $0) } ?? ""
  }

  private func print(_ text: (inout Printer) throws -> Void) throws {
    var printer = Printer()
    let width = Outside.current.columns
    for line in Paragraph.lines(question.statement, width: width) { printer.line(line) }
    printer.line()
    try text(&printer)
    try printer.finish()
  }

  /// The row with the day about which was asked.
  private func dated(_ row: JSON) -> JSON {
    guard let members = row.members, row[Answer.day] == nil else { return row }
    return .object(members + [JSONMember(Answer.day, .text(question.asOf.description))])
  }

  /// Says beside an answer how many lines it could not read.
  static func tellOfWithheld(in record: Record) {
    let withheld = record.withheld.count
    guard withheld > 0 else { return }
    let lines = Brief.count(withheld, "line was", "lines were")
    Notice.warn("\(lines) withheld; the answer knows nothing of what stood there.")
  }
}
