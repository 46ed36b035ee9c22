import Events
import Projections
import Testing

@testable import Exports

/// Names that stay are looked up only where they touch what is hidden.
@Suite struct NameFormsTests {
  private static let words = ["anna", "berg", "cem", "dahl", "ek", "falk", "gul", "holm"]

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `what is hidden is as if every name that stays was known`(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let person = try #require(EntityID("person"))
    let thing = try #require(EntityID("thing"))
    var kept = NamesInMemory()
    for _ in 0..<6 {
      kept.add(chance.words(2...4).joined(separator: " "), of: chance.below(3) > 0 ? person : thing)
    }
    var forms = NameForms(beside: KeptNames(kept) { $0 == person ? .person : .thing })
    let secret = chance.words(2...3)
    forms.hide(secret, fathers: [], showing: "X")
    for _ in 0..<20 {
      let text = chance.words(4...14)
      let hidden = Set(text.indices.filter { secret.contains(text[$0]) && chance.below(4) > 0 })
      let gaps = Set(text.indices.filter { _ in chance.below(10) == 0 })
      let isJoined = { (index: Int) in !gaps.contains(index) }
      let found = forms.spans(in: text, joinedBy: isJoined, isHidden: { hidden.contains($0) })
      let all = forms.spans(in: text, joinedBy: isJoined, isHidden: { _ in true })
      #expect(
        NameFormsTests.result(found, hidden) == NameFormsTests.result(all, hidden),
        "\(text) \(secret) \(hidden) \(gaps)"
      )
    }
  }

  /// The names that are hidden, and the hidden words that stand in no name that stays.
  private static func result(_ spans: [NameForms.Span], _ hidden: Set<Int>) -> [String] {
    spans.filter(\.hides).map { "\($0.range) \($0.shown ?? "")" }
      + hidden.filter { index in !spans.contains { $0.range.contains(index) } }.sorted()
      .map(String.init)
  }

  private struct Chance {
    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }

    mutating func words(_ counts: ClosedRange<Int>) -> [String] {
      (0..<counts.lowerBound + below(counts.count)).map { _ in
        NameFormsTests.words[below(NameFormsTests.words.count)]
      }
    }
  }
}
