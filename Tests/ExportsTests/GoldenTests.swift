import Events
import Foundation
import Testing

@testable import Exports

/// Documents as they leave, beside this file in `Golden`.
///
/// `drafts.jsonl` is the record: two scripts, partial and possible dates, what is planned,
/// corrected and withdrawn, two accounts, protected people, a sensitive kind, a withheld line. Set
/// `$ANNALS_REGENERATE` to write the documents anew; then read them.
@Suite struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  private static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  private static func document(_ change: (inout SealedRecord.Request) throws -> Void) throws
    -> Document
  {
    var request = SealedRecord.Request(title: "Xyland <2021>", asOf: "2021-12-31", planned: true)
    request.withheld = [22]
    try change(&request)
    return try SealedRecord(text("drafts.jsonl")).document(request)
  }

  private static func expect(_ format: ExportFormat, of document: Document, at name: String) throws
  {
    let written = try format.text(of: document)
    if ProcessInfo.processInfo.environment["ANNALS_REGENERATE"] != nil {
      try Data(written.utf8).write(to: folder.appending(path: name))
    }
    let expected = try text(name)
    #expect(written.utf8.elementsEqual(expected.utf8), "\(name)")
  }

  @Test(arguments: [
    (ExportFormat.markdown, "timeline.md"), (.csv, "timeline.csv"), (.json, "timeline.json"),
    (.jsonl, "timeline.jsonl"),
  ])
  func `a timeline leaves as it did before`(format: ExportFormat, name: String) throws {
    try GoldenTests.expect(format, of: GoldenTests.document { _ in }, at: name)
  }

  @Test func `a person's document begins with their status`() throws {
    let document = try GoldenTests.document { request in
      request.persons = ["anna-berg", "boris-berg"]
      request.sensitive = true
      request.conditions = [
        Condition(
          "person",
          try ["anna-berg", "boris-berg"].map { .entity(try #require(EntityID($0))) }
        )
      ]
    }
    try GoldenTests.expect(.markdown, of: document, at: "persons.md")
  }

  @Test(arguments: [
    (
      ExportFormat.markdown,
      [
        "vigil-1: details, confidentiality",
        "arrest-1: sources, roles, details, confidentiality",
        "event-12: details, confidentiality", "statement-1: confidentiality",
        "sentence-1: precision, details", "health-1: confidentiality",
        "hearing-1: details, confidentiality", "release-1: precision, details, confidentiality",
        "hearing-1: details, confidentiality",
      ]
    ),
    (
      .json,
      [
        "vigil-1: confidentiality", "arrest-1: confidentiality", "event-12: confidentiality",
        "statement-1: confidentiality", "health-1: confidentiality", "hearing-1: confidentiality",
        "release-1: confidentiality", "hearing-1: confidentiality",
      ]
    ),
  ])
  func `each event says what it loses`(format: ExportFormat, losses: [String]) throws {
    let document = try GoldenTests.document { _ in }
    #expect(try format.losses(of: document).map(\.description) == losses)
    let inCSV = try ExportFormat.csv.losses(of: document).map(\.description)
    #expect(inCSV.contains("arrest-1: sources, confidentiality"))
  }

  @Test(arguments: ExportFormat.allCases)
  func `the same record leaves as the same bytes`(format: ExportFormat) throws {
    let one = try format.text(of: GoldenTests.document { _ in })
    let other = try format.text(of: GoldenTests.document { _ in })
    #expect(one.utf8.elementsEqual(other.utf8))
  }

  @Test(arguments: [
    (ExportFormat.json, "[]\n"), (.jsonl, ""),
  ])
  func `an empty timeline is an empty document`(format: ExportFormat, text: String) throws {
    let empty = try SealedRecord("").document()
    #expect(try format.text(of: empty) == text)
    #expect(try ExportFormat.csv.text(of: empty).split(whereSeparator: \.isNewline).count == 1)
    #expect(try ExportFormat.markdown.text(of: empty).hasSuffix("\n\nNothing is recorded.\n"))
  }
}
