package import Events

/// Text made safe for a CSV cell.
package enum CSVText {
  /// A row with its line end.
  package static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// `text` as a cell: quoted where needed, and with `'` before what a spreadsheet would run.
  ///
  /// A text that begins with `'` gets a second one, so that the prefix can be taken off again.
  package static func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first,
      "=+-@'".unicodeScalars.contains(first) || first.value < 0x20 || first.value == 0x7F
    {
      text = "'" + text
    }
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D
    }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// A value as text: lists joined by `; `, objects as JSON.
  package static func text(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .boolean(let value): value ? "true" : "false"
    case .number(let spelling): spelling
    case .text(let text): text
    case .array(let values): values.map(CSVText.text).joined(separator: "; ")
    case .object: value.written
    }
  }
}
