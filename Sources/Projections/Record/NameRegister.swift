package import Events

/// What tells whose names may be shown: everything that was ever registered, and whoever is named
/// without that.
package protocol NameRegister {
  /// Who and what is registered, with names as merged.
  var registry: Registry { get }
  /// The identities in force.
  var identities: Identities { get }
  /// Every registration and what corrects one, in the order of the log, the withdrawn among them;
  /// others may stand between them.
  var registrationFacts: [Fact] { get }

  /// Where the event called `id` stands, also if it was withdrawn.
  func place(of id: EventID) -> Position?

  /// Calls `body` with those whom happenings name, but no line that is left registers, in the order
  /// of the log; only where lines were withheld, one of which may have registered them.
  func eachUnregistered(_ body: (EntityID, Position) -> Void)
}

extension Record: NameRegister {
  package var registrationFacts: [Fact] { facts }

  package func place(of id: EventID) -> Position? { self[id]?.position }

  package func eachUnregistered(_ body: (EntityID, Position) -> Void) {
    guard !withheld.isEmpty else { return }
    for fact in facts where fact.isHappening {
      for id in fact.persons + fact.actors.map(\.actor) where registry.sort(of: id) == nil {
        body(id, fact.position)
      }
    }
  }
}
