/// The fields that an event's kind declares, read by type.
///
/// A field of another type than the reader expects reads as absent: validation refuses it in
/// drafts, and in a log written by a newer program it is shown but never folded.
package struct Details: Sendable {
  private enum Storage {
    case known([JSONMember])
    /// An object as it lies in a piece of the log, of which fields are read when asked for.
    case written(LinePiece, WrittenObject)
  }

  private var storage: Storage

  package init(_ members: [JSONMember] = []) {
    storage = .known(members)
  }

  /// The object that was found there.
  init(_ object: WrittenObject, in piece: LinePiece) {
    storage = .written(piece, object)
  }

  /// The object as it lies in a line; nil for what is known apart from one.
  var writtenBytes: [UInt8]? {
    guard case .written(let piece, let object) = storage else { return nil }
    return Array(piece.bytes[object.range.indices])
  }

  package var members: [JSONMember] {
    get {
      switch storage {
      case .known(let members): members
      case .written(let piece, let object): piece.json(object.range).members ?? []
      }
    }
    set { storage = .known(newValue) }
  }

  package var isEmpty: Bool {
    switch storage {
    case .known(let members): members.isEmpty
    case .written(_, let object): object.isEmpty
    }
  }

  package subscript(name: String) -> JSON? {
    switch storage {
    case .known(let members): members[named: name]
    case .written(let piece, let object):
      piece.value(of: name, in: object).map { piece.json($0) }
    }
  }

  package func text(_ name: String) -> String? {
    switch storage {
    case .known(let members): members[named: name]?.text
    case .written(let piece, let object):
      piece.value(of: name, in: object).flatMap { piece.textValue($0) }
    }
  }

  package func boolean(_ name: String) -> Bool? { self[name]?.boolean }
  package func number(_ name: String) -> Double? { self[name]?.double }
  package func integer(_ name: String) -> Int? { self[name]?.integer }

  /// The value of a choice; `unspecified`, which has no effect, reads as absent.
  package func choice(_ name: String) -> String? {
    guard let text = text(name), text != "unspecified" else { return nil }
    return text
  }

  /// The choices of a list, without `unspecified`.
  package func choices(_ name: String) -> [String] {
    texts(name).filter { $0 != "unspecified" }
  }

  /// A list of texts; a single text is a list of one.
  package func texts(_ name: String) -> [String] {
    guard let value = self[name] else { return [] }
    return value.array?.compactMap(\.text) ?? value.text.map { [$0] } ?? []
  }

  package func date(_ name: String) -> EDTF? {
    guard let text = text(name) else { return nil }
    // A date that cannot be read is shown as written, and folded by nobody.
    return try? EDTF(parsing: text)
  }

  package func duration(_ name: String) -> CalendarDuration? {
    guard let text = text(name) else { return nil }
    return try? CalendarDuration(parsing: text)
  }

  package func event(_ name: String) -> EventID? {
    switch storage {
    case .known: text(name).flatMap(EventID.init)
    case .written(let piece, let object):
      piece.value(of: name, in: object).flatMap { piece.eventValue($0) }
    }
  }

  package func events(_ name: String) -> [EventID] { texts(name).compactMap(EventID.init) }
  package func entity(_ name: String) -> EntityID? {
    switch storage {
    case .known: text(name).flatMap(EntityID.init)
    case .written(let piece, let object):
      piece.value(of: name, in: object).flatMap { piece.entityValue($0) }
    }
  }

  package func entities(_ name: String) -> [EntityID] { texts(name).compactMap(EntityID.init) }

  package func count(_ name: String) -> Count? { self[name].flatMap(Count.init) }
  package func counts(_ name: String) -> [Count] {
    (self[name]?.array ?? []).compactMap(Count.init)
  }
  package func demands(_ name: String) -> [Demand] {
    (self[name]?.array ?? []).compactMap(Demand.init)
  }
}
