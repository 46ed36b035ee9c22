import Events

/// A person's occasions in the order of their fold, while more and more of them have begun.
struct GrowingOrder {
  /// What has certainly begun, in the order of the fold.
  private(set) var occasions: [Occasion] = []
  /// For each of these, the latest day of all up to it.
  private var latest: [Int] = []
  /// Whether something is `after` something else, or carries an `order` beside others that do.
  private let isTied: Bool

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
  init(for occasions: [Occasion]) {
    isTied =
      occasions.contains { $0.happening.isBound }
      || occasions.count { $0.happening.order != nil } > 1
  }

  /// Puts each of `batch` where it belongs; `others` are those for which what is there would move.
  ///
  /// Their latest days are those of what is there, or later.
  mutating func insert(
    _ batch: ArraySlice<Occasion>,
    leaving others: inout [Occasion]
  ) -> Change? {
    if isTied {
      others += batch
      return nil
    }
    let formerCount = occasions.count
    var places: [Int] = []
    for occasion in batch {
      guard let place = place(of: occasion) else {
        others.append(occasion)
        continue
      }
      for index in places.indices where places[index] >= place { places[index] += 1 }
      places.append(place)
      occasions.insert(occasion, at: place)
      noteLatest(from: place)
    }
    places.sort()
    guard let start = places.first else { return nil }
    return Change(formerCount: formerCount, start: start, added: places, sortedCount: 0)
  }

  /// Puts everything in order anew that `batch` can disturb.
  mutating func reorder(with batch: [Occasion]) -> Change {
    let formerCount = occasions.count
    let kept = undisturbed(by: batch)
    let tail = PersonOrder.sorted(Array(occasions[kept...] + batch))
    // Of what can move, what stays where it was need not be folded again.
    let start = kept + zip(occasions[kept...], tail).prefix { $0.isSame(as: $1) }.count
    let former = Array(occasions[start...])
    occasions.replaceSubrange(start..., with: tail[(start - kept)...])
    noteLatest(from: start)
    return Change(
      formerCount: formerCount,
      start: start,
      added: occasions[start...].places(lackedBy: former),
      sortedCount: formerCount - kept
    )
  }

  private mutating func noteLatest(from start: Int) {
    latest.removeSubrange(start...)
    for occasion in occasions[start...] {
      latest.append(max(occasion.latest, latest.last ?? Int.min))
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
    while other > 0, latest[other - 1] >= occasion.earliest {
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
    while count > 0, latest[count - 1] >= earliest {
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
