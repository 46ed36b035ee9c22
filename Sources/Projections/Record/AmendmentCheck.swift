package import Events

/// Checks what the drafts of a batch, one after the other, would make of the events that they
/// correct, withdraw or bring back, and of the persons that they merge.
package struct AmendmentCheck<Known: KnownRecord> {
  private let known: Known
  /// The record with the drafts taken so far, and with what these corrected.
  package private(set) var references: BatchReferences<Known>
  /// The events of the batch, and those that it changed, as they now stand.
  private var facts: [EventID: Fact] = [:]
  /// Which of these are accounts of an event, as they now stand.
  private var accountsByMain: [EventID: Set<EventID>] = [:]
  private var families: [Int: AmendmentFamily] = [:]
  private var familyNumbers: [EventID: Int] = [:]
  private var identityFacts: [Fact]?
  /// Behind every line that was ever recorded.
  private var last = Position(1 << 48)

  package init(over known: Known) {
    self.known = known
    references = BatchReferences(over: known)
  }

  /// Takes the next draft, and tells what is wrong with what it leads to.
  package mutating func take(_ draft: Draft) -> [AmendmentFault] {
    let event = event(of: draft)
    var faults: [AmendmentFault] = []
    switch event.kind {
    case "correction", "retraction": faults = amend(event)
    case "identity":
      faults = mergeFaults(of: Fact(event)).map {
        AmendmentFault(subject: .draft, isCorrection: false, text: $0.description)
      }
    default: break
    }
    references.take(draft)
    if facts[event.id] == nil { put(Fact(event)) }
    return faults
  }

  private mutating func event(of draft: Draft) -> Event {
    last = Position(last.number + 1)
    guard let id = draft.id ?? EventID("draft.\(last)") else {
      preconditionFailure("an id of letters, a dot and digits")
    }
    return Event(
      position: last,
      id: id,
      recorded: Instant(seconds: 0),
      by: draft.by,
      content: draft.content,
      privateDigest: nil,
      hasMore: false,
      salt: ""
    )
  }

  private func fact(_ id: EventID) -> Fact? { facts[id] ?? known.fact(id) }

  private func position(of id: EventID) -> Position? {
    facts[id]?.position ?? known.position(of: id)
  }

  // MARK: Corrections and retractions

  private mutating func amend(_ event: Event) -> [AmendmentFault] {
    let isCorrection = event.kind == "correction"
    guard let target = event.details.event("of"), target != event.id,
      let before = fact(target)
    else { return [] }
    if isCorrection, let patch = event.details["set"] {
      do {
        _ = try before.content.patched(by: patch)
      } catch {
        return error.description.split(separator: "\n").map {
          AmendmentFault(subject: .target, isCorrection: true, text: String($0))
        }
      }
    }
    var family = family(of: target)
    var former = family.facts
    family.add(event)
    while let stranger = family.strangers.first(where: { fact($0) != nil }) {
      let other = self.family(of: stranger)
      former.merge(other.facts) { mine, _ in mine }
      family.join(other)
    }
    let changed = family.facts.values
      .filter { $0.id != event.id && $0.differs(from: former[$0.id]) }
      .sorted { $0.position > $1.position }
    // Each is checked against the others as they will stand.
    for fact in changed { take(changed: fact) }
    let found = changed.flatMap { fact in
      faults(of: fact, before: former[fact.id]).map {
        AmendmentFault(
          subject: fact.id == target ? .target : .other(fact.id),
          isCorrection: isCorrection,
          text: $0.description
        )
      }
    }
    if found.isEmpty {
      take(family)
    } else {
      // What is refused changes nothing, or every later draft would be blamed for it.
      for fact in changed { if let before = former[fact.id] { take(changed: before) } }
    }
    return found
  }

  private func family(of id: EventID) -> AmendmentFamily {
    if let family = familyNumbers[id].flatMap({ families[$0] }) { return family }
    if let fact = facts[id], known.position(of: id) == nil { return AmendmentFamily([fact.event]) }
    return AmendmentFamily(known.amendmentFamily(of: id))
  }

  private mutating func take(_ family: AmendmentFamily) {
    for number in Set(family.ids.compactMap { familyNumbers[$0] }) { families[number] = nil }
    for id in family.ids { familyNumbers[id] = last.number }
    families[last.number] = family
    for fact in family.facts.values { put(fact) }
  }

  private mutating func take(changed fact: Fact) {
    put(fact)
    references.take(fact.content, id: fact.id)
  }

  private mutating func put(_ fact: Fact) {
    if let main = facts[fact.id]?.accountOf { accountsByMain[main]?.remove(fact.id) }
    facts[fact.id] = fact
    if let main = fact.accountOf { accountsByMain[main, default: []].insert(fact.id) }
  }

  // MARK: What a changed event must not be

  /// What is wrong with an event as it would stand, and was not before.
  private mutating func faults(of fact: Fact, before: Fact?) -> [DraftFault] {
    if fact.kind == "identity", fact.isRetracted { note(identity: fact) }
    if fact.isRetracted { return [] }
    let old = before.map { Set(vocabularyFaults(of: $0.content)) } ?? []
    var faults = vocabularyFaults(of: fact.content).filter { !old.contains($0) }
    faults += ReferenceCheck(against: references).faults(inCorrected: fact.content, of: fact.id)
    if fact.isAmendment, let target = fact.details.event("of"), target != fact.id,
      let position = position(of: target), position > fact.position
    {
      faults.append(DraftFault("details.of", .unknownEvent(target.text)))
    }
    if let later = circle(closedBy: fact) {
      faults.append(DraftFault("after", .circleOfAfter(later.text)))
    }
    if fact.accountOf != nil {
      let accounts = accounts(of: fact.id)
      if !accounts.isEmpty {
        faults.append(DraftFault("account_of", .hasAccounts(accounts.map(\.text))))
      }
    }
    if fact.kind == "identity" { faults += mergeFaults(of: fact) }
    return faults
  }

  private func vocabularyFaults(of content: Content) -> [DraftFault] {
    ContentReader(content.members, envelope: []).faults + DraftReader().faults(in: content)
  }

  /// The event that `fact` is after, and that is after `fact`; nil if there is none.
  private func circle(closedBy fact: Fact) -> EventID? {
    for start in fact.after {
      var waiting = [start]
      var seen: Set<EventID> = []
      while let id = waiting.popLast() {
        if id == fact.id, start != fact.id { return start }
        guard seen.insert(id).inserted, let other = self.fact(id), !other.isRetracted else {
          continue
        }
        waiting += other.after
      }
    }
    return nil
  }

  private func accounts(of id: EventID) -> [EventID] {
    let recorded = known.accounts(of: id).filter { facts[$0] == nil }
    let changed = (accountsByMain[id] ?? []).compactMap { facts[$0] }
      .filter { !$0.isRetracted }.sorted { $0.position < $1.position }
    return recorded + changed.map(\.id)
  }

  // MARK: Who is who

  private mutating func note(identity fact: Fact) {
    var all = identityFacts ?? known.identityFacts()
    if let place = all.firstIndex(where: { $0.id == fact.id }) {
      all[place] = fact
    } else {
      all.append(fact)
      if all.dropLast().last.map({ $0.position > fact.position }) ?? false {
        all.sort { $0.position < $1.position }
      }
    }
    identityFacts = all
  }

  /// The circles that a merge closes, and that were not there before.
  private mutating func mergeFaults(of fact: Fact) -> [DraftFault] {
    let before = circles.map(\.event)
    note(identity: fact)
    return circles.filter { !before.contains($0.event) }.map {
      let reason = DraftFault.Reason.circleOfMerges(
        $0.id.text,
        into: $0.into.text,
        by: $0.mergedBy?.text
      )
      return DraftFault("details.ids", reason)
    }
  }

  private var circles: [Identities.Circle] {
    Identities(identityFacts ?? known.identityFacts()).circles
  }
}

extension Fact {
  /// Whether it says something else than `former`, or counts where that did not.
  fileprivate func differs(from former: Fact?) -> Bool {
    guard let former else { return true }
    return isRetracted != former.isRetracted || !content.isSameContent(as: former.content)
  }
}
