import Events
import Testing

@testable import Projections

@Suite struct PlacesByPersonTests {
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `each person has what happened to them, in its order`(seed: UInt64) throws {
    var random = RandomChronicle(seed: seed)
    let count = seed == 1 ? 0 : 60
    let record = try Chronicle(random.lines(count).joined(separator: "\n"), isLax: true).record
    let places = PlacesByPerson(record.happenings)
    let persons = Set(record.happenings.flatMap(\.persons))
    #expect(Set(places.persons) == persons)
    for person in persons.union([try #require(EntityID("nobody"))]) {
      let expected = record.happenings.indices.filter {
        record.happenings[$0].persons.contains(person)
      }
      #expect(places[person].map(Int.init) == expected, "\(person)")
      #expect(record.happenings(of: person).map(\.id) == expected.map { record.happenings[$0].id })
    }
  }
}
