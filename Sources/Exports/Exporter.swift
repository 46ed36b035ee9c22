/// A format in which a document leaves the house.
package protocol Exporter {
  /// What the user calls it.
  static var name: String { get }

  /// Writes `document` piece by piece, so that its size never stands in memory as one text.
  static func write(_ document: Document, to sink: (String) throws -> Void) rethrows
}

/// Every format, by the name that the user calls it.
package enum ExportFormat: String, CaseIterable, Sendable {
  case markdown, csv, json, jsonl

  package func write(_ document: Document, to sink: (String) throws -> Void) rethrows {
    switch self {
    case .markdown: try MarkdownExporter.write(document, to: sink)
    case .csv: try CSVExporter.write(document, to: sink)
    case .json: try JSONExporter.write(document, to: sink)
    case .jsonl: try JSONLinesExporter.write(document, to: sink)
    }
  }
}
