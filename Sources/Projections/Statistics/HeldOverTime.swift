package import Events

/// How many were held at the end of one day.
package struct HeldNumber: Row, Hashable {
  package let day: Day
  /// All who were held, the not confirmed among them.
  package internal(set) var held = 0
  /// Of these, those whose state was not confirmed up to the day.
  package internal(set) var notCurrent = 0
  package internal(set) var houseArrest = 0
  package internal(set) var openFacility = 0
  package internal(set) var disappeared = 0

  package static let columns = [
    "day", "held", "not_current", "house_arrest", "open_facility", "disappeared",
  ]

  package var json: JSON {
    .object([
      JSONMember("day", .text(day.description)),
      JSONMember("held", .integer(held)),
      JSONMember("not_current", .integer(notCurrent)),
      JSONMember("house_arrest", .integer(houseArrest)),
      JSONMember("open_facility", .integer(openFacility)),
      JSONMember("disappeared", .integer(disappeared)),
    ])
  }

  package init(day: Day) {
    self.day = day
  }

  /// Adds the person of a status, unless that is a group.
  mutating func count(_ status: DetentionStatus) {
    if !status.isGroup { count(status.liberty, isConfirmed: status.isCurrent) }
  }

  /// Adds somebody who is in that state on the day.
  package mutating func count(_ liberty: LibertyState, isConfirmed: Bool) {
    switch liberty {
    case .houseArrest: houseArrest += 1
    case .openFacility: openFacility += 1
    case .disappeared: disappeared += 1
    case let liberty where liberty.isHeld:
      held += 1
      if !isConfirmed { notCurrent += 1 }
    default: return
    }
  }
}

/// The steps in which time is walked.
package enum CalendarStep: String, CaseIterable, Sendable {
  case month, year
}

extension Record {
  /// How many were held at the end of each month or year from `first` to `last`, and on `last`.
  package func heldOverTime(from first: Day, to last: Day, by step: CalendarStep) -> [HeldNumber] {
    var numbers = step.ends(from: first, to: last).map { HeldNumber(day: $0) }
    for person in persons { history(of: person).count(in: &numbers) }
    return numbers
  }
}

extension PersonHistory {
  /// Adds the person to the number of each day on which they were held or are counted apart.
  package func count(in numbers: inout [HeldNumber]) {
    if known.isGroup(person) { return }
    var sweep = LibertySweep(self)
    for index in numbers.indices {
      let day = numbers[index].day
      sweep.advance(to: day)
      let liberty = sweep.liberty
      numbers[index].count(liberty.liberty, isConfirmed: liberty.currency.includes(day))
    }
  }
}

extension CalendarStep {
  /// The last days of the steps from `first` on, and `last`.
  package func ends(from first: Day, to last: Day) -> [Day] {
    var ends: [Day] = []
    var (year, month, _) = first.civil
    while let next = Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1) {
      let end = next.adding(days: -1)
      guard end < last else { break }
      if self == .month || month == 12 { ends.append(end) }
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return first <= last ? ends + [last] : []
  }
}
