import Testing

@testable import Events

@Suite struct EntityListTests {
  private static func ids(_ seed: UInt64) -> [EntityID] {
    var numbers = SeededNumbers(state: seed)
    let count = [0, 1, 2, 3, 15, 16, 17, 40].randomElement(using: &numbers) ?? 0
    return (0..<count).compactMap { _ in EntityID("p-\(Int.random(in: 0..<50, using: &numbers))") }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `a list is what an array of the same ids is`(seed: UInt64) {
    let ids = EntityListTests.ids(seed)
    var appended = EntityList()
    for id in ids { appended.append(id) }
    #expect(Array(appended) == ids)
    #expect(appended == EntityList(ids) && appended.count == ids.count)
    #expect(appended.indices.map { appended[$0] } == ids)
    #expect(EntityList(ids.dropLast()) + ids.suffix(1) == appended)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `mapped ids come once, where they come first`(seed: UInt64) throws {
    let ids = EntityListTests.ids(seed)
    let one = try #require(EntityID("p-1"))
    for isMerged in [false, true] {
      // Half of all become names of one.
      let merge: (EntityID) -> EntityID = {
        isMerged && ($0.text.utf8.last ?? 0) < UInt8(ascii: "5") ? one : $0
      }
      var expected: [EntityID] = []
      for id in ids.map(merge) where !expected.contains(id) { expected.append(id) }
      #expect(Array(EntityList(ids).mappedOnce(merge)) == expected)
    }
  }
}
