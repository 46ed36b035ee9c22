internal import Events

extension Record {
  /// What an event refers to in vain, or to no effect.
  func referenceFindings(_ fact: Fact, _ known: KnownReferences) -> [Finding] {
    let check = ReferenceCheck(against: known)
    let faults = check.faults(inCorrected: fact.content, of: fact.id)
    return faults.map { fault in
      if case .unknownEvent = fault.reason, !withheld.isEmpty {
        return Finding(
          .warning,
          "unknown reference",
          "\(fault); lines were withheld, and it may stand on one of them",
          in: fact
        )
      }
      return Finding(.error, "unknown reference", fault.description, in: fact)
    } + withdrawnReferences(of: fact) + datedBefore(fact)
  }

  /// References to what was withdrawn; those by which the record keeps its own books are no fault.
  private func withdrawnReferences(of fact: Fact) -> [Finding] {
    if ["correction", "retraction", "redaction"].contains(fact.kind) { return [] }
    return Vocabulary.standard.references(in: fact.content).compactMap { reference in
      if case .entity(let id, _) = reference.target, registry.isWithdrawn(id) {
        return Finding(
          .anomaly,
          "a reference to a retracted event",
          "\(reference.path): the registration of \(id) was withdrawn; register it again, or "
            + "correct or retract \(fact.id)",
          in: fact
        )
      }
      guard let id = reference.event, let target = self[id], let by = target.retractedBy else {
        return nil
      }
      return Finding(
        .anomaly,
        "a reference to a retracted event",
        "\(reference.path): \(id) was withdrawn by \(by); correct or retract \(fact.id)",
        in: fact,
        and: [id, by]
      )
    }
  }

  private func datedBefore(_ fact: Fact) -> [Finding] {
    guard let last = fact.date?.beginning.latest else { return [] }
    return fact.after.compactMap { id in
      guard let other = self[id], !other.isRetracted, let first = earliestDay(of: other),
        last < first
      else { return nil }
      return Finding(
        .anomaly,
        "an event dated before what it is after",
        "\(fact.id) is dated \(last) or earlier, and \(id), which it is after, \(first) or later",
        in: fact,
        and: [id]
      )
    }
  }

  /// The first day on which an event can have begun, as views tell it and as raised by those before
  /// it.
  private func earliestDay(of fact: Fact) -> Day? {
    (happening(of: fact.id)?.beginning ?? beginnings.of(fact)).earliest
  }
}

/// Everything that events of a record can refer to.
struct KnownReferences: References {
  private let record: Record
  /// Events that were erased, and said to be.
  private let redacted: Set<EventID>
  private let ids: [EntitySort: [String]]

  init(_ record: Record) {
    self.record = record
    let redactions = record.facts.filter { $0.kind == "redaction" && !$0.isRetracted }
    redacted = Set(redactions.compactMap { $0.details.event("of") })
    ids = Dictionary(
      uniqueKeysWithValues: EntitySort.allCases.map { sort in
        (sort, record.registry.all(sort).map(\.id.text))
      }
    )
  }

  func sort(of id: EntityID) -> EntitySort? { record.registry.sort(of: id) }

  func outline(of event: EventID) -> EventOutline? {
    if let fact = record[event] { return EventOutline(fact.content) }
    return redacted.contains(event) ? EventOutline(kind: nil, isAccount: false) : nil
  }

  func nearest(to id: String, among sorts: [EntitySort]) -> [String] {
    Spelling.nearest(to: id, in: sorts.flatMap { ids[$0] ?? [] }, limit: 3)
  }
}
