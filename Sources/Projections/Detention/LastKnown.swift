package import Events

/// Where a person stood last, from everything that happened to them, whatever the day is.
package struct LastKnown: Sendable {
  /// Nil for a group.
  package let liberty: LibertyState?
  package let since: SinceDate?
  package let heldSince: SinceDate?
  package let lastEvidence: Day?
  package let expectedEnd: ExpectedEnd?
  package let place: EntityID?
  package let process: ProcessState
  package let certainty: Certainty?
  package let recognition: [Recognition]
}

extension PersonHistory {
  /// Where the person stood last.
  package func lastKnown() -> LastKnown {
    var fold = PersonFold(self)
    let certain = occasions.filter { $0.bounds.latest != nil }
    for occasion in PersonOrder.sorted(certain) { fold.take(occasion) }
    let isGroup = known.isGroup(person)
    // A group has none, and nothing that rests on it.
    let liberty = isGroup ? LibertyFold() : fold.custody.liberty
    return LastKnown(
      liberty: isGroup ? nil : liberty.liberty,
      since: liberty.spells.last?.from,
      heldSince: liberty.liberty.isHeld ? liberty.custody?.since : nil,
      lastEvidence: liberty.lastEvidence,
      expectedEnd: liberty.end,
      place: liberty.place,
      process: fold.custody.process.state,
      certainty: liberty.spells.last?.basis.map(\.certainty).min(),
      recognition: fold.recognition.entries
    )
  }
}
