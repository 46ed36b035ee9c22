package import Events

/// One thing that the record answers otherwise than before, and the events that made it so.
package struct Difference: Row {
  /// What a difference is about.
  package struct Subject: Hashable, Sendable {
    package let sort: Sort
    /// The id of a person, of another registration, or of an event; `everybody` for numbers.
    package let id: String

    static let everybody = Subject(sort: .numbers, id: "everybody")

    static func event(_ id: EventID, as sort: Sort) -> Subject { Subject(sort: sort, id: id.text) }
  }

  /// The sorts of subjects, in the order of the rows.
  package enum Sort: String, CaseIterable, Sendable {
    case numbers, person, organisation, place, source
    case caseFile = "case"
    case demand
    case borderMeasure = "border-measure"
    case election, count, event

    init(_ sort: EntitySort) {
      self =
        switch sort {
        case .person: .person
        case .organisation: .organisation
        case .place: .place
        case .source: .source
        case .caseFile: .caseFile
        }
    }

    fileprivate var rank: Int { Sort.allCases.firstIndex(of: self) ?? 0 }
  }

  package let subject: Subject
  /// The member of an answer that differs, such as `liberty`, or what became of the subject.
  package let what: String
  /// The value before; null where there was none.
  package let before: JSON
  package let after: JSON
  /// Through which events it changed, in the order of the log; empty where nothing but time did.
  package let events: [EventID]
  /// The people whom it concerns.
  package let persons: Set<EntityID>

  package static let columns = ["subject", "what", "before", "after", "events", "sort"]

  package var json: JSON {
    .object([
      JSONMember("subject", .text(subject.id)),
      JSONMember("what", .text(what)),
      JSONMember("before", before),
      JSONMember("after", after),
      JSONMember("events", .ids(events)),
      JSONMember("sort", .text(subject.sort.rawValue)),
    ])
  }
}

extension Difference.Subject: Comparable {
  package static func < (left: Difference.Subject, right: Difference.Subject) -> Bool {
    if left.sort != right.sort { return left.sort.rank < right.sort.rank }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }
}
