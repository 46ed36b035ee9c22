package import Events

extension Record {
  /// Everything that is wrong with the record, does not fit together, or is worth knowing, in the
  /// order of the log; what is about no single line comes last.
  ///
  /// Only what was not withdrawn is looked at, as corrected. Anomalies of persons are those of
  /// `day`.
  package func check(asOf day: Day) -> [Finding] {
    let known = KnownReferences(self)
    var findings: [Finding] = []
    for fact in facts where !fact.isRetracted {
      findings += vocabularyFindings(fact)
      findings += referenceFindings(fact, known)
      findings += nameFindings(fact)
      if fact.isHappening, fact.sources.isEmpty {
        findings.append(
          Finding(.note, "fact without source", "\(fact.id) names no source", in: fact)
        )
      }
    }
    findings += identityFindings + circleFindings + complianceFindings
    findings += borderMeasures(asOf: day).compactMap(liftFinding)
    findings += persons.flatMap { statusFindings(of: $0, asOf: day) }
    findings += similarNames
    // Sorting by line keeps the order in which findings of one line were made.
    return findings.enumerated()
      .sorted { ($0.element.line ?? Int.max, $0.offset) < ($1.element.line ?? Int.max, $1.offset) }
      .map(\.element)
  }

  /// What the vocabulary finds wrong with an event, also with what could not be read of it.
  private func vocabularyFindings(_ fact: Fact) -> [Finding] {
    let unread = ContentReader(fact.content.members, envelope: []).faults
    let faults = unread + DraftReader().faults(in: fact.content)
    return faults.map { fault in
      Finding(
        fault.mayBeNewer ? .warning : .error,
        fault.findingKind,
        fault.description,
        in: fact,
        and: fact.correctedBy
      )
    }
  }

  private func statusFindings(of person: EntityID, asOf day: Day) -> [Finding] {
    detentionStatus(of: person, asOf: day).anomalies.map { anomaly in
      Finding(
        anomaly.level == .note ? .note : .anomaly,
        anomaly.kind.rawValue,
        "\(person): \(anomaly.text)",
        events: anomaly.events,
        line: anomaly.events.compactMap { self[$0]?.position.number }.max()
      )
    }
  }

  /// A measure of which only the end is recorded: mostly it was set in other words.
  private func liftFinding(of measure: BorderMeasure) -> Finding? {
    guard measure.isOnlyLifted, let fact = self[measure.event] else { return nil }
    let places = measure.between.map(\.text).joined(separator: " and ")
    return Finding(
      .note,
      "a lift of what is not recorded",
      "\(fact.id) lifts \"\(measure.measure)\" between \(places), which is not recorded as set; "
        + "a measure is the same where both places, direction and measure are",
      in: fact
    )
  }

  private var identityFindings: [Finding] {
    identities.conflicts.map { conflict in
      Finding(
        .anomaly,
        "a person merged into two others",
        "\(conflict.id) is merged into two others; the first merge counts: retract one of them",
        events: conflict.events,
        line: conflict.events.compactMap { self[$0]?.position.number }.max()
      )
    }
      + identities.circles.map { circle in
        let events = [circle.event] + [circle.mergedBy].compactMap { $0 }
        return Finding(
          .anomaly,
          "a merge that makes a circle",
          "\(circle.into) is merged into \(circle.id) already; the first merge counts: "
            + "retract one of them",
          events: events,
          line: events.compactMap { self[$0]?.position.number }.max()
        )
      }
  }
}

extension DraftFault {
  /// Whether a newer program, which knows more, can have written it.
  fileprivate var mayBeNewer: Bool {
    switch reason {
    case .unknownKind, .unknownField, .unknownMember, .notAChoice: true
    default: false
    }
  }

  fileprivate var findingKind: String {
    switch reason {
    case .unknownKind: "unknown kind"
    case .unknownField: "unknown field"
    case .unknownMember: "unknown member"
    case .notAChoice: "unknown choice"
    default: "against the vocabulary"
    }
  }
}
