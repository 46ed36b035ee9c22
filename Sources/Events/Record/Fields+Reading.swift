extension Fields {
  /// The content whose members were scanned in `piece`; nil if one of them is not of its type.
  convenience init?(_ line: LineScanner, in piece: LinePiece) {
    let bytes = piece.bytes
    let span = bytes.span
    let kindBytes = line[.kind]
    guard kindBytes.count > 0 else { return nil }
    if let kind = Vocabulary.standard.kind(spelled: span, kindBytes.indices) {
      self.init(kind: kind.name, section: kind.section, in: piece)
    } else {
      self.init(kind: piece.text(kindBytes), section: nil, in: piece)
    }
    guard readDate(line[.date], span), readIDs(line, span), readNumbers(line, span) else {
      return nil
    }
    if !line[.title].isNone { title = .written(line[.title]) }
    if !line[.text].isNone { text = .written(line[.text]) }
    if !line[.actors].isNone { actors = .written(line[.actors]) }
    if !line[.sources].isNone { sources = .written(line[.sources]) }
    if !line[.tags].isNone { tags = .written(line[.tags]) }
    if !line[.details].isNone { details = Details(in: piece, line[.details]) }
  }

  private func readDate(_ range: ByteRange, _ span: Span<UInt8>) -> Bool {
    if range.isNone { return true }
    // Why it is no date is told by whoever reads the line closely.
    guard let date = try? EDTF(parsing: span.extracting(range.indices)), date.isWithinLogYears
    else { return false }
    self.date = date
    return true
  }

  private func readIDs(_ line: LineScanner, _ span: Span<UInt8>) -> Bool {
    if !line[.persons].isNone {
      guard
        eachText(
          line[.persons],
          span,
          { bytes in
            guard EntityID.isValid(bytes) else { return false }
            persons.append(EntityID(known: bytes))
            return true
          }
        )
      else { return false }
    }
    if !line[.place].isNone {
      let bytes = span.extracting(line[.place].indices)
      guard EntityID.isValid(bytes) else { return false }
      place = EntityID(known: bytes)
    }
    if !line[.accountOf].isNone {
      let bytes = span.extracting(line[.accountOf].indices)
      guard EventID.isValid(bytes) else { return false }
      accountOf = EventID(known: bytes)
    }
    return readEvents(line[.after], span, to: &after)
      && readEvents(line[.becauseOf], span, to: &becauseOf)
  }

  private func readEvents(
    _ range: ByteRange,
    _ span: Span<UInt8>,
    to ids: inout [EventID]
  ) -> Bool {
    if range.isNone { return true }
    return eachText(range, span) { bytes in
      guard EventID.isValid(bytes) else { return false }
      ids.append(EventID(known: bytes))
      return true
    }
  }

  private func readNumbers(_ line: LineScanner, _ span: Span<UInt8>) -> Bool {
    if !line[.certainty].isNone {
      let text = String(repairing: span.extracting(line[.certainty].indices))
      guard let certainty = Certainty(rawValue: text) else { return false }
      statedCertainty = certainty
    }
    if !line[.order].isNone {
      guard let order = Int(String(repairing: span.extracting(line[.order].indices))) else {
        return false
      }
      self.order = order
    }
    return true
  }

  /// Calls `body` with each text of a list, without its quotes, while it agrees.
  private func eachText(
    _ range: ByteRange,
    _ span: Span<UInt8>,
    _ body: (Span<UInt8>) -> Bool
  ) -> Bool {
    var scan = ValueScanner(at: Int(range.start) + 1, end: Int(range.end))
    if scan.take(UInt8(ascii: "]"), span) { return true }
    while let text = scan.plainText(span) {
      guard body(span.extracting(text)) else { return false }
      if scan.take(UInt8(ascii: "]"), span) { return true }
      guard scan.take(UInt8(ascii: ","), span) else { return false }
    }
    return false
  }
}
