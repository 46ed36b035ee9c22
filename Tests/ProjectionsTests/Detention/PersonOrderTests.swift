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
}
