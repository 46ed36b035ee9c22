package import Events

/// What becomes of demands, told by what is known of their being carried out and of releases.
///
/// Whoever asks adds all compliance that views show, and the releases of those for whom one is
/// demanded; what has not certainly happened by the day is left out here.
package struct DemandRule {
  private let day: Day
  private var reports: [EventID: [Happening]] = [:]
  private var releases: [EntityID: [DemandedRelease]] = [:]

  package init(asOf day: Day) {
    self.day = day
  }

  /// Adds compliance with what the event called `event` demands, the account that views show.
  package mutating func add(report: Happening, of event: EventID) {
    guard report.hasCertainlyBegun(by: day) else { return }
    reports[event, default: []].append(report)
  }

  /// Adds a release of `person`, given by the id under which views show them.
  package mutating func add(_ release: DemandedRelease, of person: EntityID) {
    guard release.beginning.haveCertainlyCome(by: day) else { return }
    releases[person, default: []].append(release)
  }

  /// Every demand of `events` that had certainly been made by the day, in the order of a timeline.
  package func standings(of events: [DemandingEvent]) -> [DemandStanding] {
    let reports = reports.mapValues { $0.inTimelineOrder() }
    let releases = releases.mapValues { $0.sorted { $0.key < $1.key } }
    return events.filter { $0.beginning.haveCertainlyCome(by: day) }
      .sorted { $0.key < $1.key }
      .flatMap { event in
        event.demands.map { demand, person in
          DemandStanding(
            event: event.id,
            demand: demand,
            person: person,
            since: event.since,
            possiblyMet: demand.what == "release"
              ? person.flatMap { releases[$0]?.first(notBefore: event) } : nil,
            closedBy: reports[event.id]?.closing(demand, for: person)
          )
        }
      }
  }
}

/// An event that makes demands, as much of it as they ask for.
package struct DemandingEvent: Sendable {
  package let id: EventID
  /// Its date, as written.
  let since: String
  let beginning: DayBounds
  let key: TimelineKey
  /// What it demands, once for everybody for whom it does; nil for nobody in particular.
  let demands: [(demand: Demand, person: EntityID?)]

  package init(
    id: EventID,
    since: String,
    beginning: DayBounds,
    key: TimelineKey,
    demands: [(demand: Demand, person: EntityID?)]
  ) {
    self.id = id
    self.since = since
    self.beginning = beginning
    self.key = key
    self.demands = demands
  }

  /// The demands of what happened; `canonical` gives the ids under which views show persons.
  package init(_ happening: Happening, canonical: (EntityList) -> EntityList) {
    let demands = happening.details.demands("demands").flatMap { demand in
      let persons = canonical(happening.fact.content.persons(of: demand))
      return (persons.isEmpty ? [nil] : persons.map(Optional.some)).map { (demand, $0) }
    }
    self.init(
      id: happening.id,
      since: happening.date.verbatim,
      beginning: happening.beginning,
      key: happening.timelineKey,
      demands: demands
    )
  }
}

/// A release, as much of it as demands ask for.
package struct DemandedRelease: Sendable {
  let id: EventID
  let beginning: DayBounds
  let key: TimelineKey

  package init(id: EventID, beginning: DayBounds, key: TimelineKey) {
    self.id = id
    self.beginning = beginning
    self.key = key
  }

  init(_ happening: Happening) {
    self.init(id: happening.id, beginning: happening.beginning, key: happening.timelineKey)
  }
}

extension [DemandedRelease] {
  /// The first that was not certainly before `demand`.
  fileprivate func first(notBefore demand: DemandingEvent) -> EventID? {
    first { release in
      guard let mine = release.beginning.latest, let theirs = demand.beginning.earliest else {
        return true
      }
      return mine >= theirs
    }?.id
  }
}

extension [Happening] {
  /// Of these reports the one by which a demand is closed; nil while it is open.
  fileprivate func closing(_ demand: Demand, for person: EntityID?) -> EventID? {
    var closing: EventID?
    for report in self where report.concerns(demand, for: person) {
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

extension DayBounds {
  /// Whether they lie certainly before the end of `day`.
  fileprivate func haveCertainlyCome(by day: Day) -> Bool { latest.map { $0 <= day } ?? false }
}
