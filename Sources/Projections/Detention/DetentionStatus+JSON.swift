package import Events

extension DetentionStatus {
  /// The row of `status`, as DESIGN fixes it; `names` gives the name that views show.
  package func json(name: String) -> JSON {
    .object(
      [JSONMember("person", .text(person.text)), JSONMember("name", .text(name))]
        + axes
        + [JSONMember("as_of", .text(asOf.description))]
    )
  }

  /// Everything but whose status it is, and of which day.
  var axes: [JSONMember] {
    [
      JSONMember("liberty", isGroup ? .null : .text(liberty.rawValue)),
      JSONMember("held", isGroup ? .null : .boolean(isHeld)),
      JSONMember("since", .optional(isGroup ? nil : since)),
      JSONMember("held_since", .optional(isGroup ? nil : heldSince)),
      JSONMember("current", .boolean(isCurrent)),
      JSONMember("last_evidence", .optional(lastEvidence?.description)),
      JSONMember("certain", .boolean(isCertain)),
      JSONMember("possibly", .texts(possibly.map(\.rawValue))),
      JSONMember("certainty", .optional(certainty?.rawValue)),
      JSONMember("expected_end", expectedEnd?.json ?? .null),
      JSONMember("place", .optional(place?.text)),
      JSONMember("process", .text(process.rawValue)),
      JSONMember("restrictions", .array(restrictions.map(\.json))),
      JSONMember("recognition", .array(recognition.map(\.json))),
      JSONMember("basis", .texts(basis.map(\.text))),
      JSONMember("sources", .texts(sources.map(\.text))),
      JSONMember("anomalies", .array(anomalies.map(\.json))),
      JSONMember("group", .boolean(isGroup)),
    ]
  }
}

extension ExpectedEnd {
  package var json: JSON {
    .object([
      JSONMember("earliest", .optional(earliest?.description)),
      JSONMember("latest", .text(latest.description)),
      JSONMember("estimated", .boolean(isEstimated)),
    ])
  }
}

extension Restriction {
  package var json: JSON {
    .object([
      JSONMember("what", .text(what)),
      JSONMember("since", .text(since)),
      JSONMember("until", .optional(until)),
      JSONMember("basis", .texts(basis.map(\.text))),
    ])
  }
}

extension Recognition {
  package var json: JSON {
    .object([
      JSONMember("what", .text(what)),
      JSONMember("by", .optional(by)),
      JSONMember("since", .text(since)),
      JSONMember("basis", .texts(basis.map(\.text))),
    ])
  }
}

extension Anomaly {
  package var json: JSON {
    .object([
      JSONMember("kind", .text(kind.rawValue)),
      JSONMember("level", .text(level.rawValue)),
      JSONMember("text", .text(text)),
      JSONMember("events", .texts(events.map(\.text))),
    ])
  }
}

extension LibertySpell {
  package var json: JSON {
    .object([
      JSONMember("liberty", .text(liberty.rawValue)),
      JSONMember("from", .text(from.text)),
      JSONMember("to", .optional(to?.text)),
      JSONMember("basis", .texts(basis.map(\.id.text))),
    ])
  }
}

extension DetentionStatus {
  /// The members of its row, in order.
  package static let columns = [
    "person", "name", "liberty", "held", "since", "held_since", "current", "last_evidence",
    "certain", "possibly", "certainty", "expected_end", "place", "process", "restrictions",
    "recognition", "basis", "sources", "anomalies", "group", "as_of",
  ]
}
