internal import Events
internal import Projections

/// The names that a correction gives, as written or as corrected, and whose registration it amends
/// in the end, maybe by way of other corrections.
struct CorrectedNames {
  /// What is amended in the end.
  enum Target {
    /// A registration, and where it stands.
    case person(EntityID, Position)
    /// A line that was withheld: nobody can tell any more whether it protected somebody.
    case withheld
  }

  let target: Target
  let names: [EntityName]

  /// What `fact` gives; a correction that is withdrawn or corrected gave it all the same.
  static func all(in fact: Fact, of register: any NameRegister) -> [CorrectedNames] {
    [fact.event.content, fact.content].compactMap { content in
      guard content.kind == "correction", let of = content.details.event("of") else { return nil }
      let names = content.details["set"].map(names) ?? []
      guard !names.isEmpty, let target = target(of, before: fact.position, register) else {
        return nil
      }
      return CorrectedNames(target: target, names: names)
    }
  }

  /// The names in a patch, also in the patch of a correction that it corrects.
  private static func names(in patch: JSON) -> [EntityName] {
    let details = patch["details"]
    let names = (details?["names"]?.array ?? []).compactMap(EntityName.init)
    return names + (details?["set"].map(self.names) ?? [])
  }

  private static func target(
    _ id: EventID,
    before position: Position,
    _ register: any NameRegister
  ) -> Target? {
    guard let fact = register.fact(id) else { return .withheld }
    // What amends is later than what it amends; another program may have written otherwise.
    guard fact.position < position else { return nil }
    for content in [fact.content, fact.event.content] {
      if content.kind == "person", let person = content.details.entity("id") {
        return .person(person, fact.position)
      }
      if content.kind == "correction", let of = content.details.event("of") {
        return target(of, before: fact.position, register)
      }
    }
    return nil
  }
}
