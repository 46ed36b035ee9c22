/// A tracked text file, by its path from the package's root.
///
/// For Swift, `code` and `comments` are the text with everything else blanked, line for line.
struct SourceFile {
  let path: String
  let text: String
  let lines: [Substring]
  let code: String
  let codeLines: [Substring]
  let commentLines: [Substring]

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let mask = path.hasSuffix(".swift") ? CodeMask(text) : CodeMask("")
    code = String(decoding: mask.code, as: UTF8.self)
    codeLines = code.split(separator: "\n", omittingEmptySubsequences: false)
    commentLines = String(decoding: mask.comments, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  var isSwift: Bool { path.hasSuffix(".swift") }

  /// The last part of the path.
  var name: String { String(path.split(separator: "/").last ?? "") }

  /// The name of the target, for a file under Sources.
  var room: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }

  func offence(_ line: Int, _ what: String) -> Offence {
    Offence(path: path, line: line, what: what)
  }

  /// An offence for each match of `pattern` in the code, described by what was matched.
  func offences(
    matching pattern: Regex<Substring>,
    _ what: (Substring) -> String
  ) -> [Offence] {
    code.matches(of: pattern).map { match in
      let before = code[..<match.range.lowerBound].utf8
      return offence(1 + before.count { $0 == UInt8(ascii: "\n") }, what(code[match.range]))
    }
  }
}
