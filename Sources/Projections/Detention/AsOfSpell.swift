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
    if happenings.count > LibertySweep.happeningsMax { return nil }
    var sweep = LibertySweep(self)
    return sweep.run() ? sweep.spells : nil
  }
}

/// Folds a person's events day by day, as far as each day knows of them.
///
/// What comes later in the order than all before it extends the fold; what comes between them takes
/// it up again from the last state that it leaves as it was.
private struct LibertySweep {
  private(set) var spells: [AsOfSpell] = []
  private let history: PersonHistory
  /// The occasions of one day after the other, by the day on which each has certainly begun.
  private let batches: [(day: Day, occasions: [Occasion])]
  private let hasAfter: Bool
  /// What has certainly begun, in the order of the fold.
  private var order: [Occasion] = []
  /// For each of these, the latest day of all up to it.
  private var latest: [Int] = []
  private var fold: CustodyFold
  private var checkpoints: [(count: Int, fold: CustodyFold)] = []
  /// How many more occasions may be folded before the sweep gives up; every one that is added
  /// brings some more, so that what would take too long is told early.
  private var steps: Int
  private static let stepsOfEach = 20

  /// How many occasions lie between two states that are kept, near the end of the order.
  private static let distance = 16
  private static let checkpointsMax = 32
  /// Histories that are longer are not worth the try.
  static let happeningsMax = 20_000

  init(_ history: PersonHistory) {
    self.history = history
    fold = CustodyFold(history)
    let occasions = history.occasions
    hasAfter = occasions.contains { $0.happening.isBound }
    var batches: [(day: Day, occasions: [Occasion])] = []
    for occasion in occasions.sorted(by: { $0.latest < $1.latest }) {
      guard let day = occasion.bounds.latest else { break }
      if batches.last?.day == day {
        batches[batches.count - 1].occasions.append(occasion)
      } else {
        batches.append((day, [occasion]))
      }
    }
    self.batches = batches
    steps = 2048 + 4 * occasions.count
  }

  /// False if it gave up.
  mutating func run() -> Bool {
    for batch in batches {
      steps += LibertySweep.stepsOfEach * batch.occasions.count
      add(batch.occasions)
      if steps < 0 { return false }
      note(batch.day)
    }
    return true
  }

  private mutating func add(_ batch: [Occasion]) {
    let kept = undisturbed(by: batch)
    let tail = PersonOrder.sorted(order[kept...] + batch)
    // Of what can move, what stays where it was need not be folded again.
    let same = zip(order[kept...], tail).prefix { $0.isSame(as: $1) }.count
    resume(at: kept + same)
    order.removeSubrange((kept + same)...)
    latest.removeSubrange((kept + same)...)
    for occasion in tail[same...] { take(occasion) }
  }

  /// How many of the first occasions keep their place, whatever the order of the others and of
  /// `batch` is: all of them come before all of the others.
  private func undisturbed(by batch: [Occasion]) -> Int {
    // What is `after` something else can move what its days would leave in place.
    if hasAfter { return 0 }
    guard var earliest = batch.map(\.earliest).min() else { return order.count }
    var count = order.count
    while count > 0, latest[count - 1] >= earliest {
      count -= 1
      earliest = min(earliest, order[count].earliest)
    }
    return count
  }

  /// Takes the fold back to where the first `count` occasions had led.
  private mutating func resume(at count: Int) {
    guard count < order.count else { return }
    while let last = checkpoints.last, last.count > count { checkpoints.removeLast() }
    let start = checkpoints.last
    fold = start?.fold ?? CustodyFold(history)
    for occasion in order[(start?.count ?? 0)..<count] {
      fold.take(occasion)
      steps -= 1
    }
  }

  private mutating func take(_ occasion: Occasion) {
    fold.take(occasion)
    order.append(occasion)
    latest.append(max(occasion.latest, latest.last ?? Int.min))
    steps -= 1
    guard order.count - (checkpoints.last?.count ?? 0) >= LibertySweep.distance else { return }
    checkpoints.append((order.count, fold))
    if checkpoints.count > LibertySweep.checkpointsMax { thinOut() }
  }

  /// Drops every other of the older states, so that a long history costs no more memory than a
  /// short one: what comes between others mostly comes between the last of them.
  private mutating func thinOut() {
    let older = checkpoints.count / 2
    checkpoints = checkpoints.indices.filter { $0 >= older || $0.isMultiple(of: 2) }
      .map { checkpoints[$0] }
  }

  /// Notes the answer about `day`, if it is another than about the day before.
  private mutating func note(_ day: Day) {
    let currency = fold.liberty.currency
    var until: Day?
    if case .until(let last) = currency { until = last }
    let spell = AsOfSpell(
      from: day,
      to: nil,
      liberty: fold.liberty.liberty,
      since: fold.liberty.spells.last?.from,
      isConfirmedForGood: currency == .always,
      confirmedUntil: until
    )
    if spells.isEmpty, spell.liberty == .unknown { return }
    if let last = spells.last {
      if last.isSameAnswer(as: spell) { return }
      spells[spells.count - 1].to = day
    }
    spells.append(spell)
  }
}

extension AsOfSpell {
  fileprivate func isSameAnswer(as other: AsOfSpell) -> Bool {
    liberty == other.liberty && since == other.since
      && isConfirmedForGood == other.isConfirmedForGood && confirmedUntil == other.confirmedUntil
  }
}
