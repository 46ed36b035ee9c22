/// Text made safe for Markdown, in the dialects of CommonMark, GitHub and pandoc.
enum MarkdownText {
  /// `text` on one line, with everything escaped that Markdown would read as its own.
  ///
  /// Goes by code points: a mark on a bracket would make another character of the two, but Markdown
  /// sees the bracket.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var turns = Turns()
    let scalars = startSafe(trimmed(text.unicodeScalars.map(plain)))
    for (index, scalar) in scalars.enumerated() {
      turns.take(scalar)
      switch scalar {
      case startMark: result.append("\\")
      case "\\", "`", "*", "_", "[", "]", "{", "}", "<", ">", "|", "#", "~", "$", "^", "@":
        result.append("\\")
        result.append(scalar)
      case ":", ".":
        // GitHub makes a link of an address, and takes the backslashes in it for its own.
        if beginsLink(at: index, of: scalars) { result.append("\\") }
        result.append(scalar)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    result.append(contentsOf: turns.closing)
    return String(result)
  }

  /// Whether the mark at `index` makes an address of what stands around it: `https:/`, `www.`.
  private static func beginsLink(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    if scalars[index] == ":" { return index + 1 < scalars.count && scalars[index + 1] == "/" }
    return index >= 3 && scalars[index - 3..<index].allSatisfy { $0 == "w" || $0 == "W" }
  }

  static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Line breaks and tabs as spaces, other control characters as what stands for the unprintable.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case _ where breaksLine(scalar): " "
    case 0..<0x20, 0x7F..<0xA0: "\u{FFFD}"
    default: scalar
    }
  }

  /// Without spaces at the ends, which could make code or a line break.
  private static func trimmed(_ scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    let rest = scalars.drop { $0 == " " }
    guard let last = rest.lastIndex(where: { $0 != " " }) else { return [] }
    return rest[...last]
  }

  /// Stands before a character that is to be escaped only where it is; no text holds it.
  private static let startMark: Unicode.Scalar = "\u{0}"

  /// A text that begins as a list, a definition or an underline does not become one.
  private static func startSafe(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    guard let first = scalars.first else { return [] }
    if "-+=:%".unicodeScalars.contains(first) { return [startMark] + scalars }
    let bracket = first == "(" ? 1 : 0
    let label = scalars.dropFirst(bracket).prefix { $0.isASCII && $0.properties.isLetterOrDigit }
    let rest = scalars.dropFirst(bracket + label.count)
    guard !label.isEmpty, let mark = rest.first, mark == "." || mark == ")" else {
      return Array(scalars)
    }
    return scalars.prefix(bracket + label.count) + [startMark] + rest
  }

  /// The characters that turn the direction of writing, which must not reach beyond the text.
  private struct Turns {
    private var open: [Unicode.Scalar] = []

    var closing: [Unicode.Scalar] { open.reversed() }

    mutating func take(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x202A, 0x202B, 0x202D, 0x202E: open.append("\u{202C}")
      case 0x2066...0x2068: open.append("\u{2069}")
      case 0x202C, 0x2069:
        if open.last == scalar { open.removeLast() }
      default: break
      }
    }
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isLetterOrDigit: Bool { isAlphabetic || numericType != nil }
}
