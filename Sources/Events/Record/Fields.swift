/// The members of a content, shared by its copies.
///
/// Changed only while one content alone holds it, so that whoever shares it never sees a change.
final class Fields: @unchecked Sendable {
  var kind: String {
    didSet { section = Vocabulary.standard.section(of: kind) }
  }
  private(set) var section: Kind.Section?
  var date: EDTF?
  var persons: [EntityID] = []
  var place: EntityID?
  var statedCertainty: Certainty?
  var accountOf: EventID?
  var after: [EventID] = []
  var becauseOf: [EventID] = []
  var order: Int?
  var details = Details()
  var unread: [JSONMember] = []
  /// The piece of the log in which the members lie that were not read yet.
  let piece: LinePiece?
  var title = Deferred<String?>.known(nil)
  var text = Deferred<String?>.known(nil)
  var actors = Deferred<[Actor]>.known([])
  var sources = Deferred<[Citation]>.known([])
  var tags = Deferred<[String]>.known([])

  init(kind: String) {
    self.kind = kind
    section = Vocabulary.standard.section(of: kind)
    piece = nil
  }

  /// A content whose longer members still lie in `piece`.
  init(kind: String, section: Kind.Section?, in piece: LinePiece?) {
    self.kind = kind
    self.section = section
    self.piece = piece
  }

  init(_ other: Fields) {
    kind = other.kind
    section = other.section
    date = other.date
    persons = other.persons
    place = other.place
    statedCertainty = other.statedCertainty
    accountOf = other.accountOf
    after = other.after
    becauseOf = other.becauseOf
    order = other.order
    details = other.details
    unread = other.unread
    piece = other.piece
    title = other.title
    text = other.text
    actors = other.actors
    sources = other.sources
    tags = other.tags
  }
}

extension Fields {
  /// What folds read of these members, without the line in which they lie.
  var folded: Fields {
    let fields = Fields(kind: kind, section: section, in: nil)
    fields.date = date
    fields.place = place
    fields.statedCertainty = statedCertainty
    fields.accountOf = accountOf
    fields.after = after
    fields.order = order
    fields.details = details.apart
    return fields
  }
}

/// A member that is known, or still lies as it was written in a piece of the log.
enum Deferred<Value: Sendable>: Sendable {
  case known(Value)
  case written(ByteRange)

  /// The value; what lies in `piece` is read by `read`, and was checked when its line was.
  func value(in piece: LinePiece?, _ read: (LinePiece, ByteRange) -> Value) -> Value {
    switch self {
    case .known(let value): return value
    case .written(let range):
      guard let piece else { preconditionFailure("what was written lies in a piece") }
      return read(piece, range)
    }
  }
}

extension LinePiece {
  func actors(_ range: ByteRange) -> [Actor] { content("actors", range).actors }
  func citations(_ range: ByteRange) -> [Citation] { content("sources", range).sources }
  func tags(_ range: ByteRange) -> [String] { content("tags", range).tags }

  private func content(_ name: String, _ range: ByteRange) -> Content {
    ContentReader([JSONMember(name, json(range))], envelope: []).content
  }
}
