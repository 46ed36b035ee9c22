internal import Events

/// One array of events.
///
///     [
///     {"n":3,"id":"arrest-1","recorded":"…","kind":"arrest","date":"2016-05",…}
///     ]
package enum JSONExporter: Exporter {
  package static let name = "json"

  package static func write(_ document: Document, to sink: (String) throws -> Void) throws {
    let provenance = ProvenanceText(document)
    var separator = "[\n"
    try document.eachEntry { entry in
      try sink(separator + provenance.added(to: entry))
      separator = ",\n"
    }
    try sink(document.count == 0 ? "[]\n" : "\n]\n")
  }

  package static func losses(of entry: Entry) -> [Loss] { [] }
}

/// One event a line.
package enum JSONLinesExporter: Exporter {
  package static let name = "jsonl"

  package static func write(_ document: Document, to sink: (String) throws -> Void) throws {
    let provenance = ProvenanceText(document)
    try document.eachEntry { try sink(provenance.added(to: $0) + "\n") }
  }

  package static func losses(of entry: Entry) -> [Loss] { [] }
}

/// What a document states of itself, which is the same in every object, and so written out once.
private struct ProvenanceText {
  private let end: String

  init(_ document: Document) {
    end = "," + JSON.object(document.provenance).written.dropFirst()
  }

  /// The members of `entry`, and what the document states of itself.
  func added(to entry: Entry) -> String {
    JSON.object(entry.members).written.dropLast() + end
  }
}

extension Document {
  /// What it states of itself, for formats without a head of their own.
  var provenance: [JSONMember] {
    [
      JSONMember("document", .text(heading.title)),
      JSONMember("as_of", .text(heading.asOf.description)),
      JSONMember("known_at", .text(heading.knownAt)),
      JSONMember("filters", .texts(heading.filters)),
      JSONMember("log_position", .integer(heading.position.number)),
      JSONMember("log_head", .text(heading.headHash.description)),
      JSONMember("left_out", .texts(leftOut)),
    ]
  }
}
