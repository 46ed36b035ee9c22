package import Events

/// Text made safe for a CSV cell.
package enum CSVText {
  /// A row with its line end.
  package static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// `text` as a cell: quoted where needed, and with `'` before what a spreadsheet would run.
  ///
  /// A text that begins with `'` gets a second one, so that the prefix can be taken off again:
  /// whoever reads the cell back drops one `'` from its start. Goes by code points: a mark on a
  /// quotation mark would make another character of the two, but a reader of CSV sees the quotation
  /// mark.
  package static func cell(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let prefix = scalars.first.map(isRun) == true ? "'" : ""
    guard scalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
      return prefix + text
    }
    var quoted = String.UnicodeScalarView("\"\(prefix)".unicodeScalars)
    for scalar in scalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// Whether a spreadsheet could take what begins so for a formula, full-width signs among it.
  private static func isRun(_ first: Unicode.Scalar) -> Bool {
    switch first.value {
    case 0..<0x20, 0x7F..<0xA0, 0xFF0B, 0xFF0D, 0xFF1D, 0xFF20: true
    default: "=+-@'".unicodeScalars.contains(first)
    }
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
