internal import Events

/// One array of events.
///
///     [
///     {"n":3,"id":"arrest-1","recorded":"…","kind":"arrest","date":"2016-05",…}
///     ]
package enum JSONExporter: Exporter {
  package static let name = "json"

  package static func write(_ document: Document, to sink: (String) throws -> Void) rethrows {
    try sink("[")
    for (index, entry) in document.entries.enumerated() {
      try sink((index == 0 ? "\n" : ",\n") + entry.json(document.heading).written)
    }
    try sink(document.entries.isEmpty ? "]\n" : "\n]\n")
  }
}

/// One event a line.
package enum JSONLinesExporter: Exporter {
  package static let name = "jsonl"

  package static func write(_ document: Document, to sink: (String) throws -> Void) rethrows {
    for entry in document.entries { try sink(entry.json(document.heading).written + "\n") }
  }
}

extension Entry {
  /// The event's members, and from which state of which record it was taken.
  fileprivate func json(_ heading: Heading) -> JSON {
    .object(members + heading.provenance)
  }
}

extension Heading {
  /// From which state of which record an event was taken, for formats without a head of their own.
  var provenance: [JSONMember] {
    [
      JSONMember("as_of", .text(asOf.description)),
      JSONMember("known_at", .text(knownAt)),
      JSONMember("log_position", .integer(position.number)),
      JSONMember("log_head", .text(headHash.description)),
    ]
  }
}
