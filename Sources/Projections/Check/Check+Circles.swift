internal import Events

extension Record {
  /// Events of which each is after the others, so that none can have been first.
  var circleFindings: [Finding] {
    circlesOfAfter.map { circle in
      Finding(
        .anomaly,
        "a circle of after",
        "\(circle.texts.joined(separator: ", ")) are each after the others: correct the after of "
          + "one of them",
        events: circle,
        line: circle.compactMap { self[$0]?.position.number }.max()
      )
    }
  }

  /// The circles, each in the order of the log.
  private var circlesOfAfter: [[EventID]] {
    var earlier: [EventID: Set<EventID>] = [:]
    for fact in facts where !fact.isRetracted && !fact.after.isEmpty {
      // That an event is after itself is reported where it stands.
      earlier[fact.id] = Set(fact.after.filter { $0 != fact.id && isInForce($0) })
    }
    var later: [EventID: Set<EventID>] = [:]
    for (id, others) in earlier {
      for other in others { later[other, default: []].insert(id) }
    }
    peel(&earlier, &later)
    peel(&later, &earlier)
    var circles: [[EventID]] = []
    var told: Set<EventID> = []
    for fact in facts where earlier[fact.id] != nil && !told.contains(fact.id) {
      let circle = reach(fact.id, earlier).intersection(reach(fact.id, later))
      if circle.isEmpty { continue }
      told.formUnion(circle)
      circles.append(circle.sorted { position($0) < position($1) })
    }
    return circles
  }

  private func position(_ id: EventID) -> Int { self[id]?.position.number ?? 0 }

  /// Takes away, one after the other, the events from which no `forward` step is left.
  private func peel(
    _ forward: inout [EventID: Set<EventID>],
    _ back: inout [EventID: Set<EventID>]
  ) {
    var waiting = Set(forward.keys).union(back.keys).filter { forward[$0]?.isEmpty ?? true }
    while let id = waiting.popFirst() {
      forward[id] = nil
      for other in back.removeValue(forKey: id) ?? [] {
        forward[other]?.remove(id)
        if forward[other]?.isEmpty ?? true { waiting.insert(other) }
      }
    }
  }

  /// What steps from `start` lead to.
  private func reach(_ start: EventID, _ steps: [EventID: Set<EventID>]) -> Set<EventID> {
    var found: Set<EventID> = []
    var waiting = Array(steps[start] ?? [])
    while let id = waiting.popLast() {
      if found.insert(id).inserted { waiting += steps[id] ?? [] }
    }
    return found
  }

  /// Compliance with a demand that the event does not make.
  var complianceFindings: [Finding] {
    facts.compactMap { fact in
      guard !fact.isRetracted, fact.kind == "compliance",
        let demand = fact.details.text("demand"),
        let of = fact.details.event("of"), let target = self[of]
      else { return nil }
      // Views use the preferred account, and its demands.
      let demands = (happening(of: of)?.fact ?? target).details.demands("demands")
      let ids = demands.compactMap(\.id)
      if ids.contains(where: { $0.hasSameBytes(as: demand) }) { return nil }
      let named =
        ids.isEmpty
        ? "none of its demands has an id" : "its demands are \(ids.joined(separator: ", "))"
      return Finding(
        .anomaly,
        "compliance with no demand",
        "details.demand: \(of) makes no demand \"\(demand)\"; \(named)",
        in: fact,
        and: [of]
      )
    }
  }
}

extension [EventID] {
  fileprivate var texts: [String] { map(\.text) }
}
