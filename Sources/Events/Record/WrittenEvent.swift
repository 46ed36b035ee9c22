/// An event as it lies in a piece of the log.
///
/// What folds ask of every event is read; of the rest it is known where it lies, and that it can be
/// read. Mostly the whole takes no memory of its own: only what is long does, such as a list of
/// several people.
struct WrittenEvent: Sendable {
  /// Its line, without the newline.
  let line: ByteRange
  /// The number that the line gives itself.
  let number: Int
  let id: EventID
  let recorded: Instant
  let kind: String
  let section: Kind.Section?
  private(set) var date: EDTF?
  private(set) var persons = EntityList()
  private(set) var certainty: Certainty?
  private(set) var order: Int?
  let hasMore: Bool
  let by: ByteRange
  let place: ByteRange
  let actors: ByteRange
  let title: ByteRange
  let text: ByteRange
  let details: WrittenObject
  let sources: ByteRange
  let accountOf: ByteRange
  let after: ByteRange
  let becauseOf: ByteRange
  let tags: ByteRange
  let digest: ByteRange
  let salt: ByteRange
  let hash: ByteRange

  /// The event on the line `line` of `span`, whose members were found; nil if one of them is not of
  /// its type.
  ///
  /// The members of its details are added to `table`.
  init?(
    _ members: LineScanner,
    _ line: Range<Int>,
    in span: Span<UInt8>,
    _ table: inout [WrittenMember]
  ) {
    guard let number = members.number(in: span),
      EventID.isValid(span.extracting(members[.id].indices)), !members[.salt].isNone,
      let recorded = Instant(iso: span.extracting(members[.recorded].indices)),
      members[.kind].count > 0
    else { return nil }
    if let kind = Vocabulary.standard.kind(spelled: span, members[.kind].indices) {
      (self.kind, section) = (kind.name, kind.section)
    } else {
      (kind, section) = (String(repairing: span.extracting(members[.kind].indices)), nil)
    }
    self.line = ByteRange(line.lowerBound, line.upperBound)
    self.number = number
    id = EventID(known: span.extracting(members[.id].indices))
    self.recorded = recorded
    hasMore = !members[.more].isNone
    by = members[.by]
    place = members[.place]
    actors = members[.actors]
    title = members[.title]
    text = members[.text]
    details = WrittenObject(members[.details], in: span, &table)
    sources = members[.sources]
    accountOf = members[.accountOf]
    after = members[.after]
    becauseOf = members[.becauseOf]
    tags = members[.tags]
    digest = members[.private]
    salt = members[.salt]
    hash = members[.hash]
    guard readDate(members[.date], span), readPersons(members[.persons], span),
      readCertainty(members[.certainty], span), readOrder(members[.order], span), hasSoundIDs(span)
    else { return nil }
  }

  private mutating func readDate(_ range: ByteRange, _ span: Span<UInt8>) -> Bool {
    if range.isNone { return true }
    // Why it is no date is told by whoever reads the line closely.
    guard let date = try? EDTF(parsing: span.extracting(range.indices)), date.isWithinLogYears
    else { return false }
    self.date = date
    return true
  }

  private mutating func readPersons(_ range: ByteRange, _ span: Span<UInt8>) -> Bool {
    if range.isNone { return true }
    return span.eachText(of: range) { bytes in
      guard EntityID.isValid(bytes) else { return false }
      persons.append(EntityID(known: bytes))
      return true
    }
  }

  private mutating func readCertainty(_ range: ByteRange, _ span: Span<UInt8>) -> Bool {
    if range.isNone { return true }
    certainty = Certainty(rawValue: String(repairing: span.extracting(range.indices)))
    return certainty != nil
  }

  private mutating func readOrder(_ range: ByteRange, _ span: Span<UInt8>) -> Bool {
    if range.isNone { return true }
    order = Int(String(repairing: span.extracting(range.indices)))
    return order != nil
  }

  /// Whether what is read when somebody asks for it are ids.
  private func hasSoundIDs(_ span: Span<UInt8>) -> Bool {
    (place.isNone || EntityID.isValid(span.extracting(place.indices)))
      && (accountOf.isNone || EventID.isValid(span.extracting(accountOf.indices)))
      && (after.isNone || span.eachText(of: after, EventID.isValid))
      && (becauseOf.isNone || span.eachText(of: becauseOf, EventID.isValid))
  }
}
