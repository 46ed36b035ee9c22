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
  /// Since when `liberty` holds (EDTF); nil while nothing is known.
  package let since: String?
  /// Since when the person has been held without a break (EDTF); nil when not held.
  package let heldSince: String?
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
    history(of: person).detentionStatus(asOf: day)
  }

  /// The states of liberty in which `person` was by the end of `day`, one after the other, the last
  /// one being that of the day; none for a group.
  package func libertySpells(of person: EntityID, asOf day: Day) -> [LibertySpell] {
    history(of: person).libertySpells(asOf: day)
  }

  /// Where everybody stood who has a value on some axis, in id order.
  package func detentionStatuses(asOf day: Day) -> [DetentionStatus] {
    persons.mapOnAllCores { detentionStatus(of: $0, asOf: day) }.filter(\.hasValue)
  }

  /// What happened to `person`, and what must be known of others to fold it.
  package func history(of person: EntityID) -> PersonHistory {
    PersonHistory(
      of: identities.canonical(person),
      happenings: happenings(of: person),
      among: registry
    )
  }
}
