package import Events

/// What happened to one person, and what must be known of others to fold it.
package struct PersonHistory: Sendable {
  package let person: EntityID
  /// What happened to them, in the order of the log.
  package let happenings: [Happening]
  let known: any KnownEntities
  /// The events to which others of the history refer as what they are about or replace.
  let referred: Set<EventID>

  /// `person` is the id under which views show them.
  package init(
    of person: EntityID,
    happenings: [Happening],
    among known: any KnownEntities
  ) {
    self.person = person
    self.happenings = happenings
    self.known = known
    var referred: Set<EventID> = []
    for happening in happenings { happening.eachNamedEvent { referred.insert($0) } }
    self.referred = referred
  }
}

/// What a fold must know of whoever and whatever is registered.
package protocol KnownEntities: Sendable {
  func isGroup(_ id: EntityID) -> Bool
  /// What kind of organisation or place it is.
  func form(of id: EntityID) -> String?
  /// The id under which views show `id`.
  func canonical(_ id: EntityID) -> EntityID
}

extension Registry: KnownEntities {
  package func isGroup(_ id: EntityID) -> Bool { self[id]?.isGroup ?? false }
  package func form(of id: EntityID) -> String? { self[id]?.form }
}

extension PersonHistory {
  /// Where the person stood at the end of `day`.
  package func detentionStatus(asOf day: Day) -> DetentionStatus {
    let occasions = occasions
    let situation = Situation(
      of: self,
      certain: occasions.filter { $0.hasCertainlyBegun(by: day) },
      possible: occasions.filter {
        !$0.hasCertainlyBegun(by: day) && $0.hasPossiblyBegun(by: day)
      }
    )
    return situation.status(asOf: day)
  }

  /// The states of liberty by the end of `day`, one after the other; none for a group.
  package func libertySpells(asOf day: Day) -> [LibertySpell] {
    if known.isGroup(person) { return [] }
    let certain = PersonOrder.sorted(occasions.filter { $0.hasCertainlyBegun(by: day) })
    return CustodyFold(self).folding(certain).liberty.spells
  }

  /// Everything that has a place in the order of the person's events.
  var occasions: [Occasion] {
    var occasions: [Occasion] = []
    occasions.reserveCapacity(happenings.count)
    for happening in happenings {
      if let stated = Occasion(statedBy: happening) { occasions.append(stated) }
      occasions.append(Occasion(happening))
    }
    return occasions
  }
}
