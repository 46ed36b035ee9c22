package import Events

/// Who is tied to a person: by a recorded relation, or by a case.
package struct Relations: Sendable {
  /// Those whom an event of a case concerns.
  package struct Company: Sendable {
    let label: String
    let persons: EntityList

    package init(label: String, persons: EntityList) {
      self.label = label
      self.persons = persons
    }
  }

  private struct Tie: Hashable {
    let person: EntityID
    let how: String
  }

  package private(set) var entries: [(person: EntityID, how: String)] = []
  private var seen: Set<Tie> = []

  /// Those tied to `person` by the relations among `facts`, then those in the `company` of the
  /// person's cases, each in the order of the log; all by the ids under which views show them.
  package init(
    of person: EntityID,
    relations facts: [Fact],
    company: [Company],
    canonical: (EntityID) -> EntityID
  ) {
    func add(_ other: EntityID, _ how: String) {
      guard other != person, seen.insert(Tie(person: other, how: how)).inserted else { return }
      entries.append((other, how))
    }
    for fact in facts where fact.kind == "relation" && !fact.isRetracted {
      let persons = fact.details.entities("persons").map(canonical)
      guard let to = fact.details.entity("to").map(canonical) else { continue }
      let how = fact.details.text("as") ?? "unspecified"
      if persons.contains(person) { add(to, how) }
      if to == person { for other in persons { add(other, how) } }
    }
    for event in company {
      for other in event.persons { add(other, "same case: \(event.label)") }
    }
  }

  /// Those tied to `person`, given by the id under which views show them, by what can have begun by
  /// the end of `day`.
  package init(of person: EntityID, in record: Record, asOf day: Day) {
    let cases = record.happenings(of: person).filter { $0.hasPossiblyBegun(by: day) }
      .compactMap(\.content.caseLabel)
    let labels = Set(cases.map { Array($0.utf8) })
    let begun = record.happenings.filter { $0.hasPossiblyBegun(by: day) }
    let company = begun.compactMap { happening in
      happening.content.caseLabel.flatMap { label in
        labels.contains(Array(label.utf8))
          ? Company(label: label, persons: happening.persons) : nil
      }
    }
    self.init(of: person, relations: record.facts, company: company) {
      record.identities.canonical($0)
    }
  }
}

extension Content {
  /// The case that it names as its own: a registered one, or a label.
  package var caseLabel: String? { details.text("case") }
}

extension Happening {
  fileprivate var content: Content { fact.content }
}
