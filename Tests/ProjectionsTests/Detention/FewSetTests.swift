import Events
import Testing

@testable import Projections

@Suite struct FewSetTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `it has the members that a set has`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var few = FewSet<Int>()
    var set: Set<Int> = []
    for _ in 0..<40 {
      let member = Int.random(in: 0..<4, using: &numbers)
      if Bool.random(using: &numbers) {
        few.insert(member)
        set.insert(member)
      } else {
        few.remove(member)
        set.remove(member)
      }
      #expect((0..<4).filter(few.contains) == set.sorted())
      #expect(few.count == set.count && few.isEmpty == set.isEmpty)
      #expect(few.only == (set.count == 1 ? set.first : nil))
      #expect(few.contains { $0 > 1 } == set.contains { $0 > 1 })
      // However it came to have them.
      var other = FewSet<Int>()
      for member in set.shuffled(using: &numbers) { other.insert(member) }
      #expect(few == other)
      other.insert(4)
      #expect(few != other)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a basis keeps each event once, where it was put`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let count = 30
    let story = try Story((0..<count).map { _ in "arrest 2016" })
    let happenings = story.record.history(of: try #require(EntityID("anna"))).happenings
    var basis = Basis()
    var ids: [EventID] = []
    for _ in 0..<60 {
      let happening = try #require(happenings.randomElement(using: &numbers))
      let place =
        Bool.random(using: &numbers) ? Int.random(in: 0...ids.count, using: &numbers) : nil
      basis.insert(happening, at: place)
      if !ids.contains(happening.id) { ids.insert(happening.id, at: place ?? ids.count) }
      #expect(basis.map(\.id) == ids && basis.firstID == ids.first && basis.count == ids.count)
      #expect(happenings.allSatisfy { basis.contains($0.id) == ids.contains($0.id) })
    }
    var other = Basis()
    for happening in happenings.reversed() where ids.contains(happening.id) {
      other.insert(happening)
      #expect(other.isSame(as: basis) == (other.count == ids.count))
    }
  }
}
