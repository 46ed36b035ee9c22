import Events
import Exports

/// Rows of an answer, printed in the form that was asked for.
struct Rows {
  let objects: [JSON]

  /// Prints the rows as JSON, JSON lines or CSV; `columns` names the members of the CSV.
  func print(_ format: RowFormat, columns: [String], to printer: inout Printer) {
    switch format {
    case .json:
      printer.raw("[".utf8)
      for (index, object) in objects.enumerated() {
        printer.raw((index == 0 ? "\n" : ",\n").utf8)
        printer.raw(object.written.utf8)
      }
      printer.line(objects.isEmpty ? "]" : "\n]")
    case .jsonl:
      for object in objects { printer.line(object.written) }
    case .csv:
      printer.raw(CSVText.row(columns).utf8)
      for object in objects {
        printer.raw(CSVText.row(columns.map { object[$0].map(CSVText.text) ?? "" }).utf8)
      }
    case .text: break
    }
  }
}
