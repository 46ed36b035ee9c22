/// A table of text that fits the columns of the terminal.
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
  private static let widthMin = 8

  init(_ columns: [Column]) {
    self.columns = columns
  }

  mutating func add(_ cells: [String]) {
    rows.append(cells.map(Shown.line))
  }

  /// The lines of the table, its head first, none longer than `width` where that can be.
  func lines(width: Int) -> [String] {
    let widths = widths(within: width)
    return ([columns.map(\.title)] + rows).map { cells in
      var line = ""
      for (index, cell) in cells.enumerated() {
        let cut = Shown.cut(cell, to: widths[index])
        let isLast = index == cells.count - 1
        line += isLast ? cut : Shown.padded(cut, to: widths[index] + TextTable.gap)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private func widths(within width: Int) -> [Int] {
    var widths = columns.enumerated().map { index, column in
      rows.map { Shown.width($0[index]) }.reduce(Shown.width(column.title), max)
    }
    var excess = widths.reduce(0, +) + TextTable.gap * (columns.count - 1) - width
    while excess > 0 {
      let candidates = widths.indices.filter {
        columns[$0].yields && widths[$0] > TextTable.widthMin
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
