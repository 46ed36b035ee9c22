package import Events

/// Text made safe for a CSV cell.
package enum CSVText {
  /// A row with its line end.
  package static func row(_ cells: [String]) -> String {
    line(cells) + "\r\n"
  }

  /// Cells with commas between them.
  static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",")
  }

  /// `text` as a cell: quoted where needed, and with `'` before what a spreadsheet would run.
  ///
  /// A text that begins with `'` gets a second one, so that the prefix can be taken off again:
  /// whoever reads the cell back drops one `'` from its start. Goes by code points: a mark on a
  /// quotation mark would make another character of the two, but a reader of CSV sees the quotation
  /// mark.
  package static func cell(_ text: String) -> String {
    let prefix = text.unicodeScalars.first.map(isRun) == true ? "'" : ""
    guard text.utf8.contains(where: asksForQuotes) else { return prefix + text }
    let quote = UInt8(ascii: "\"")
    var quoted = [quote] + Array(prefix.utf8)
    for byte in text.utf8 {
      if byte == quote { quoted.append(quote) }
      quoted.append(byte)
    }
    quoted.append(quote)
    return String(decoding: quoted, as: UTF8.self)
  }

  private static func asksForQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }

  /// Whether a spreadsheet could take what begins so for a formula, full-width signs among it.
  private static func isRun(_ first: Unicode.Scalar) -> Bool {
    switch first {
    case "=", "+", "-", "@", "'", "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": true
    case "\u{FF0B}", "\u{FF0D}", "\u{FF1D}", "\u{FF20}": true
    default: false
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
