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

  /// Another possible order of events that overlap, if it ends in another *held*.
  func undecidable(
    _ order: SettledOrder,
    _ liberty: LibertyState
  ) -> (state: LibertyState, anomaly: Anomaly)? {
    let certain = order.occasions
    let pairs = UndecidedPair.all(in: certain)
    if pairs.isEmpty { return nil }
    var courses = OtherCourses(of: self, order, endingIn: liberty)
    let prefixes = folds(of: certain, before: Set(pairs.map(\.taking)))
    for pair in pairs where courses.coveredCount < PersonHistory.coveredMax {
      let end = order.end(behind: pair.release)
      guard let prefix = prefixes[pair.taking],
        let part = PersonOrder.reordered(
          certain,
          before: pair.release,
          after: pair.taking,
          to: end
        )
      else { continue }
      let state = courses.liberty(from: prefix, taking: part, to: end)
      guard state.isHeld != liberty.isHeld else { continue }
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

  /// How many events of one person other orders may cover together; what is later decides, so the
  /// latest orders come first.
  private static let coveredMax = 20_000

  /// What the occasions before each of `starts` lead to.
  private func folds(of occasions: [Occasion], before starts: Set<Int>) -> [Int: CustodyFold] {
    guard let last = starts.max() else { return [:] }
    var folds: [Int: CustodyFold] = [:]
    var fold = CustodyFold(self)
    for index in 0...last {
      if starts.contains(index) { folds[index] = fold.withoutPast }
      if index < last { fold.take(occasions[index]) }
    }
    return folds
  }
}
