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

  /// Whatever part of the end is looked at: it is enough, or it is told that it is not.
  @Test(arguments: Array(UInt64(1)...200))
  func `the end that is sorted anew is the end of all`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let dates = ["2016", "2016-0M", "2016-0M-1M", "2016-0M/2016-08", "[..2016-0M]", "2016-0M-2M"]
    let kinds = ["arrest", "release", "remand", "departure", "death", "charge"]
    let drafts = (0..<9).map { _ in
      let month = Int.random(in: 1...6, using: &numbers)
      let date = (dates.randomElement(using: &numbers) ?? "").replacing("M", with: "\(month)")
      let kind = kinds.randomElement(using: &numbers) ?? ""
      let form = kind == "departure" ? " form=left" : kind == "charge" ? " stage=brought" : ""
      let order = ["", " order:=1", " order:=2"].randomElement(using: &numbers) ?? ""
      return "\(kind) \(date)\(form)\(order)"
    }
    let history = try Story(drafts).record.history(of: #require(EntityID("anna")))
    let all = history.occasions.sorted { $0.latest < $1.latest }
    let former = PersonOrder.sorted(Array(all.dropLast(2)))
    let whole = GrowingOrderTests.places(PersonOrder.sorted(all))
    for start in former.indices {
      let days =
        former[..<start].isEmpty
        ? nil
        : PersonOrder.Former(
          begun: former[..<start].map(\.earliest).max() ?? Int.min,
          latest: former[..<start].map(\.latest).max() ?? Int.min
        )
      let found = PersonOrder.resorted(former[start...], adding: all.suffix(2), behind: days)
      guard let (kept, tail) = found else {
        #expect(start > 0)
        continue
      }
      let spliced = former[..<(start + kept)] + tail
      #expect(GrowingOrderTests.places(Array(spliced)) == whole, "\(drafts) from \(start)")
    }
  }
}
