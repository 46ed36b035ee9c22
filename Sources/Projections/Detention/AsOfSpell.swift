package import Events

/// A stretch of days about which the record gives one answer to where a person stood.
///
/// Not the same as a `LibertySpell`, which tells the past as it is known at the end: whoever is
/// said in 2017 to have been arrested some time in 2016 was not known to be held in June of it.
package struct AsOfSpell: Sendable, Hashable {
  /// The first day about which this is the answer.
  package let from: Day
  /// The first day about which another is; nil while this one lasts.
  package internal(set) var to: Day?
  package let liberty: LibertyState
  package let since: SinceDate?
  /// Whether nothing makes the answer less sure as days go by.
  package let isConfirmedForGood: Bool
  /// Else the last day to which it is confirmed; nil if it never was.
  package let confirmedUntil: Day?

  /// Whether the state can be taken as the present one on `day`.
  package func isConfirmed(on day: Day) -> Bool {
    isConfirmedForGood || confirmedUntil.map { day <= $0 } ?? false
  }
}

extension PersonHistory {
  /// The answers about every day, one after the other, from the first day on which anything is
  /// known; nil where that would take too long to find out, as in the longest histories.
  package func asOfSpells() -> [AsOfSpell]? {
    if known.isGroup(person) { return [] }
    if happenings.count > PersonHistory.sweptMax { return nil }
    var sweep = LibertySweep(self)
    var spells: [AsOfSpell] = []
    while let day = sweep.nextDay {
      sweep.advance(to: day)
      if sweep.isTooLong { return nil }
      spells.add(AsOfSpell(from: day, sweep.liberty))
    }
    return spells
  }

  /// Histories that are longer are not worth the try.
  private static let sweptMax = 20_000
}

extension [AsOfSpell] {
  /// Adds the answer about the days from `next` on, if it is another than before.
  fileprivate mutating func add(_ next: AsOfSpell) {
    if isEmpty, next.liberty == .unknown { return }
    if let last {
      if last.isSameAnswer(as: next) { return }
      self[count - 1].to = next.from
    }
    append(next)
  }
}

extension AsOfSpell {
  fileprivate init(from day: Day, _ fold: LibertyFold) {
    let currency = fold.currency
    from = day
    to = nil
    liberty = fold.liberty
    since = fold.spells.last?.from
    isConfirmedForGood = currency == .always
    if case .until(let last) = currency { confirmedUntil = last } else { confirmedUntil = nil }
  }
}

extension AsOfSpell {
  fileprivate func isSameAnswer(as other: AsOfSpell) -> Bool {
    liberty == other.liberty && since == other.since
      && isConfirmedForGood == other.isConfirmedForGood && confirmedUntil == other.confirmedUntil
  }
}
