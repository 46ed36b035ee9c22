/// The members of a content that is known apart from its line, shared by its copies.
///
/// Changed only while one content alone holds it, so that whoever shares it never sees a change.
final class Fields: @unchecked Sendable {
  var kind: String {
    didSet { section = Vocabulary.standard.section(of: kind) }
  }
  private(set) var section: Kind.Section?
  var date: EDTF?
  var persons = EntityList()
  var actors: [Actor] = []
  var place: EntityID?
  var title: String?
  var text: String?
  var details = Details()
  var sources: [Citation] = []
  var certainty: Certainty?
  var accountOf: EventID?
  var after: [EventID] = []
  var becauseOf: [EventID] = []
  var order: Int?
  var tags: [String] = []
  var unread: [JSONMember] = []

  init(kind: String) {
    self.kind = kind
    section = Vocabulary.standard.section(of: kind)
  }

  /// Every member of `content`, read from its line if it lies in one.
  init(_ content: Content) {
    kind = content.kind
    section = content.section
    date = content.date
    persons = content.persons
    actors = content.actors
    place = content.place
    title = content.title
    text = content.text
    details = content.details
    sources = content.sources
    certainty = content.statedCertainty
    accountOf = content.accountOf
    after = content.after
    becauseOf = content.becauseOf
    order = content.order
    tags = content.tags
    unread = content.unread
  }

  /// What folds of one person read of `content`, but for its details, and nothing of the line in
  /// which it lies.
  init(folding content: Content) {
    kind = content.kind
    section = content.section
    date = content.date
    place = content.place
    certainty = content.statedCertainty
    accountOf = content.accountOf
    after = content.after
    order = content.order
  }
}
