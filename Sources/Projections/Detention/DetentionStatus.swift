package import Events

/// Where a person stood at the end of a day, derived from what the record says happened to them.
///
/// Four axes: liberty, process, restrictions, recognition. Each value says since when, on which
/// events it rests, and how sure that is. A group has no liberty.
package struct DetentionStatus: Sendable {
  package let person: EntityID
  package let isGroup: Bool
  /// The day about which was asked.
  package let asOf: Day
  package let liberty: LibertyState
  /// Since when `liberty` holds; nil while nothing is known.
  package let since: SinceDate?
  /// Since when the person has been held without a break; nil when not held.
  package let heldSince: SinceDate?
  /// Whether the last evidence is recent enough for the state to be taken as the present one.
  package let isCurrent: Bool
  package let lastEvidence: Day?
  /// The other states to which events that possibly happened would lead, each alone.
  package let possibly: [LibertyState]
  /// The weakest certainty of what `liberty` rests on.
  package let certainty: Certainty?
  package let expectedEnd: ExpectedEnd?
  /// Why no expected end can be computed, for somebody who serves a sentence.
  package let endReason: String?
  package let place: EntityID?
  package let process: ProcessState
  package let restrictions: [Restriction]
  package let recognition: [Recognition]
  /// The events on which `liberty` rests.
  package let basis: [EventID]
  package let sources: [EntityID]
  package let anomalies: [Anomaly]
  /// The liberty states one after the other, the present one last.
  package let spells: [LibertySpell]

  package var isHeld: Bool { !isGroup && liberty.isHeld }
  /// Whether nothing else is possible and the state is current.
  package var isCertain: Bool { possibly.isEmpty && isCurrent }

  /// Whether the person has a value on some axis.
  package var hasValue: Bool {
    (!isGroup && liberty != .unknown) || !possibly.isEmpty || process != .none
      || !restrictions.isEmpty || !recognition.isEmpty
  }
}

extension Record {
  /// Where `person` stood at the end of `day`.
  package func detentionStatus(of person: EntityID, asOf day: Day) -> DetentionStatus {
    let person = identities.canonical(person)
    let occasions = occasions(of: person)
    let certain = PersonOrder.sorted(occasions.filter { $0.hasCertainlyBegun(by: day) })
    let possible = occasions.filter {
      !$0.hasCertainlyBegun(by: day) && $0.hasPossiblyBegun(by: day)
    }
    let fold = fold(certain, of: person)
    return status(of: person, asOf: day, fold, certain: certain, possible: possible)
  }

  /// Where everybody stood who has a value on some axis, in id order.
  package func detentionStatuses(asOf day: Day) -> [DetentionStatus] {
    persons.map { detentionStatus(of: $0, asOf: day) }.filter(\.hasValue)
  }

  private func occasions(of person: EntityID) -> [Occasion] {
    happenings(of: person).flatMap { happening in
      [Occasion(statedBy: happening), Occasion(happening)].compactMap { $0 }
    }
  }

  private func fold(_ occasions: [Occasion], of person: EntityID) -> PersonFold {
    var fold = PersonFold(of: person, registry)
    for occasion in occasions { fold.take(occasion) }
    return fold
  }

  private func status(
    of person: EntityID,
    asOf day: Day,
    _ fold: PersonFold,
    certain: [Occasion],
    possible: [Occasion]
  ) -> DetentionStatus {
    let isGroup = registry[person]?.isGroup ?? false
    // A group has none, and nothing that rests on it.
    let liberty = isGroup ? LibertyFold { _ in false } : fold.liberty
    let basis = liberty.spells.last?.basis ?? []
    let undecided = isGroup ? nil : undecidable(certain, fold, of: person)
    var others = Set(
      possible.filter(\.canMove).map {
        self.fold(PersonOrder.sorted(certain + [$0]), of: person).liberty.liberty
      }
    )
    if let undecided { others.insert(undecided.state) }
    others.remove(liberty.liberty)
    var seen: Set<EntityID> = []
    let sources = basis.flatMap(\.sources).map(\.source).filter { seen.insert($0).inserted }
    return DetentionStatus(
      person: person,
      isGroup: isGroup,
      asOf: day,
      liberty: liberty.liberty,
      since: liberty.spells.last?.from,
      heldSince: liberty.liberty.isHeld ? liberty.custody?.since : nil,
      isCurrent: liberty.isCurrent(on: day),
      lastEvidence: liberty.lastEvidence,
      possibly: isGroup ? [] : LibertyState.allCases.filter(others.contains),
      certainty: basis.map(\.certainty).min(),
      expectedEnd: liberty.end,
      endReason: liberty.endReason,
      place: liberty.place,
      process: fold.process.state,
      restrictions: fold.restrictions.inForce(on: day),
      recognition: fold.recognition.entries,
      basis: basis.map(\.id),
      sources: sources,
      anomalies: isGroup
        ? [] : liberty.anomalies(on: day) + (undecided.map { [$0.anomaly] } ?? []),
      spells: isGroup ? [] : liberty.spells
    )
  }

  /// Another possible order of events that overlap, if it ends in another *held*.
  private func undecidable(
    _ certain: [Occasion],
    _ fold: PersonFold,
    of person: EntityID
  ) -> (state: LibertyState, anomaly: Anomaly)? {
    for pair in UndecidedPair.all(in: certain) {
      let constraint = (before: pair.release, after: pair.taking)
      guard let other = PersonOrder.sorted(certain, also: constraint) else { continue }
      let state = self.fold(other, of: person).liberty.liberty
      guard state.isHeld != fold.liberty.liberty.isHeld else { continue }
      let events = [pair.taking, pair.release].map { certain[$0].happening.id }
      return (
        state,
        Anomaly(
          kind: .orderUndecidable,
          text: "the dates do not tell whether the release came before or after the taking",
          events: events
        )
      )
    }
    return nil
  }
}
