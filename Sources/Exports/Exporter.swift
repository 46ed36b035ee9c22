/// A format in which a document leaves the house.
package protocol Exporter {
  /// What the user calls it.
  static var name: String { get }

  /// Writes `document` piece by piece, so that its size never stands in memory as one text.
  static func write(_ document: Document, to sink: (String) throws -> Void) throws

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

  package func write(_ document: Document, to sink: (String) throws -> Void) throws {
    try exporter.write(document, to: sink)
  }

  /// Calls `body` with what each event loses in this format; those that lose nothing are left out.
  package func eachLoss(of document: Document, _ body: (EventLosses) throws -> Void) throws {
    try document.eachEntry { entry in
      let losses = exporter.losses(of: entry) + Loss.byDisclosure(of: entry)
      if !losses.isEmpty { try body(EventLosses(id: entry.id, losses: losses)) }
    }
  }
}
