@testable import Events

/// A small record, told by hand.
struct KnownRecord: References {
  var sorts: [String: EntitySort] = [
    "anna-berg": .person, "bo-lind": .person, "court": .organisation, "watch": .organisation,
    "xy": .place, "xy/northport": .place, "letter-1": .source, "rally": .caseFile,
  ]
  var outlines: [String: EventOutline] = [
    "arrest-1": EventOutline(kind: "arrest", isAccount: false),
    "arrest-1b": EventOutline(kind: "arrest", isAccount: true),
    "person-1": EventOutline(kind: "person", isAccount: false),
    "withheld-1": EventOutline(kind: nil, isAccount: false),
  ]

  func sort(of id: EntityID) -> EntitySort? { sorts[id.text] }
  func outline(of event: EventID) -> EventOutline? { outlines[event.text] }

  func nearest(to id: String, among sorts: [EntitySort]) -> [String] {
    let known = self.sorts.filter { sorts.contains($0.value) }.map(\.key)
    return Spelling.nearest(to: id, in: known, limit: 3)
  }
}
