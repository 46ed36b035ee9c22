/// What a recorder asserts: every member of an event but those that identify and seal it.
///
/// What was read from a line keeps the line, and reads the longer members only when somebody asks
/// for them. Copies share what they hold until one of them changes.
package struct Content: Sendable {
  private var storage: Storage

  private enum Storage: Sendable {
    /// That of an event of a piece of the log.
    case written(LinePiece, UInt32)
    case known(Fields)
  }

  package init(kind: String) {
    storage = .known(Fields(kind: kind))
  }

  private init(_ fields: Fields) {
    storage = .known(fields)
  }

  /// The content of the event in that place among those of `piece`.
  init(of event: UInt32, in piece: LinePiece) {
    storage = .written(piece, event)
  }

  /// A kind of the vocabulary, an `x-` kind, or one that a newer program knows.
  package var kind: String {
    get { read({ event, _ in event.kind }, { $0.kind }) }
    set { own.kind = newValue }
  }
  package var date: EDTF? {
    get { read({ event, _ in event.date }, { $0.date }) }
    set { own.date = newValue }
  }
  /// Whom it happened to, or concerns.
  package var persons: EntityList {
    get { read({ event, _ in event.persons }, { $0.persons }) }
    set { own.persons = newValue }
  }
  /// Who did it or took part.
  package var actors: [Actor] {
    get { read({ $1.actors($0.actors) }, { $0.actors }) }
    set { own.actors = newValue }
  }
  package var place: EntityID? {
    get { read({ $0.place.isNone ? nil : $1.entity($0.place) }, { $0.place }) }
    set { own.place = newValue }
  }
  /// The event in one line, in the recorder's own words.
  package var title: String? {
    get { read({ $0.title.isNone ? nil : $1.text($0.title) }, { $0.title }) }
    set { own.title = newValue }
  }
  /// A longer account.
  package var text: String? {
    get { read({ $0.text.isNone ? nil : $1.text($0.text) }, { $0.text }) }
    set { own.text = newValue }
  }
  /// The fields that the kind declares.
  package var details: Details {
    get { read({ $1.details($0.details) }, { $0.details }) }
    set { own.details = newValue }
  }
  package var sources: [Citation] {
    get { read({ $1.citations($0.sources) }, { $0.sources }) }
    set { own.sources = newValue }
  }
  /// As stated; `reported` where nothing is stated.
  package var statedCertainty: Certainty? {
    get { read({ event, _ in event.certainty }, { $0.certainty }) }
    set { own.certainty = newValue }
  }
  /// The happening of which this is another account.
  package var accountOf: EventID? {
    get { read({ $0.accountOf.isNone ? nil : $1.event($0.accountOf) }, { $0.accountOf }) }
    set { own.accountOf = newValue }
  }
  /// Events that this one came later than; also raises its earliest day.
  package var after: [EventID] {
    get { read({ $1.events($0.after) }, { $0.after }) }
    set { own.after = newValue }
  }
  /// Events that caused this one, as the source says.
  package var becauseOf: [EventID] {
    get { read({ $1.events($0.becauseOf) }, { $0.becauseOf }) }
    set { own.becauseOf = newValue }
  }
  /// The order among events whose days leave it open.
  package var order: Int? {
    get { read({ event, _ in event.order }, { $0.order }) }
    set { own.order = newValue }
  }
  package var tags: [String] {
    get { read({ $1.tags($0.tags) }, { $0.tags }) }
    set { own.tags = newValue }
  }
  /// Members that this program cannot read: kept and shown, never folded.
  package var unread: [JSONMember] {
    get { read({ _, _ in [] }, { $0.unread }) }
    set { own.unread = newValue }
  }

  /// What folds of one person read of it, with these persons, details and sources.
  ///
  /// It has no actors, title, text and tags, and nothing of the line. So it takes less memory, for
  /// those of whom a hundred thousand events are folded.
  package func folded(
    of persons: EntityList,
    _ details: Details,
    citing sources: [Citation]
  ) -> Content {
    let fields = Fields(folding: self)
    fields.persons = persons
    fields.details = details
    fields.sources = sources
    return Content(fields)
  }

  /// Whether it can lead to another state of liberty, or bear on what does.
  package var canMove: Bool {
    let section = section
    return section == .liberty || section == .courts || section == .assertions
      || kind == "extradition"
  }

  package var certainty: Certainty { statedCertainty ?? .reported }

  /// Where the kind stands in the vocabulary; nil for a log's own, and for a newer program's.
  package var section: Kind.Section? {
    read({ event, _ in event.section }, { $0.section })
  }

  /// Whether it is about the record itself, and not about something that happened.
  package var isAboutRecord: Bool { section == .record }

  private func read<Value>(
    _ written: (WrittenEvent, LinePiece) -> Value,
    _ known: (Fields) -> Value
  ) -> Value {
    switch storage {
    case .written(let piece, let event): written(piece.events[Int(event)], piece)
    case .known(let fields): known(fields)
    }
  }

  /// The members, held by this content alone.
  private var own: Fields {
    mutating get {
      guard case .known(var fields) = storage else {
        let fields = Fields(self)
        storage = .known(fields)
        return fields
      }
      // What this content holds is not to count as somebody else's.
      storage = .written(.empty, 0)
      if !isKnownUniquelyReferenced(&fields) { fields = Fields(Content(fields)) }
      storage = .known(fields)
      return fields
    }
  }
}

/// Who did something or took part in it, and as what.
package struct Actor: Hashable, Sendable {
  package var actor: EntityID
  package var role: String

  package init(actor: EntityID, role: String) {
    self.actor = actor
    self.role = role
  }
}

/// Where a fact is taken from.
package struct Citation: Hashable, Sendable {
  package var source: EntityID
  /// The place in the source: page, paragraph, timecode.
  package var at: String?
  /// The source actually read, when `source` is only cited by it.
  package var via: EntityID?
  package var quote: String?
  /// The language of the quote.
  package var lang: String?

  package init(
    source: EntityID,
    at: String? = nil,
    via: EntityID? = nil,
    quote: String? = nil,
    lang: String? = nil
  ) {
    self.source = source
    self.at = at
    self.via = via
    self.quote = quote
    self.lang = lang
  }
}

/// How sure the recorder is, strongest first.
package enum Certainty: String, CaseIterable, Comparable, Sendable {
  case confirmed, reported, believed, disputed

  /// Whether `left` is the weaker one.
  package static func < (left: Certainty, right: Certainty) -> Bool { left.rank > right.rank }

  private var rank: Int {
    switch self {
    case .confirmed: 0
    case .reported: 1
    case .believed: 2
    case .disputed: 3
    }
  }
}
