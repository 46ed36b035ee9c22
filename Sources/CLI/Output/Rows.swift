import Events

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
      printer.raw((columns.map(CSV.cell).joined(separator: ",") + "\r\n").utf8)
      for object in objects {
        let cells = columns.map { CSV.cell(object[$0].map(CSV.text) ?? "") }
        printer.raw((cells.joined(separator: ",") + "\r\n").utf8)
      }
    case .text: break
    }
  }
}

/// RFC 4180 cells that no spreadsheet runs as formulas.
enum CSV {
  /// `text` as a cell: quoted where needed, and with `'` before what a spreadsheet would run.
  static func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first,
      "=+-@".unicodeScalars.contains(first) || first.value < 0x20
    {
      text = "'" + text
    }
    guard text.contains(where: { "\",\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// A value as text: lists joined by `; `, objects as JSON.
  static func text(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .boolean(let value): value ? "true" : "false"
    case .number(let spelling): spelling
    case .text(let text): text
    case .array(let values): values.map(CSV.text).joined(separator: "; ")
    case .object: value.written
    }
  }
}
