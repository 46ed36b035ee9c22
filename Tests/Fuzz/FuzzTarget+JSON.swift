import Events

extension FuzzTarget {
  /// JSON: what is read and written is read as the same; no part of it stands for the whole.
  static func json(_ corpus: Corpus) throws -> FuzzTarget {
    let seeds = try corpus.lines("json.txt") + corpus.lines("drafts.jsonl") + corpus.logLines
    return FuzzTarget("json", seeds) { input throws(Violation) in
      let value: JSON
      do throws(JSONError) {
        value = try JSON(parsing: input.span)
      } catch {
        try require(0...input.count ~= error.offset, "a fault at byte \(error.offset)")
        try require(!error.description.isEmpty, "a refusal without words")
        return error.course
      }
      let written = value.written
      let again = try required("what was written is refused") { try JSON(parsing: written) }
      try require(again == value, "what was written is another value")
      try require(again.written == written, "what was written is written otherwise")
      let indented = try required("the indented form is refused") {
        try JSON(parsing: value.indented)
      }
      try require(indented == value, "the indented form is another value")
      try checkPart(of: Array(written.utf8))
      try checkText(input)
      return value.course
    }
  }

  /// A list, an object or a text without its end is none.
  private static func checkPart(of written: [UInt8]) throws(Violation) {
    guard let first = written.first, "[{\"".utf8.contains(first) else { return }
    let part = Array(written[..<(written.count / 2)])
    guard (try? JSON(parsing: part.span)) == nil else {
      throw Violation("half of it is read, too")
    }
  }

  /// Any text that holds no U+0000 comes back as it was.
  private static func checkText(_ input: [UInt8]) throws(Violation) {
    let text = String(decoding: input, as: UTF8.self)
    guard !text.utf8.contains(0) else { return }
    let again = try required("a text is refused") { try JSON(parsing: JSON.text(text).written) }
    try require(again.text?.hasSameBytes(as: text) == true, "a text came back as another")
  }
}

extension JSON {
  /// What sort of value it is, and how large.
  var course: Int {
    switch self {
    case .null: 1
    case .boolean: 2
    case .number: 3
    case .text(let text): 4 + min(text.utf8.count, 4)
    case .array(let values): 16 + min(values.count, 15) + 64 * (values.first?.course ?? 0) % 4096
    case .object(let members):
      32 + min(members.count, 31) + 64 * (members.last?.value.course ?? 0) % 4096
    }
  }
}

extension JSONError {
  /// Which of the refusals it is.
  var course: Int {
    switch reason {
    case .duplicateMember: -1
    case .controlCharacter: -2
    default: reason.hashValue
    }
  }
}
