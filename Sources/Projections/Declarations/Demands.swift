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
    let compliance = ComplianceHistory(self, asOf: day)
    let releases = Releases(self, asOf: day)
    return happenings.filter { $0.makesDemands && $0.hasCertainlyBegun(by: day) }
      .inTimelineOrder()
      .flatMap { happening in
        happening.details.demands("demands").flatMap { demand in
          persons(of: demand, in: happening).map { person in
            DemandStanding(
              event: happening.id,
              demand: demand,
              person: person,
              since: happening.date.verbatim,
              possiblyMet: demand.what == "release"
                ? person.flatMap { releases.first(of: $0, notBefore: happening) } : nil,
              closedBy: compliance.closing(demand, of: happening, for: person)
            )
          }
        }
      }
  }

  /// For whom a demand stands; one nil for nobody in particular.
  private func persons(of demand: Demand, in happening: Happening) -> [EntityID?] {
    let named = demand.persons.isEmpty ? happening.persons : identities.canonical(demand.persons)
    return named.isEmpty ? [nil] : named
  }
}

extension Happening {
  /// Whether its kind carries demands.
  var makesDemands: Bool { fact.kind == "declaration" || fact.kind == "decision" }
}

/// What is known of the carrying out of demands, in the order of time.
private struct ComplianceHistory {
  private var reports: [EventID: [Happening]] = [:]

  init(_ record: Record, asOf day: Day) {
    let reports = record.happenings
      .filter { $0.kind == "compliance" && $0.hasCertainlyBegun(by: day) }
    for report in reports.inTimelineOrder() {
      // A demand may be referred to by any account of the event, but not by one that was withdrawn.
      guard let of = report.details.event("of"), record.isInForce(of) else { continue }
      self.reports[record.happening(of: of)?.id ?? of, default: []].append(report)
    }
  }

  /// The report by which a demand is closed; nil while it is open.
  func closing(_ demand: Demand, of event: Happening, for person: EntityID?) -> EventID? {
    var closing: EventID?
    for report in reports[event.id] ?? [] where report.concerns(demand, for: person) {
      switch report.details.choice("stage") {
      case "complied": closing = closing ?? report.id
      case "not_complied": closing = nil
      default: continue
      }
    }
    return closing
  }
}

extension Happening {
  /// Whether this compliance is about that demand, for its persons or, without them, for all.
  fileprivate func concerns(_ demand: Demand, for person: EntityID?) -> Bool {
    if let id = fact.details.text("demand") {
      guard demand.id?.hasSameBytes(as: id) ?? false else { return false }
    }
    return persons.isEmpty || person.map { persons.contains($0) } ?? false
  }
}

/// The releases that have certainly happened, by person.
private struct Releases {
  private var byPerson: [EntityID: [Happening]] = [:]

  init(_ record: Record, asOf day: Day) {
    let releases = record.happenings
      .filter { $0.kind == "release" && $0.hasCertainlyBegun(by: day) }
    for release in releases.inTimelineOrder() {
      for person in release.persons { byPerson[person, default: []].append(release) }
    }
  }

  /// The first release of `person` that was not certainly before `demand`.
  func first(of person: EntityID, notBefore demand: Happening) -> EventID? {
    byPerson[person]?.first { !$0.isCertainlyBefore(demand) }?.id
  }
}

extension Happening {
  /// Whether it began on an earlier day than `other` can have.
  func isCertainlyBefore(_ other: Happening) -> Bool {
    guard let mine = beginning.latest, let theirs = other.beginning.earliest else { return false }
    return mine < theirs
  }
}
