/// Text broken into lines that fit.
enum Paragraph {
  /// `text` in lines of at most `width` columns; words longer than that stand alone.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for part in Shown.text(text).split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in part.split(separator: " ") {
        if line.isEmpty {
          line = String(word)
        } else if Shown.width(line) + 1 + Shown.width(String(word)) <= width {
          line += " " + word
        } else {
          lines.append(line)
          line = String(word)
        }
      }
      lines.append(line)
    }
    return lines
  }

  /// A label in its own column, and text broken beside it.
  static func hanging(_ label: String, _ text: String, indent: Int, width: Int) -> [String] {
    let lines = lines(text, width: max(20, width - indent))
    var result: [String] = []
    let head = Shown.padded(Shown.line(label), to: indent)
    let fits = Shown.width(head) <= indent
    if !fits { result.append(head) }
    for (index, line) in lines.enumerated() {
      let prefix = index == 0 && fits ? head : String(repeating: " ", count: indent)
      result.append(prefix + line)
    }
    return result.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
