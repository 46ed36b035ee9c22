import Events
import Testing

@testable import Projections

@Suite struct PersonOrderTests {
  private static let dates = [
    "2016", "2016-05", "2016-05-17", "../2016-06", "2016-05-17/..", "[2016-05-17,2016-08]", "2017",
  ]
  private static let kinds = ["arrest", "release", "remand", "health", "death"]

  /// Two are put in order by a comparison; an event that binds nobody must not change that.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `two events stand as the sweep over the days puts them`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    func draft() -> String {
      let kind = PersonOrderTests.kinds.randomElement(using: &numbers) ?? ""
      let date = PersonOrderTests.dates.randomElement(using: &numbers) ?? ""
      let order = ["", " order:=1", " order:=2"].randomElement(using: &numbers) ?? ""
      return "\(kind) \(date)\(order)\(kind == "health" ? " form=condition" : "")"
    }
    let two = [draft(), draft()]
    // What is bound is swept over; it stands far behind both.
    let bound =
      two + ["verdict 2030 outcome=convicted", #"appeal 2031 after:=["e3"] outcome=upheld"#]
    let anna = try #require(EntityID("anna"))
    let orders = try [two, bound].map { drafts in
      PersonOrder.sorted(try Story(drafts).record.history(of: anna).occasions).map(\.happening.id)
    }
    #expect(orders[0] == Array(orders[1].prefix(2)), "\(two)")
  }

  /// Where days and `order` lead in no circle, both are kept, whatever else is preferred.
  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `days and order bind where they can`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let drafts = (0..<7).map { _ in
      let kind = PersonOrderTests.kinds.randomElement(using: &numbers) ?? ""
      let month = Int.random(in: 1...6, using: &numbers)
      let date = ["2016", "2016-0\(month)", "2016-0\(month)-1\(month)", "2016-0\(month)/2016-08"]
        .randomElement(using: &numbers)
      let order = ["", "", " order:=1", " order:=2", " order:=3"].randomElement(using: &numbers)
      return "\(kind) \(date ?? "")\(order ?? "")\(kind == "health" ? " form=condition" : "")"
    }
    let history = try Story(drafts).record.history(of: #require(EntityID("anna")))
    let sorted = PersonOrder.sorted(history.occasions)
    let breaches = sorted.indices.filter { place in
      sorted[..<place].contains { PersonOrderTests.mustPrecede(sorted[place], $0) }
    }
    #expect(breaches.isEmpty || PersonOrderTests.leadsInCircle(sorted), "\(drafts)")
  }

  /// Whether days, or `order` where days leave both free, put `first` before `second`.
  private static func mustPrecede(_ first: Occasion, _ second: Occasion) -> Bool {
    if !first.overlaps(second) { return first.latest < second.earliest }
    guard let a = first.happening.order, let b = second.happening.order else { return false }
    return a < b
  }

  private static func leadsInCircle(_ occasions: [Occasion]) -> Bool {
    var left = occasions
    while let free = left.indices.first(where: { place in
      !left.indices.contains { $0 != place && mustPrecede(left[$0], left[place]) }
    }) {
      left.remove(at: free)
    }
    return !left.isEmpty
  }
}
