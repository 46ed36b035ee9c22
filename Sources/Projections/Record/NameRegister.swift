package import Events

/// What tells whose names may be shown: everything that was ever registered, and whoever is named
/// without that.
///
/// It is asked for one thing after the other, so that whoever answers need not hold everything.
package protocol NameRegister {
  /// The registration of `id` that is in force, with the names and the protection of whoever it is
  /// merged with.
  func entity(_ id: EntityID) -> Entity?
  /// What `id` is registered as, also if that was withdrawn; a place also if it lies above one.
  func sort(of id: EntityID) -> EntitySort?
  /// The name under which views show `id`: the bare id where nothing is registered.
  func displayName(of id: EntityID) -> String
  /// The id under which views show `id`.
  func canonical(_ id: EntityID) -> EntityID
  /// The ids that are one with `id`: the one that views show, then the others in order.
  func namesakes(of id: EntityID) -> [EntityID]
  /// The first line that registers `id`, also if that was withdrawn.
  func firstRegistration(of id: EntityID) -> Position?

  /// The event called `id`, also if it was withdrawn, where it may register somebody.
  func fact(_ id: EventID) -> Fact?
  /// Where the event called `id` stands, also if it was withdrawn.
  func place(of id: EventID) -> Position?

  /// Calls `body` with every registration and what corrects one, in the order of the log, the
  /// withdrawn among them; others may stand between them.
  func eachRegistration(_ body: (Fact) -> Void)

  /// Calls `body` with those whom happenings name, but no line that is left registers, in the order
  /// of the log; only where lines were withheld, one of which may have registered them.
  func eachUnregistered(_ body: (EntityID, Position) -> Void)

  /// The names of all who and what is registered, by their words.
  var names: any NamesByWords { get }
}

extension NameRegister {
  /// The ids under which views show `ids`, each once, in their order.
  package func canonical(_ ids: EntityList) -> EntityList {
    ids.mappedOnce { canonical($0) }
  }
}
