package import Events

/// Something that is to happen soon, or ought to have happened.
package struct Due: Row {
  /// Whom it concerns; nil for nobody in particular.
  package let person: EntityID?
  /// `hearing`, `visit`, `protest`, `election`, `term`, `remand` and so on.
  package let what: String
  /// The first day on which it can be; nil where that is not known.
  package let earliest: Day?
  /// The last day on which it can be; nil where that is not known.
  package let latest: Day?
  /// Whether its last day lies before the day that is asked about.
  package let isPassed: Bool
  /// Why no day is known.
  package let reason: String?
  package internal(set) var basis: [EventID]

  package static let columns = [
    "person", "what", "earliest", "latest", "passed", "reason", "basis",
  ]

  package var json: JSON {
    .object([
      JSONMember("person", .optional(person)),
      JSONMember("what", .text(what)),
      JSONMember("earliest", .optional(earliest)),
      JSONMember("latest", .optional(latest)),
      JSONMember("passed", .boolean(isPassed)),
      JSONMember("reason", .optional(reason)),
      JSONMember("basis", .ids(basis)),
    ])
  }

  /// By last day, those without one at the end; then first day, person, and what it is.
  fileprivate func precedes(_ other: Due) -> Bool {
    let mine = (latest?.number ?? Int.max, earliest?.number ?? Int.min)
    let theirs = (other.latest?.number ?? Int.max, other.earliest?.number ?? Int.min)
    if mine != theirs { return mine < theirs }
    return (person?.text ?? "", what) < (other.person?.text ?? "", other.what)
  }
}

extension Record {
  /// What is due within `days` of `day`, and terms that have passed, the most pressing first.
  package func dues(asOf day: Day, within days: Int) -> [Due] {
    Due.all(among: happenings, detentionStatuses(asOf: day), asOf: day, within: days)
  }
}

extension Due {
  /// What is due within `days` of `day` as these happenings plan it, and the terms of those whose
  /// statuses on `day` are given; the most pressing first.
  package static func all(
    among happenings: [Happening],
    _ statuses: [DetentionStatus],
    asOf day: Day,
    within days: Int
  ) -> [Due] {
    let horizon = day.adding(days: days)
    return
      (planned(by: happenings, from: day, until: horizon)
      + statuses.compactMap { Due(termOf: $0, until: horizon) })
      .sorted { $0.precedes($1) }
  }

  /// What is planned by events of a kind; other kinds plan nothing.
  package static let planned = [
    "trial": "hearing", "meeting": "visit", "protest": "protest", "election": "election",
  ]

  /// Hearings, visits, protests and elections that can still come from `day` on, `day` included.
  ///
  /// Announced by a `for`, or dated later; one row where several events speak of the same.
  private static func planned(
    by happenings: [Happening],
    from day: Day,
    until horizon: Day
  ) -> [Due] {
    var dues: [Due] = []
    var rows: [PlannedKey: Int] = [:]
    let planning = happenings.filter { Due.planned[$0.kind] != nil }
    for happening in planning.sorted(by: { $0.position < $1.position }) {
      guard let what = Due.planned[happening.kind] else { continue }
      var bounds = happening.plannedDate.map { [$0.beginning] } ?? []
      if !happening.hasPossiblyBegun(by: day), !happening.isCalledOff {
        bounds.append(happening.beginning)
      }
      for bounds in bounds where bounds.touches(day...horizon) {
        for person in happening.persons.isEmpty ? [nil] : happening.persons.map(Optional.some) {
          let key = PlannedKey(person: person, what: what, bounds: bounds)
          if let row = rows[key] {
            dues[row].basis.append(happening.id)
            continue
          }
          rows[key] = dues.count
          dues.append(
            Due(
              person: person,
              what: what,
              earliest: bounds.earliest,
              latest: bounds.latest,
              isPassed: false,
              reason: nil,
              basis: [happening.id]
            )
          )
        }
      }
    }
    return dues
  }
}

private struct PlannedKey: Hashable {
  let person: EntityID?
  let what: String
  let bounds: DayBounds
}

extension DayBounds {
  /// Whether one of its days can lie in `days`.
  fileprivate func touches(_ days: ClosedRange<Day>) -> Bool {
    (earliest.map { $0 <= days.upperBound } ?? true)
      && (latest.map { $0 >= days.lowerBound } ?? true)
  }
}
