import Events
import Projections
import Testing

@testable import Exports

@Suite struct ExportPropertyTests {
  private static func document(_ seed: UInt64) throws -> Document {
    var drafts = RandomDrafts(seed: seed)
    let sealed = try SealedRecord(drafts.drafts(8))
    var request = SealedRecord.Request(title: "Of Zylphara Quornov", planned: true)
    request.sensitive = seed.isMultiple(of: 2)
    request.persons = seed.isMultiple(of: 3) ? ["zylphara-quornov", "tregorin"] : []
    request.conditions = [
      Condition("tag", [.label("tregorin")]), Condition("text", [.query("quor")]),
    ]
    return try sealed.document(request)
  }

  /// Every text of the document that a reader of the format sees.
  private static func texts(_ format: ExportFormat, _ document: Document) throws -> [String] {
    let text = try format.text(of: document)
    switch format {
    case .json:
      let rows = try #require(JSON(parsing: text).array)
      #expect(try rows.count == document.entries.count)
      return rows.flatMap(\.allTexts)
    case .jsonl:
      let rows = try text.utf8.split(separator: UInt8(ascii: "\n")).map {
        try JSON(parsing: String($0) ?? "")
      }
      #expect(try rows.count == document.entries.count)
      return rows.flatMap(\.allTexts)
    case .csv:
      let rows = CSVRows(text).rows
      #expect(try rows.count == document.entries.count + 1)
      #expect(Set(rows.map(\.count)) == [CSVExporter.columns.count + 7])
      return rows.flatMap { $0 }
    case .markdown:
      let items = text.utf8.split(separator: UInt8(ascii: "\n")).filter {
        $0.starts(with: "- **".utf8)
      }
      #expect(try items.count == document.entries.count)
      return [text]
    }
  }

  @Test(arguments: ExportFormat.allCases, 1...24 as ClosedRange<UInt64>)
  func `each export parses, and tells no protected name`(
    format: ExportFormat,
    seed: UInt64
  ) throws {
    let texts = try ExportPropertyTests.texts(format, ExportPropertyTests.document(seed))
    let secrets = RandomDrafts.secrets.flatMap(SearchFolding.tokens)
    for text in texts {
      let tokens = SearchFolding.tokens(text)
      let told = tokens.filter { token in secrets.contains { token.contains($0) } }
      #expect(told.isEmpty, "\(text.debugDescription)")
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `a cell is the text again once the prefix is taken off`(seed: UInt64) throws {
    let document = try ExportPropertyTests.document(seed)
    let rows = try CSVRows(ExportFormat.csv.text(of: document)).rows.dropFirst()
    let title = try #require(CSVExporter.columns.firstIndex(of: "title"))
    let text = try #require(CSVExporter.columns.firstIndex(of: "text"))
    for (row, entry) in try zip(rows, document.entries) {
      #expect(CSVRows.unprefixed(row[title]).utf8.elementsEqual(entry.title.utf8))
      #expect(CSVRows.unprefixed(row[text]).utf8.elementsEqual((entry.text ?? "").utf8))
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `whoever is not protected keeps their name`(seed: UInt64) throws {
    let document = try ExportPropertyTests.document(seed)
    for entry in try document.entries where entry.happening.persons.map(\.text) == ["boris-berg"] {
      #expect(entry.persons == ["Boris Berg"])
      #expect(entry.members[named: "persons"]?.written == #"["boris-berg"]"#)
    }
  }
}

/// Reads CSV by RFC 4180, byte by byte.
private struct CSVRows {
  private(set) var rows: [[String]] = []

  init(_ text: String) {
    var cell: [UInt8] = []
    var row: [String] = []
    var isQuoted = false
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && bytes.first == UInt8(ascii: "\""):
        cell.append(byte)
        bytes.removeFirst()
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case UInt8(ascii: "\r") where !isQuoted && bytes.first == UInt8(ascii: "\n"):
        bytes.removeFirst()
        rows.append(row + [String(decoding: cell, as: UTF8.self)])
        row = []
        cell = []
      default: cell.append(byte)
      }
    }
  }

  /// The text of a cell, as whoever imports it reads it.
  static func unprefixed(_ cell: String) -> String {
    cell.unicodeScalars.first == "'" ? String(cell.unicodeScalars.dropFirst()) : cell
  }
}

extension JSON {
  /// Every text in the value, the names of members among them.
  fileprivate var allTexts: [String] {
    switch self {
    case .text(let text): [text]
    case .array(let values): values.flatMap(\.allTexts)
    case .object(let members): members.flatMap { [$0.name] + $0.value.allTexts }
    case .null, .boolean, .number: []
    }
  }
}
