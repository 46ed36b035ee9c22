/// Members of an event that were found in a piece, read when somebody asks for them.
extension LinePiece {
  func entity(_ range: ByteRange) -> EntityID {
    let bytes = bytes
    return EntityID(known: bytes.span.extracting(range.indices))
  }

  func event(_ range: ByteRange) -> EventID {
    let bytes = bytes
    return EventID(known: bytes.span.extracting(range.indices))
  }

  func events(_ range: ByteRange) -> [EventID] {
    if range.isNone { return [] }
    var ids: [EventID] = []
    let bytes = bytes
    _ = bytes.span.eachText(of: range) { id in
      ids.append(EventID(known: id))
      return true
    }
    return ids
  }

  func details(_ object: WrittenObject) -> Details {
    object.isNone ? Details() : Details(object, in: self)
  }

  func actors(_ range: ByteRange) -> [Actor] {
    objects(range) { object in
      guard let actor = object("actor"), let role = object("role") else { return nil }
      return Actor(actor: entity(actor), role: text(role))
    }
  }

  func citations(_ range: ByteRange) -> [Citation] {
    objects(range) { object in
      guard let source = object("source") else { return nil }
      return Citation(
        source: entity(source),
        at: object("at").map(text),
        via: object("via").map(entity),
        quote: object("quote").map(text),
        lang: object("lang").map(text)
      )
    }
  }

  func tags(_ range: ByteRange) -> [String] {
    range.isNone ? [] : json(range).array?.compactMap(\.text) ?? []
  }

  /// What `read` makes of the objects of texts in a list; it is given where a member lies, by its
  /// name, without quotes.
  private func objects<Value>(
    _ list: ByteRange,
    _ read: ((String) -> ByteRange?) -> Value?
  ) -> [Value] {
    if list.isNone { return [] }
    var values: [Value] = []
    var table: [WrittenMember] = []
    let bytes = bytes
    let span = bytes.span
    var scan = ValueScanner(at: Int(list.start) + 1, end: Int(list.end))
    repeat {
      let start = scan.at
      scan.skipValue(span)
      table.removeAll(keepingCapacity: true)
      _ = WrittenObject(ByteRange(start, scan.at), in: span, &table)
      let value = read { name in
        table.place(of: name, in: span).map { ByteRange($0.start + 1, $0.end - 1) }
      }
      if let value { values.append(value) }
    } while scan.take(UInt8(ascii: ","), span)
    return values
  }
}

extension Span<UInt8> {
  /// Calls `body` with each text of the list in `range`, without its quotes, while it agrees.
  ///
  /// Answers whether it always did.
  func eachText(of range: ByteRange, _ body: (Span<UInt8>) -> Bool) -> Bool {
    var scan = ValueScanner(at: Int(range.start) + 1, end: Int(range.end))
    if scan.take(UInt8(ascii: "]"), self) { return true }
    while let text = scan.plainText(self) {
      guard body(extracting(text)) else { return false }
      if scan.take(UInt8(ascii: "]"), self) { return true }
      guard scan.take(UInt8(ascii: ","), self) else { return false }
    }
    return false
  }
}
