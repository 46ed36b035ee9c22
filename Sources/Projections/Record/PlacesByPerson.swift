internal import Events

/// Where in a list of happenings those of each person stand, in its order.
///
/// All places lie in one array, those of one person side by side.
struct PlacesByPerson: Sendable {
  private let numbers: [EntityID: Int32]
  private let places: [Int32]
  /// For each person where their places end in the array, and those of the next begin.
  private let ends: [Int32]

  init(_ happenings: [Happening]) {
    var numbers: [EntityID: Int32] = [:]
    var counts: [Int32] = []
    var numbersInOrder: [Int32] = []
    numbersInOrder.reserveCapacity(happenings.count)
    for happening in happenings {
      for person in happening.persons {
        let number = numbers[person] ?? Int32(counts.count)
        if number == counts.count {
          numbers[person] = number
          counts.append(0)
        }
        counts[Int(number)] += 1
        numbersInOrder.append(number)
      }
    }
    var ends: [Int32] = []
    ends.reserveCapacity(counts.count)
    for count in counts { ends.append((ends.last ?? 0) + count) }
    var next = zip(ends, counts).map { $0 - $1 }
    var places = [Int32](repeating: 0, count: numbersInOrder.count)
    var mention = 0
    for (place, happening) in happenings.enumerated() {
      for _ in 0..<happening.persons.count {
        let number = Int(numbersInOrder[mention])
        places[Int(next[number])] = Int32(place)
        next[number] += 1
        mention += 1
      }
    }
    self.numbers = numbers
    self.places = places
    self.ends = ends
  }

  /// Everybody to whom something happened.
  var persons: some Collection<EntityID> { numbers.keys }

  /// The places of what happened to `person`.
  subscript(person: EntityID) -> ArraySlice<Int32> {
    guard let number = numbers[person].map(Int.init) else { return [] }
    return places[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }
}
