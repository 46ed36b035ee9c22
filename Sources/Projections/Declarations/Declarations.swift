package import Events

/// Words with weight: who said what, about whom, and what they asked for.
package struct Declaration: Row {
  package let happening: Happening
  /// Whether it can have been made by the day that is asked about, but not certainly.
  package let isPossible: Bool

  /// Who issued it: the issuer of a declaration, the body of a decision.
  package var issuer: EntityID? { issuerField.flatMap(happening.details.entity) }

  private var issuerField: String? { happening.kind == "decision" ? "body" : "issuer" }

  package static let columns = [
    "event", "kind", "date", "title", "form", "issuer", "actors", "number", "stance", "finding",
    "persons", "signatories", "demands", "claims", "about", "possible",
  ]

  package var json: JSON {
    let details = happening.details
    return .object([
      JSONMember("event", .text(happening.id.text)),
      JSONMember("kind", .text(happening.kind)),
      JSONMember("date", .optional(happening.date)),
      JSONMember("title", .optional(happening.title)),
      JSONMember("form", .optional(details.text("form"))),
      JSONMember("issuer", .optional(issuer)),
      JSONMember("actors", .array(happening.actors.map(\.json))),
      JSONMember("number", .optional(details.text("number"))),
      JSONMember("stance", .texts(details.texts("stance"))),
      JSONMember("finding", .optional(details.text("finding"))),
      JSONMember("persons", .ids(happening.persons)),
      JSONMember("signatories", .array(details["signatories"]?.array ?? [])),
      JSONMember("demands", .array(details["demands"]?.array ?? [])),
      JSONMember("claims", .array(details["claims"]?.array ?? [])),
      JSONMember("about", .ids(details.events("about"))),
      JSONMember("possible", .boolean(isPossible)),
    ])
  }
}

extension Record {
  /// Declarations and decisions that certainly or possibly stood by the end of `day`, in the order
  /// of a timeline.
  package func declarations(asOf day: Day) -> [Declaration] {
    happenings.filter { $0.makesDemands && $0.hasPossiblyBegun(by: day) }
      .inTimelineOrder()
      .map { Declaration(happening: $0, isPossible: $0.isOnlyPossible(on: day)) }
  }
}
