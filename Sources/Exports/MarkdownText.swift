/// Text made safe for Markdown.
enum MarkdownText {
  /// `text` on one line, with everything escaped that Markdown would read as its own.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "$": result += "\\\(character)"
      case "&": result += "&amp;"
      case "\n", "\r\n", "\r", "\t": result += " "
      default: result.append(character)
      }
    }
    return startSafe(result)
  }

  /// A text that begins as a list or a heading does not become one.
  private static func startSafe(_ text: String) -> String {
    guard let first = text.first else { return text }
    if first == "-" || first == "+" || first == "=" { return "\\" + text }
    let digits = text.prefix { ("0"..."9").contains($0) }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return text }
    return digits + "\\" + rest
  }
}
