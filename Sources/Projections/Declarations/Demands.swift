package import Events

/// What is asked for whom, and whether it was carried out by a day.
///
/// A demand stands for each event, demand and person: the demand's `for`, else the event's persons,
/// else nobody in particular. Only `compliance` closes it.
package struct DemandStanding: Row {
  /// The event that makes the demand.
  package let event: EventID
  package let demand: Demand
  /// For whom; nil for nobody in particular.
  package let person: EntityID?
  package var isOpen: Bool { closedBy == nil }
  /// The date of the event, as written.
  package let since: String
  /// A release of the person that can be what was asked for.
  package let possiblyMet: EventID?
  /// The compliance by which it is closed.
  package let closedBy: EventID?

  package static let columns = [
    "event", "id", "what", "text", "of", "for", "open", "since", "possibly_met", "closed_by",
  ]

  package var json: JSON {
    .object([
      JSONMember("event", .text(event.text)),
      JSONMember("id", .optional(demand.id)),
      JSONMember("what", .text(demand.what)),
      JSONMember("text", .optional(demand.text)),
      JSONMember("of", .optional(demand.of)),
      JSONMember("for", .optional(person)),
      JSONMember("open", .boolean(isOpen)),
      JSONMember("since", .text(since)),
      JSONMember("possibly_met", .optional(possiblyMet)),
      JSONMember("closed_by", .optional(closedBy)),
    ])
  }
}

extension Record {
  /// Every demand that had certainly been made by the end of `day`, the closed ones among them.
  ///
  /// In the order of a timeline, then of the event's demands, then of the persons.
  package func demands(asOf day: Day) -> [DemandStanding] {
    var rule = DemandRule(asOf: day)
    for happening in happenings {
      switch happening.kind {
      case "compliance":
        // A demand may be referred to by any account of the event, but not by one that was
        // withdrawn.
        guard let of = happening.details.event("of").flatMap(happening(of:)) else { continue }
        rule.add(report: happening, of: of.id)
      case "release":
        for person in happening.persons { rule.add(DemandedRelease(happening), of: person) }
      default: continue
      }
    }
    let demanding = happenings.filter(\.makesDemands).map { happening in
      DemandingEvent(happening) { identities.canonical($0) }
    }
    return rule.standings(of: demanding)
  }
}

extension Happening {
  /// Whether its kind carries demands.
  var makesDemands: Bool { fact.content.makesDemands }
}

extension Content {
  /// Whether its kind carries demands.
  package var makesDemands: Bool { kind == "declaration" || kind == "decision" }

  /// For whom a demand of this event is made; nobody in particular where it is nobody.
  package func persons(of demand: Demand) -> EntityList {
    demand.persons.isEmpty ? persons : demand.persons
  }
}
