package import Events

/// What a body, court or organisation holds of a person's case.
package struct Recognition: Sendable {
  package let what: String
  /// Who holds it: an id, or for a list its name.
  package let by: String?
  /// Since when, as EDTF.
  package let since: String
  package internal(set) var basis: [EventID]
}

/// Folds a person's events into the recognitions in force.
struct RecognitionFold {
  private(set) var entries: [Recognition] = []
  private let person: EntityID
  private let known: any KnownEntities

  init(of person: EntityID, _ known: any KnownEntities) {
    self.person = person
    self.known = known
  }

  mutating func take(_ happening: Happening) {
    let details = happening.details
    switch happening.kind {
    case "recognition": takeListing(happening)
    case "assessment":
      guard let finding = details.choice("finding") else { return }
      add("assessed_\(finding)", by: details.text("by"), happening)
    case "decision": takeDecision(happening, by: details.entity("body"))
    case "declaration": takeReleaseCall(happening, by: details.entity("issuer"))
    case "asylum":
      if details.choice("stage") == "granted" { add("asylum", by: details.text("in"), happening) }
    default: return
    }
  }

  private mutating func takeListing(_ happening: Happening) {
    let list = happening.details.text("list")
    switch happening.details.choice("stage") {
    case "listed": add("listed_political_prisoner", by: list, happening)
    case "on_list":
      // Asserted without a dated act: since when is not known.
      add(
        "listed_political_prisoner",
        by: list,
        happening,
        since: SinceDate(notLaterThan: happening.date)
      )
    case "delisted":
      entries.removeAll { $0.what == "listed_political_prisoner" && $0.by == list }
    default: return
    }
  }

  private mutating func takeDecision(_ happening: Happening, by body: EntityID?) {
    if let body, known.form(of: body) == "un_wgad",
      happening.details.choice("finding") == "arbitrary_detention"
    {
      add("wgad_arbitrary", by: body.text, happening)
    }
    takeReleaseCall(happening, by: body)
  }

  /// Any act of a body of the United Nations in which it demands that the person be released.
  private mutating func takeReleaseCall(_ happening: Happening, by body: EntityID?) {
    guard let body, ["un_body", "un_wgad"].contains(known.form(of: body)) else { return }
    let demandsRelease = happening.details.demands("demands").contains { demand in
      demand.what == "release"
        && (demand.persons.isEmpty || demand.persons.contains { known.canonical($0) == person })
    }
    if demandsRelease { add("un_release_call", by: body.text, happening) }
  }

  private mutating func add(
    _ what: String,
    by: String?,
    _ happening: Happening,
    since: SinceDate? = nil
  ) {
    if let same = entries.firstIndex(where: { $0.what == what && $0.by == by }) {
      entries[same].basis.append(happening.id)
    } else {
      entries.append(
        Recognition(
          what: what,
          by: by,
          since: (since ?? SinceDate(beginning: happening)).text,
          basis: [happening.id]
        )
      )
    }
  }
}
