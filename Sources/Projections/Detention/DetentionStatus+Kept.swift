package import Events

extension DetentionStatus {
  /// Everything but whose status it is and of which day, to be kept for other days.
  package var kept: JSON { .object(axes + [JSONMember("end_reason", .optional(endReason))]) }

  /// What was kept of the status of `person`, as of another day; nil if that is no status.
  package init?(kept: JSON, of person: EntityID, asOf day: Day) {
    guard let isGroup = kept["group"]?.boolean, let isCurrent = kept["current"]?.boolean,
      let process = kept["process"]?.text.flatMap(ProcessState.init),
      let possibly = kept.list("possibly", { $0.text.flatMap(LibertyState.init) }),
      let restrictions = kept.list("restrictions", Restriction.init),
      let recognition = kept.list("recognition", Recognition.init),
      let basis = kept.list("basis", { $0.text.flatMap(EventID.init) }),
      let sources = kept.list("sources", { $0.text.flatMap(EntityID.init) }),
      let anomalies = kept.list("anomalies", Anomaly.init),
      let liberty = isGroup ? .unknown : kept["liberty"]?.text.flatMap(LibertyState.init),
      let since = kept.optional("since", \.text),
      let heldSince = kept.optional("held_since", \.text),
      let lastEvidence = kept.optional("last_evidence", { $0.text.flatMap { Day(iso: $0) } }),
      let certainty = kept.optional("certainty", { $0.text.flatMap(Certainty.init) }),
      let expectedEnd = kept.optional("expected_end", ExpectedEnd.init),
      let endReason = kept.optional("end_reason", \.text),
      let place = kept.optional("place", { $0.text.flatMap(EntityID.init) })
    else { return nil }
    self.init(
      person: person,
      isGroup: isGroup,
      asOf: day,
      liberty: liberty,
      since: since,
      heldSince: heldSince,
      isCurrent: isCurrent,
      lastEvidence: lastEvidence,
      possibly: possibly,
      certainty: certainty,
      expectedEnd: expectedEnd,
      endReason: endReason,
      place: place,
      process: process,
      restrictions: restrictions,
      recognition: recognition,
      basis: basis,
      sources: sources,
      anomalies: anomalies
    )
  }
}

extension JSON {
  /// The values of a list, each as `read` has it; nil where one of them is none.
  fileprivate func list<Value>(_ name: String, _ read: (JSON) -> Value?) -> [Value]? {
    guard let items = self[name]?.array else { return nil }
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for item in items {
      guard let value = read(item) else { return nil }
      values.append(value)
    }
    return values
  }

  /// A value that may be null, as `read` has it; nil where it is missing or is none.
  fileprivate func optional<Value>(_ name: String, _ read: (JSON) -> Value?) -> Value?? {
    switch self[name] {
    case nil: nil
    case .null: .some(nil)
    case let value?: read(value).map(Optional.some)
    }
  }
}

extension ExpectedEnd {
  fileprivate init?(_ kept: JSON) {
    guard let latest = kept["latest"]?.text.flatMap({ Day(iso: $0) }),
      let earliest = kept.optional("earliest", { $0.text.flatMap { Day(iso: $0) } }),
      let isEstimated = kept["estimated"]?.boolean
    else { return nil }
    self.init(earliest: earliest, latest: latest, isEstimated: isEstimated)
  }
}

extension Restriction {
  fileprivate init?(_ kept: JSON) {
    guard let what = kept["what"]?.text, let since = kept["since"]?.text,
      let until = kept.optional("until", \.text),
      let basis = kept.list("basis", { $0.text.flatMap(EventID.init) })
    else { return nil }
    self.init(what: what, since: since, until: until, basis: basis)
  }
}

extension Recognition {
  fileprivate init?(_ kept: JSON) {
    guard let what = kept["what"]?.text, let since = kept["since"]?.text,
      let by = kept.optional("by", \.text),
      let basis = kept.list("basis", { $0.text.flatMap(EventID.init) })
    else { return nil }
    self.init(what: what, by: by, since: since, basis: basis)
  }
}

extension Anomaly {
  fileprivate init?(_ kept: JSON) {
    guard let kind = kept["kind"]?.text.flatMap(Kind.init), let text = kept["text"]?.text,
      let events = kept.list("events", { $0.text.flatMap(EventID.init) })
    else { return nil }
    self.init(kind: kind, text: text, events: events)
  }
}
