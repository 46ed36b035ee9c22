/// What a recorder asserts: every member of an event but those that identify and seal it.
///
/// What was read from a line keeps the line, and reads the longer members only when somebody asks
/// for them. Copies share what they hold until one of them changes.
package struct Content: Sendable {
  private var fields: Fields

  package init(kind: String) {
    fields = Fields(kind: kind)
  }

  init(_ fields: Fields) {
    self.fields = fields
  }

  /// A kind of the vocabulary, an `x-` kind, or one that a newer program knows.
  package var kind: String {
    get { fields.kind }
    set { own { $0.kind = newValue } }
  }
  package var date: EDTF? {
    get { fields.date }
    set { own { $0.date = newValue } }
  }
  /// Whom it happened to, or concerns.
  package var persons: [EntityID] {
    get { fields.persons }
    set { own { $0.persons = newValue } }
  }
  /// Who did it or took part.
  package var actors: [Actor] {
    get { fields.actors.value(in: fields.piece) { $0.actors($1) } }
    set { own { $0.actors = .known(newValue) } }
  }
  package var place: EntityID? {
    get { fields.place }
    set { own { $0.place = newValue } }
  }
  /// The event in one line, in the recorder's own words.
  package var title: String? {
    get { fields.title.value(in: fields.piece) { $0.text($1) } }
    set { own { $0.title = .known(newValue) } }
  }
  /// A longer account.
  package var text: String? {
    get { fields.text.value(in: fields.piece) { $0.text($1) } }
    set { own { $0.text = .known(newValue) } }
  }
  /// The fields that the kind declares.
  package var details: Details {
    get { fields.details }
    set { own { $0.details = newValue } }
  }
  package var sources: [Citation] {
    get { fields.sources.value(in: fields.piece) { $0.citations($1) } }
    set { own { $0.sources = .known(newValue) } }
  }
  /// As stated; `reported` where nothing is stated.
  package var statedCertainty: Certainty? {
    get { fields.statedCertainty }
    set { own { $0.statedCertainty = newValue } }
  }
  /// The happening of which this is another account.
  package var accountOf: EventID? {
    get { fields.accountOf }
    set { own { $0.accountOf = newValue } }
  }
  /// Events that this one came later than; also raises its earliest day.
  package var after: [EventID] {
    get { fields.after }
    set { own { $0.after = newValue } }
  }
  /// Events that caused this one, as the source says.
  package var becauseOf: [EventID] {
    get { fields.becauseOf }
    set { own { $0.becauseOf = newValue } }
  }
  /// The order among events of the same day.
  package var order: Int? {
    get { fields.order }
    set { own { $0.order = newValue } }
  }
  package var tags: [String] {
    get { fields.tags.value(in: fields.piece) { $0.tags($1) } }
    set { own { $0.tags = .known(newValue) } }
  }
  /// Members that this program cannot read: kept and shown, never folded.
  package var unread: [JSONMember] {
    get { fields.unread }
    set { own { $0.unread = newValue } }
  }

  /// What folds of one person read of it, with these sources: no persons, actors, title, text and
  /// tags, and nothing of the line.
  ///
  /// It takes less memory, for those of whom a hundred thousand events are folded.
  package func folded(citing sources: [Citation]) -> Content {
    let folded = fields.folded
    folded.sources = .known(sources)
    return Content(folded)
  }

  /// Whether it can lead to another state of liberty, or bear on what does.
  package var canMove: Bool {
    section == .liberty || section == .courts || section == .assertions || kind == "extradition"
  }

  package var certainty: Certainty { fields.statedCertainty ?? .reported }

  /// Where the kind stands in the vocabulary; nil for a log's own, and for a newer program's.
  package var section: Kind.Section? { fields.section }

  /// Whether it is about the record itself, and not about something that happened.
  package var isAboutRecord: Bool { fields.section == .record }

  private mutating func own(_ change: (Fields) -> Void) {
    if !isKnownUniquelyReferenced(&fields) { fields = Fields(fields) }
    change(fields)
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
