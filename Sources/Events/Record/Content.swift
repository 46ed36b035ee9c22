/// What a recorder asserts: every member of an event but those that identify and seal it.
package struct Content: Sendable {
  /// A kind of the vocabulary, an `x-` kind, or one that a newer program knows.
  package var kind: String
  package var date: EDTF?
  /// Whom it happened to, or concerns.
  package var persons: [EntityID] = []
  /// Who did it or took part.
  package var actors: [Actor] = []
  package var place: EntityID?
  /// The event in one line, in the recorder's own words.
  package var title: String?
  /// A longer account.
  package var text: String?
  /// The fields that the kind declares.
  package var details = Details()
  package var sources: [Citation] = []
  /// As stated; `reported` where nothing is stated.
  package var statedCertainty: Certainty?
  /// The happening of which this is another account.
  package var accountOf: EventID?
  /// Events that this one came later than; also raises its earliest day.
  package var after: [EventID] = []
  /// Events that caused this one, as the source says.
  package var becauseOf: [EventID] = []
  /// The order among events of the same day.
  package var order: Int?
  package var tags: [String] = []
  /// Members that this program cannot read: kept and shown, never folded.
  package var unread: [JSONMember] = []

  package init(kind: String) {
    self.kind = kind
  }

  package var certainty: Certainty { statedCertainty ?? .reported }
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
