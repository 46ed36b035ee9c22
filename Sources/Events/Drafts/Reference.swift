/// A place in an event where it names another event, or something registered.
package struct Reference: Hashable, Sendable {
  package let path: Path
  package let target: Target

  package enum Target: Hashable, Sendable {
    /// An event recorded before.
    case event(EventID)
    /// The happening of which the event is another account.
    case happening(EventID)
    /// Something registered, of one of these sorts.
    case entity(EntityID, [EntitySort])
    /// An organisation, if it is one; otherwise text that happens to look like an id.
    case perhapsOrganisation(EntityID)
    /// The id that the event itself registers.
    case registration(EntityID)
  }

  /// Where in the event it stands: `persons[0]`, `sources[0].via`, `details.claims[0].about[1]`.
  ///
  /// Kept in parts, so that no text is built for the many references that are in order.
  package struct Path: Hashable, Sendable, CustomStringConvertible {
    /// The member of the event, such as `persons` or `details`.
    package let member: String
    package let index: Int?
    /// The field of the kind, or the member of an item such as a source.
    package private(set) var field: String?
    package fileprivate(set) var fieldIndex: Int?
    /// The field of an item of that field, such as a demand's `for`.
    package private(set) var part: String?
    package fileprivate(set) var partIndex: Int?

    init(_ member: String, _ index: Int? = nil, field: String? = nil) {
      self.member = member
      self.index = index
      self.field = field
    }

    fileprivate func item(_ index: Int) -> Path {
      var path = self
      if part == nil { path.fieldIndex = index } else { path.partIndex = index }
      return path
    }

    fileprivate func part(_ name: String) -> Path {
      var path = self
      if field == nil { path.field = name } else { path.part = name }
      return path
    }

    package var description: String {
      func written(_ index: Int?) -> String { index.map { "[\($0)]" } ?? "" }
      return member + written(index) + (field.map { ".\($0)" } ?? "") + written(fieldIndex)
        + (part.map { ".\($0)" } ?? "") + written(partIndex)
    }
  }

  /// The event that is named, if it is one.
  package var event: EventID? {
    switch target {
    case .event(let id), .happening(let id): id
    case .entity, .perhapsOrganisation, .registration: nil
    }
  }

  /// What is named in the registry, or registered, if it is that.
  package var entity: EntityID? {
    switch target {
    case .event, .happening: nil
    case .entity(let id, _), .perhapsOrganisation(let id), .registration(let id): id
    }
  }
}

extension Vocabulary {
  /// Everything that `content` refers to, in the order of the line.
  package func references(in content: Content) -> [Reference] {
    var references: [Reference] = []
    forEachReference(in: content) { target, path in
      references.append(Reference(path: path, target: target))
    }
    return references
  }

  /// Calls `visit` for everything that `content` refers to, in the order of the line.
  ///
  /// Ids that cannot be read, the fields of unknown kinds, and the patch of a correction are passed
  /// over.
  package func forEachReference(
    in content: Content,
    _ visit: (Reference.Target, Reference.Path) -> Void
  ) {
    for (index, id) in content.persons.enumerated() {
      visit(.entity(id, [.person]), .init("persons", index))
    }
    for (index, actor) in content.actors.enumerated() {
      let path = Reference.Path("actors", index, field: "actor")
      visit(.entity(actor.actor, [.person, .organisation]), path)
    }
    if let place = content.place { visit(.entity(place, [.place]), .init("place")) }
    if let kind = self[content.kind] {
      ReferenceWalk.walk(content.details.members, kind.fields, .init("details"), visit)
    }
    for (index, citation) in content.sources.enumerated() {
      visit(.entity(citation.source, [.source]), .init("sources", index, field: "source"))
      guard let via = citation.via else { continue }
      visit(.entity(via, [.source]), .init("sources", index, field: "via"))
    }
    if let id = content.accountOf { visit(.happening(id), .init("account_of")) }
    for (index, id) in content.after.enumerated() { visit(.event(id), .init("after", index)) }
    for (index, id) in content.becauseOf.enumerated() {
      visit(.event(id), .init("because_of", index))
    }
  }
}

/// Walks values along their declared types.
private enum ReferenceWalk {
  typealias Visit = (Reference.Target, Reference.Path) -> Void

  static func walk(
    _ members: [JSONMember],
    _ fields: [Field],
    _ path: Reference.Path,
    _ visit: Visit
  ) {
    for member in members {
      guard let field = fields.first(where: { $0.name == member.name }) else { continue }
      walk(member.value, field.type, path.part(field.name), visit)
    }
  }

  private static func walk(
    _ value: JSON,
    _ type: FieldType,
    _ path: Reference.Path,
    _ visit: Visit
  ) {
    switch type {
    case .ref:
      if let id = value.text.flatMap(EventID.init) { visit(.event(id), path) }
    case .entity(let sorts):
      if let id = value.text.flatMap(EntityID.init) { visit(.entity(id, sorts), path) }
    case .organisationOrText:
      if let id = value.text.flatMap(EntityID.init) { visit(.perhapsOrganisation(id), path) }
    case .newID:
      if let id = value.text.flatMap(EntityID.init) { visit(.registration(id), path) }
    case .list(let item), .tuple(let item, _):
      // A single text is read as a list of one.
      let values = value.array ?? (value.text == nil ? [] : [value])
      for (index, value) in values.enumerated() {
        walk(value, item, path.item(index), visit)
      }
    case .record(_, let fields): walk(value.members ?? [], fields, path, visit)
    case .text, .texts, .choice, .date, .duration, .number, .boolean, .sha256, .count,
      .mergePatch:
      break
    }
  }
}
