package import Events

/// A number of people that a source asserts, beside the number that the record gives.
package struct CountComparison: Row {
  /// The number that the record gives on the day of the assertion.
  package struct Derived: Hashable, Sendable {
    /// Those in one of the states, the not current among them.
    package var certain = 0
    /// Of these, those whose state is not confirmed up to the day.
    package var notCurrent = 0
    /// Those who are perhaps in one of the states, beside the others.
    package var possible = 0
  }

  package let happening: Happening
  package let asserted: Count
  /// Nil where the two cannot be compared.
  package let derived: Derived?

  /// Whether the record agrees; nil where that cannot be said.
  package var agrees: Bool? {
    guard let derived, let n = asserted.n else { return nil }
    return switch asserted.qualifier {
    case .exact: derived.certain == n
    case .atLeast: derived.certain >= n
    case .moreThan: derived.certain > n
    case .atMost: derived.certain <= n
    case .about, .some: nil
    }
  }

  package static let columns = [
    "event", "date", "states", "state", "asserted", "derived", "not_current", "possible", "agrees",
    "list", "kind",
  ]

  package var json: JSON {
    .object([
      JSONMember("event", .text(happening.id.text)),
      JSONMember("date", .optional(happening.date)),
      JSONMember("states", .texts(happening.details.texts("states"))),
      JSONMember("state", .optional(happening.details.text("state"))),
      JSONMember("asserted", asserted.written),
      JSONMember("derived", .optional(derived?.certain)),
      JSONMember("not_current", .integer(derived?.notCurrent ?? 0)),
      JSONMember("possible", .integer(derived?.possible ?? 0)),
      JSONMember("agrees", .optional(agrees)),
      JSONMember("list", .optional(happening.details.text("list"))),
      JSONMember("kind", .text(happening.kind)),
    ])
  }
}

extension Record {
  /// Every asserted number that certainly stood by the end of `day`, in the order of a timeline.
  ///
  /// Each is compared with the states of its own date: the latest day of its beginning.
  package func counts(asOf day: Day) -> [CountComparison] {
    happenings
      .filter { ["count", "mass-arrest"].contains($0.kind) && $0.hasCertainlyBegun(by: day) }
      .inTimelineOrder()
      .compactMap { happening in
        guard let asserted = happening.details.count("count") else { return nil }
        return CountComparison(
          happening: happening,
          asserted: asserted,
          derived: derivedNumber(for: happening)
        )
      }
  }

  /// What the record gives for a count; nil where the two cannot be compared.
  private func derivedNumber(for happening: Happening) -> CountComparison.Derived? {
    guard let states = happening.countedStates, let day = happening.beginning.latest else {
      return nil
    }
    // A group stands for people of whom the record knows no state.
    guard !happening.persons.contains(where: isGroup) else { return nil }
    var derived = CountComparison.Derived()
    let persons = happening.persons.isEmpty ? persons : Array(happening.persons)
    for person in persons where !isGroup(person) {
      let status = detentionStatus(of: person, asOf: day)
      if states.contains(status.liberty) {
        derived.certain += 1
        if !status.isCurrent { derived.notCurrent += 1 }
      } else if !states.isDisjoint(with: status.possibly) {
        derived.possible += 1
      }
    }
    return derived
  }

  private func isGroup(_ person: EntityID) -> Bool { registry[person]?.isGroup ?? false }
}

extension Happening {
  /// The liberty states that are counted; nil where words say what is counted.
  var countedStates: Set<LibertyState>? {
    let words = fact.details.choices("states")
    guard fact.kind == "count", fact.details.text("state") == nil, !words.isEmpty else {
      return nil
    }
    var states: Set<LibertyState> = []
    for word in words {
      if word == LibertyState.heldWord {
        states.formUnion(LibertyState.held)
      } else if let state = LibertyState(rawValue: word) {
        states.insert(state)
      } else {
        return nil
      }
    }
    return states
  }
}
