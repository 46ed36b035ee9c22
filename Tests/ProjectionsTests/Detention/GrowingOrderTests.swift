import Events
import Testing

@testable import Projections

/// Whatever is recorded, contradictions too: an order is the same however it came about.
@Suite struct GrowingOrderTests {
  private static func histories(_ seed: UInt64) throws -> [PersonHistory] {
    var random = RandomChronicle(seed: seed)
    let record = try Chronicle(random.lines(60).joined(separator: "\n"), isLax: true).record
    return record.persons.map { record.history(of: $0) }
  }

  private static func places(_ occasions: [Occasion]) -> [String] {
    occasions.map { "\($0.happening.id)\($0.isEvent ? "" : " since")" }
  }

  @Test(arguments: Array(UInt64(1)...120))
  func `what grows day by day is what sorting makes of all`(seed: UInt64) throws {
    for history in try GrowingOrderTests.histories(seed) {
      var sweep = LibertySweep(history, reach: 1 + Int(seed % 3))
      while let day = sweep.nextDay {
        sweep.advance(to: day)
        let certain = history.occasions.filter { $0.hasCertainlyBegun(by: day) }
        let sorted = GrowingOrderTests.places(PersonOrder.sorted(certain))
        #expect(GrowingOrderTests.places(sweep.order.occasions) == sorted, "\(day)")
      }
    }
  }

  @Test(arguments: Array(UInt64(1)...120))
  func `it does not matter in which order occasions are given`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    for history in try GrowingOrderTests.histories(seed) {
      let sorted = PersonOrder.sorted(history.occasions)
      let shuffled = PersonOrder.sorted(history.occasions.shuffled(using: &numbers))
      #expect(GrowingOrderTests.places(sorted) == GrowingOrderTests.places(shuffled))
      #expect(sorted.count == history.occasions.count)
      #expect(Set(GrowingOrderTests.places(sorted)).count == sorted.count)
    }
  }

  @Test(arguments: Array(UInt64(1)...120))
  func `one that is added stands where sorting puts it`(seed: UInt64) throws {
    for history in try GrowingOrderTests.histories(seed) {
      let occasions = history.occasions
      for place in occasions.indices {
        var others = occasions
        let added = others.remove(at: place)
        let order = SettledOrder(PersonOrder.sorted(others))
        let change = order.adding(added)
        let changed =
          order.occasions[..<change.start] + change.part + order.occasions[change.end...]
        let sorted = PersonOrder.sorted(occasions)
        #expect(GrowingOrderTests.places(Array(changed)) == GrowingOrderTests.places(sorted))
      }
    }
  }
}
