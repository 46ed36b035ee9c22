import Events

/// A person's occasions in the order of their fold, while more and more of them have begun.
struct GrowingOrder {
  /// What has certainly begun, in the order of the fold.
  private(set) var occasions: [Occasion] = []
  /// For each of these, the days of all up to it.
  private var former: [PersonOrder.Former] = []
  /// The latest day of what was added and carries an `order`.
  private var latestOrdered = Int.min
  /// Whether something is `after` something else.
  private let hasBound: Bool
  /// Days of occasions that overlap and carry an `order`, unless each is of one day.
  ///
  /// There an order can lead in a circle with the days, and what is added can change where that is
  /// cut.
  private let ties: [ClosedRange<Int>]
  private let reach: Int

  /// What adding occasions did.
  struct Change {
    /// How many occasions there were before.
    let formerCount: Int
    /// From where on other occasions stand than before.
    let start: Int
    /// Where the new ones stand; nowhere if what stood there before moved, too.
    let added: [Int]
    /// How many were put in order anew.
    let sortedCount: Int
  }

  /// An order to which `occasions` will be added, and nothing else.
  ///
  /// What moves is looked for among the last `reach` first.
  init(for occasions: [Occasion], reach: Int = 32) {
    self.reach = reach
    hasBound = occasions.contains { $0.happening.isBound }
    ties = GrowingOrder.ties(between: occasions.filter { $0.happening.order != nil })
  }

  private static func ties(between ordered: [Occasion]) -> [ClosedRange<Int>] {
    var ties: [ClosedRange<Int>] = []
    var group: [Occasion] = []
    var latest = Int.min
    func close() {
      guard group.count > 1, group.contains(where: { $0.earliest != $0.latest }) else { return }
      ties.append(group[0].earliest...latest)
    }
    for occasion in ordered.sorted(by: { $0.earliest < $1.earliest }) {
      if occasion.earliest > latest {
        close()
        group = []
      }
      group.append(occasion)
      latest = max(latest, occasion.latest)
    }
    close()
    return ties
  }

  /// Whether an order can lead in a circle with the days of `occasion`, or decides beside others.
  private mutating func isTied(_ occasion: Occasion) -> Bool {
    if hasBound { return true }
    if occasion.happening.order != nil {
      defer { latestOrdered = max(latestOrdered, occasion.latest) }
      if occasion.earliest <= latestOrdered { return true }
    }
    var (low, high) = (0, ties.count)
    while low < high {
      let middle = (low + high) / 2
      if ties[middle].upperBound < occasion.earliest { low = middle + 1 } else { high = middle }
    }
    return low < ties.count && ties[low].lowerBound <= occasion.latest
  }

  /// Puts each of `batch` where it belongs; `others` are those for which what is there would move.
  ///
  /// Their latest days are those of what is there, or later.
  mutating func insert(
    _ batch: ArraySlice<Occasion>,
    leaving others: inout [Occasion]
  ) -> Change? {
    let formerCount = occasions.count
    var places: [Int] = []
    for occasion in batch {
      guard !isTied(occasion), let place = place(of: occasion) else {
        others.append(occasion)
        continue
      }
      for index in places.indices where places[index] >= place { places[index] += 1 }
      places.append(place)
      occasions.insert(occasion, at: place)
      noteDays(from: place)
    }
    places.sort()
    guard let start = places.first else { return nil }
    return Change(formerCount: formerCount, start: start, added: places, sortedCount: 0)
  }

  /// Puts everything in order anew that `batch` can disturb.
  mutating func reorder(with batch: [Occasion]) -> Change {
    let formerCount = occasions.count
    let (kept, tail) = hasBound ? sorted(with: batch) : resorted(with: batch)
    // Of what can move, what stays where it was need not be folded again.
    let start = kept + zip(occasions[kept...], tail).prefix { $0.isSame(as: $1) }.count
    let former = Array(occasions[start...])
    occasions.replaceSubrange(start..., with: tail[(start - kept)...])
    noteDays(from: start)
    return Change(
      formerCount: formerCount,
      start: start,
      added: occasions[start...].places(lackedBy: former),
      sortedCount: formerCount - kept
    )
  }

  /// How many of the first stay, and what stands behind them: found from the end, in steps.
  private func resorted(with batch: [Occasion]) -> (kept: Int, tail: [Occasion]) {
    var width = reach
    while true {
      let start = max(0, occasions.count - width)
      let found = PersonOrder.resorted(
        occasions[start...],
        adding: batch,
        behind: start == 0 ? nil : former[start - 1]
      )
      if let (kept, tail) = found { return (start + kept, tail) }
      width *= 4
    }
  }

  /// The same where an `after` can point to anything that overlaps.
  private func sorted(with batch: [Occasion]) -> (kept: Int, tail: [Occasion]) {
    let kept = undisturbed(by: batch)
    return (kept, PersonOrder.sorted(Array(occasions[kept...] + batch)))
  }

  private mutating func noteDays(from start: Int) {
    former.removeSubrange(start...)
    for occasion in occasions[start...] {
      former.append(
        PersonOrder.Former(
          begun: max(occasion.earliest, former.last?.begun ?? Int.min),
          latest: max(occasion.latest, former.last?.latest ?? Int.min)
        )
      )
    }
  }

  /// Where `occasion` belongs, if the latest day of none of the others is later than its own.
  ///
  /// Nil if another, which stood before what must precede `occasion`, comes behind it.
  ///
  /// It can come last of all, and does as soon as what would come last without it precedes it.
  private func place(of occasion: Occasion) -> Int? {
    let candidate = Candidate(occasion, index: 0)
    var place = occasions.count
    while place > 0, occasions[place - 1].latest >= occasion.earliest {
      if Candidate(occasions[place - 1], index: 0).precedes(candidate) { return place }
      place -= 1
    }
    var other = place
    while other > 0, former[other - 1].latest >= occasion.earliest {
      other -= 1
      if occasions[other].latest >= occasion.earliest,
        !Candidate(occasions[other], index: 0).precedes(candidate)
      {
        return nil
      }
    }
    return place
  }

  /// How many of the first occasions keep their place, whatever the order of the others and of
  /// `batch` is: all that stays comes before all of the others.
  private func undisturbed(by batch: [Occasion]) -> Int {
    guard var earliest = batch.map(\.earliest).min() else { return occasions.count }
    var count = occasions.count
    while count > 0, former[count - 1].latest >= earliest {
      count -= 1
      earliest = min(earliest, occasions[count].earliest)
    }
    return count
  }
}

extension ArraySlice<Occasion> {
  /// Where that stands which `former` lacks; nowhere if what it has stands in another order.
  fileprivate func places(lackedBy former: [Occasion]) -> [Int] {
    var places: [Int] = []
    var next = 0
    for place in indices {
      if next < former.endIndex, former[next].isSame(as: self[place]) {
        next += 1
      } else {
        places.append(place)
      }
    }
    return next == former.endIndex ? places : []
  }
}
