import Testing

/// Every text file is clean at its edges, and speaks of the project alone.
@Suite struct TextTests {
  /// What people write; transcripts hold what the command prints, such as the line ends of CSV.
  private var written: [SourceFile] {
    get throws { try House.read().texts.filter { !$0.path.hasPrefix("Tests/Transcripts/") } }
  }

  @Test func `a text file ends with one newline`() throws {
    expectNone(try written.flatMap(\.raggedEnd))
  }

  @Test func `a line ends with its last word`() throws {
    expectNone(try written.flatMap(\.trailingSpace))
  }

  @Test func `a line is indented with spaces, but for the Makefile`() throws {
    expectNone(try House.read().texts.filter { $0.name != "Makefile" }.flatMap(\.tabs))
  }

  @Test func `a Markdown page has one title`() throws {
    let pages = try House.read().texts.filter { $0.name.hasSuffix(".md") }
    expectNone(pages.flatMap(\.wrongTitles))
  }

  @Test func `nothing is left for later`() throws {
    expectNone(try House.read().prose.flatMap(\.postponed))
  }

  @Test func `the project speaks of itself alone`() throws {
    expectNone(try House.read().prose.flatMap(\.foreignWords))
  }

  @Test func `the record keeps no confidential part`() throws {
    let logs = try House.read().texts.filter { $0.name.hasSuffix(".log") }
    expectNone(logs.flatMap(\.confidentialParts))
  }

  @Test(arguments: [
    ("a\n", nil), ("", nil), ("a", "1: the file does not end with a newline"),
    ("a\nb\n\n", "3: the file ends with a blank line"),
    ("\n", "1: the file ends with a blank line"),
    ("a\r\nb\r\n", "1: the line ends with a carriage return"),
  ])
  func `a ragged end is named`(text: String, expected: String?) {
    let found = SourceFile("a.md", text).raggedEnd.map { "\($0.line): \($0.what)" }
    #expect(found.first == expected)
  }

  @Test func `trailing spaces and tabs are named`() {
    let file = SourceFile("a.md", "a \nb\n\tc\nd\u{A0}\n  \n")
    #expect(file.trailingSpace.map(\.line) == [1, 4, 5])
    #expect(file.tabs.map(\.line) == [3])
  }

  @Test(arguments: [
    ("# One\n\n## Two\n", []), ("# One\n\n```sh\n# a comment\n```\n", []),
    ("## Two\n", ["1: the page has no title"]), ("", ["1: the page has no title"]),
    ("# One\n\n# Two\n", ["3: the page has a second title"]),
  ])
  func `a page without one title is named`(text: String, expected: [String]) {
    #expect(SourceFile("a.md", text).wrongTitles.map { "\($0.line): \($0.what)" } == expected)
  }

  @Test(arguments: ["// TODO: later", "a FIXME b", "# XXX", "// HACK"])
  func `what is left for later is named`(line: String) {
    #expect(SourceFile("A.swift", "a\n\(line)\n").postponed.map(\.line) == [2])
    #expect(SourceFile("A.swift", "methods\nXXXL\n2016-XX-31\n").postponed.isEmpty)
  }

  @Test(arguments: [
    "see /work/main", "/root/.cache", "asked ChatGPT", "Co-authored-by: nobody", "fixes issue #12",
  ])
  func `a foreign word is named`(line: String) {
    #expect(SourceFile("a.md", "\(line)\n").foreignWords.map(\.line) == [1])
  }

  @Test(arguments: [
    "the work of the committee", "network/", "a session of the assembly", "an agent of the state",
    "the issue is open", "groot/", "home/work/",
  ])
  func `a word of the field is not foreign`(line: String) {
    #expect(SourceFile("a.md", "\(line)\n").foreignWords.map(\.description) == [])
  }

  @Test func `a confidential part is named by its line, never shown`() {
    let log = SourceFile("events.log", "{\"private\":\"Fz\"}\n{\"private\":{\"note\":\"x\"}}\n")
    #expect(
      log.confidentialParts.map(\.description) == [
        "events.log:2: a confidential part stands in the record"
      ]
    )
  }
}

extension House {
  /// What people wrote here: not the record, and not the rules that name the words.
  fileprivate var prose: [SourceFile] {
    let own = ["TextTests.swift"]
    return texts.filter { file in
      ![".log", ".jsonl"].contains { file.name.hasSuffix($0) } && !own.contains(file.name)
    }
  }
}

extension SourceFile {
  private func offences(
    onLines isOffending: (Substring) -> Bool,
    _ what: String
  ) -> [Offence] {
    lines.enumerated().filter { isOffending($0.element) }
      .map { offence($0.offset + 1, what) }
  }

  fileprivate var raggedEnd: [Offence] {
    let bytes = text.utf8
    if bytes.isEmpty { return [] }
    if bytes.contains(UInt8(ascii: "\r")) {
      let line = 1 + bytes.prefix { $0 != UInt8(ascii: "\r") }.count { $0 == UInt8(ascii: "\n") }
      return [offence(line, "the line ends with a carriage return")]
    }
    if bytes.last != UInt8(ascii: "\n") {
      return [offence(lines.count, "the file does not end with a newline")]
    }
    let isBlank = lines.dropLast().last?.isEmpty == true
    return isBlank ? [offence(lines.count - 1, "the file ends with a blank line")] : []
  }

  fileprivate var trailingSpace: [Offence] {
    offences(onLines: { $0.last?.isWhitespace == true }, "the line ends with white space")
  }

  fileprivate var tabs: [Offence] {
    offences(onLines: { $0.utf8.contains(UInt8(ascii: "\t")) }, "the line has a tab")
  }

  fileprivate var wrongTitles: [Offence] {
    var isCode = false
    var titles: [Int] = []
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, line.hasPrefix("# ") { titles.append(index + 1) }
    }
    if titles.isEmpty { return [offence(1, "the page has no title")] }
    return titles.dropFirst().map { offence($0, "the page has a second title") }
  }

  fileprivate var postponed: [Offence] {
    let words = #/\b(?:TODO|FIXME|HACK)\b|(?:\/\/|#) *XXX\b/#
    return offences(onLines: { $0.contains(words) }, "something is left for later")
  }

  /// Paths of one machine, tools and trackers that the reader does not have.
  fileprivate var foreignWords: [Offence] {
    let words =
      #/
        (?: ^ | [\s"'`(=:] ) /(?:work|root)/ | \.\./shared/
        | \b (?: anthropic | openai | chatgpt | claude | language \s model | sub-?agent
          | co-authored-by | issue \s \#\d+ ) \b
      /#
      .ignoresCase()
    return offences(onLines: { $0.contains(words) }, "this speaks of something outside the project")
  }

  fileprivate var confidentialParts: [Offence] {
    offences(
      onLines: { $0.contains("\"private\":{") },
      "a confidential part stands in the record"
    )
  }
}
