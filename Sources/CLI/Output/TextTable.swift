/// A table of text that fits the columns of the terminal, and leaves nothing out.
///
/// Cells of columns that yield are broken into lines where the table is too wide. Where that does
/// not suffice either, each row becomes a paragraph: its first cell, then the others below it.
struct TextTable {
  struct Column {
    let title: String
    /// Whether the column gives way when the line is too long.
    let yields: Bool

    init(_ title: String, yields: Bool = false) {
      self.title = title
      self.yields = yields
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []
  private static let gap = 2

  init(_ columns: [Column]) {
    self.columns = columns
  }

  mutating func add(_ cells: [String]) {
    rows.append(cells.map(Shown.line))
  }

  /// The lines of the table, its head first; a column without any content is left out.
  func lines(width: Int) -> [String] {
    let filled = columns.indices.filter { index in
      index == 0 || rows.contains { !$0[index].isEmpty }
    }
    let table = filled.count < columns.count ? part(filled) : self
    guard let widths = table.widths(within: width) else { return table.paragraphs(width: width) }
    return ([table.columns.map(\.title)] + table.rows).flatMap { TextTable.lines(of: $0, widths) }
  }

  private func part(_ filled: [Int]) -> TextTable {
    var part = TextTable(filled.map { columns[$0] })
    for row in rows { part.add(filled.map { row[$0] }) }
    return part
  }

  private static func lines(of cells: [String], _ widths: [Int]) -> [String] {
    let parts = zip(cells, widths).map { Paragraph.lines($0, width: $1) }
    let height = parts.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line = ""
      for (part, width) in zip(parts, widths) {
        let cell = index < part.count ? part[index] : ""
        line += Shown.padded(cell, to: width + TextTable.gap)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The rows one below the other, each cell but the first with its title.
  private func paragraphs(width: Int) -> [String] {
    let indent = (columns.map { Shown.width($0.title) }.max() ?? 0) + 4
    return rows.flatMap { cells in
      var lines = Paragraph.lines(cells[0], width: width)
      for (column, cell) in zip(columns, cells).dropFirst() where !cell.isEmpty {
        lines += Paragraph.hanging("  " + column.title, cell, indent: indent, width: width)
      }
      return lines
    }
  }

  /// Nil where no line of the table would fit.
  private func widths(within width: Int) -> [Int]? {
    var widths = columns.indices.map { index in
      rows.map { Shown.width($0[index]) }.reduce(Shown.width(columns[index].title), max)
    }
    let least = columns.indices.map { columns[$0].yields ? widthMin(of: $0) : widths[$0] }
    var excess = widths.reduce(0, +) + TextTable.gap * (columns.count - 1) - width
    while excess > 0 {
      let candidates = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// The columns that the longest word takes.
  private func widthMin(of index: Int) -> Int {
    let words = ([columns[index].title] + rows.map { $0[index] }).flatMap {
      $0.split(separator: " ")
    }
    return words.map { Shown.width(String($0)) }.max() ?? 0
  }
}
