internal import Events

/// One array of events.
///
///     [
///     {"n":3,"id":"arrest-1","recorded":"…","kind":"arrest","date":"2016-05",…}
///     ]
package enum JSONExporter: Exporter {
  package static let name = "json"

  package static func write(_ document: Document, to sink: (String) throws -> Void) throws {
    let provenance = document.provenance
    var separator = "[\n"
    try document.eachEntry { entry in
      try sink(separator + entry.json(provenance).written)
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
    let provenance = document.provenance
    try document.eachEntry { try sink($0.json(provenance).written + "\n") }
  }

  package static func losses(of entry: Entry) -> [Loss] { [] }
}

extension Entry {
  /// The event's members, and what the document states of itself.
  fileprivate func json(_ provenance: [JSONMember]) -> JSON {
    .object(members + provenance)
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
