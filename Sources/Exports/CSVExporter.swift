internal import Events
internal import Projections

/// RFC 4180, UTF-8, one event a row, with a head of column names; lists are joined by `; `.
///
///     position,id,kind,date,earliest,latest,…
///     212,arrest-1,arrest,2016-05,2016-05-01,2016-05-31,…
package enum CSVExporter: Exporter {
  package static let name = "csv"

  static let columns = [
    "position", "id", "kind", "date", "earliest", "latest", "possible", "planned", "for", "persons",
    "names", "actors", "place", "title", "text", "certainty", "sources", "details", "account_of",
    "accounts", "differs", "after", "because_of", "order", "tags", "recorded", "by",
  ]

  package static func write(_ document: Document, to sink: (String) throws -> Void) throws {
    let provenance = document.provenance
    try sink(CSVText.row(columns + provenance.map(\.name)))
    // The same in every row, and so written out once.
    let end = "," + CSVText.row(provenance.map { CSVText.text($0.value) })
    try document.eachEntry { entry in
      try sink(CSVText.line(columns.map { entry.cell($0) }) + end)
    }
  }
}

extension CSVExporter {
  /// Sources stand as a footnote would name them.
  package static func losses(of entry: Entry) -> [Loss] { entry.hasQuotes ? [.sources] : [] }
}

extension Entry {
  fileprivate func cell(_ column: String) -> String {
    switch column {
    case "names": persons.joined(separator: "; ")
    case "sources": sources.map(\.words).joined(separator: "; ")
    case "certainty": happening.certainty.rawValue
    case "actors":
      (members[named: "actors"]?.array ?? [])
        .map { "\($0["actor"]?.text ?? "") (\($0["role"]?.text ?? ""))" }
        .joined(separator: "; ")
    default: members[named: column].map(CSVText.text) ?? ""
    }
  }
}
