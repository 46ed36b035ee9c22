package import Events

/// A stage of an election.
package struct Election: Row {
  package let happening: Happening
  package let candidates: EntityList
  package let winner: EntityID?
  /// Whether it can have happened by the day that is asked about, but not certainly.
  package let isPossible: Bool

  package var office: String? { happening.details.text("office") }
  package var stage: String? { happening.details.text("stage") }

  package static let columns = [
    "event", "office", "place", "stage", "date", "candidates", "winner", "for", "possible",
  ]

  package var json: JSON {
    .object([
      JSONMember("event", .text(happening.id.text)),
      JSONMember("office", .optional(office)),
      JSONMember("place", .optional(happening.place)),
      JSONMember("stage", .optional(stage)),
      JSONMember("date", .optional(happening.date)),
      JSONMember("candidates", .ids(candidates)),
      JSONMember("winner", .optional(winner)),
      JSONMember("for", .optional(happening.details.text("for"))),
      JSONMember("possible", .boolean(isPossible)),
    ])
  }
}

extension Record {
  /// Stages of elections that have certainly or possibly happened by the end of `day`, in the order
  /// of a timeline.
  package func elections(asOf day: Day) -> [Election] {
    happenings.filter { $0.kind == "election" && $0.hasPossiblyBegun(by: day) }
      .inTimelineOrder()
      .map { happening in
        Election(
          happening: happening,
          candidates: identities.canonical(
            EntityList(happening.details.entities("candidates"))
          ),
          winner: happening.details.entity("winner").map { identities.canonical($0) },
          isPossible: happening.isOnlyPossible(on: day)
        )
      }
  }
}
