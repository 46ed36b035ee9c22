import Events
import Projections

/// Prints the rows of an answer in the form that was asked for.
struct Answer {
  let question: Question
  let format: RowFormat

  /// Prints `rows`; as text, what `text` writes after the statement of what was asked.
  func print<R: Row>(_ rows: [R], text: (inout Printer) throws -> Void) throws {
    var printer = Printer()
    if format == .text {
      printer.line(question.statement)
      printer.line()
      try text(&printer)
    } else {
      Rows(objects: rows.map(\.json)).print(format, columns: R.columns, to: &printer)
    }
    try printer.finish()
  }

  /// Prints one object: as itself, or what `text` writes.
  func print(_ object: JSON, text: (inout Printer) throws -> Void) throws {
    var printer = Printer()
    switch format {
    case .text:
      printer.line(question.statement)
      printer.line()
      try text(&printer)
    case .json, .jsonl: printer.line(object.written)
    case .csv:
      let columns = object.members?.map(\.name) ?? []
      Rows(objects: [object]).print(.csv, columns: columns, to: &printer)
    }
    try printer.finish()
  }

  func name(_ id: EntityID?) -> String {
    id.map { question.record.registry.displayName(of: $0) } ?? ""
  }
}
