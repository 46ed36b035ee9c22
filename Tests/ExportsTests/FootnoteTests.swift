import Testing

@testable import Exports

@Suite struct FootnoteTests {
  @Test(arguments: [1, 2, 3, 100])
  func `each footnote stands once, and says what its event cites`(footnotesMax: Int) throws {
    let document = try FootnoteTests.record.document()
    var text = ""
    try MarkdownExporter.write(document, footnotesMax: footnotesMax) { text += $0 }
    var footnotes: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      guard let footnote = line.wholeMatch(of: /\[\^([0-9]+)\]: (.*)/) else { continue }
      #expect(footnotes[footnote.1] == nil, "\(line)")
      footnotes[footnote.1] = footnote.2
    }
    let items = text.split(separator: "\n").filter { $0.hasPrefix("- **") }
    let cited = items.map { $0.matches(of: /\[\^([0-9]+)\]/).map { footnotes[$0.1] ?? "?" } }
    let entries = try document.entries
    #expect(cited == entries.map { $0.sources.map { Substring(MarkdownText.escaped($0.words)) } })
    // From every event with footnotes of its own, to all of them sharing theirs.
    #expect(footnotes.count == [1: 6, 2: 5, 3: 4, 100: 3][footnotesMax])
  }

  @Test func `few footnotes stand at the end`() throws {
    let document = try FootnoteTests.record.document()
    var text = ""
    try MarkdownExporter.write(document, footnotesMax: 100) { text += $0 }
    #expect(try ExportFormat.markdown.text(of: document) == text)
    #expect(text.hasSuffix("[^1]: Letter, p. 1\n[^2]: Letter, p. 2\n[^3]: Report\n"))
  }

  private static var record: SealedRecord {
    get throws {
      let sources = ["letter": "Letter", "report": "Report"].sorted { $0.key < $1.key }.map {
        """
        {"id":"\($0)","kind":"source","details":{"id":"\($0)","title":"\($1)","form":"letter"}}
        """
      }
      let cited = [
        ("2016-01-03", #"{"source":"letter","at":"p. 1"}"#),
        ("2016-01-04", #"{"source":"letter","at":"p. 2"}"#),
        ("2016-02-01", #"{"source":"letter","at":"p. 1"},{"source":"report"}"#),
        ("2016-03-01", #"{"source":"report"}"#),
        ("2016-03-02", #"{"source":"report"}"#),
      ]
      let events = cited.map { date, sources in
        """
        {"kind":"election","date":"\(date)","title":"Votes of \(date)","details":{"stage":"held","office":"Mayor"},\
        "sources":[\(sources)]}
        """
      }
      return try SealedRecord((sources + events).joined(separator: "\n"))
    }
  }
}
