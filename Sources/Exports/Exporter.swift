/// A format in which a document leaves the house.
package protocol Exporter {
  /// What the user calls it.
  static var name: String { get }

  /// Writes `document` piece by piece, so that its size never stands in memory as one text.
  static func write(_ document: Document, to sink: (String) throws -> Void) rethrows

  /// What `entry`, as it may be published, loses in this format.
  static func losses(of entry: Entry) -> [Loss]
}

/// Every format, by the name that the user calls it.
package enum ExportFormat: String, CaseIterable, Sendable {
  case markdown, csv, json, jsonl

  private var exporter: any Exporter.Type {
    switch self {
    case .markdown: MarkdownExporter.self
    case .csv: CSVExporter.self
    case .json: JSONExporter.self
    case .jsonl: JSONLinesExporter.self
    }
  }

  package func write(_ document: Document, to sink: (String) throws -> Void) rethrows {
    try exporter.write(document, to: sink)
  }

  /// What each event loses in this format, those that lose nothing left out.
  package func losses(of document: Document) -> [EventLosses] {
    document.entries.compactMap { entry in
      let losses = exporter.losses(of: entry) + Loss.byDisclosure(of: entry)
      return losses.isEmpty ? nil : EventLosses(id: entry.id, losses: losses)
    }
  }
}
