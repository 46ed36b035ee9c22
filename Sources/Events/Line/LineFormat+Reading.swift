extension LineFormat {
  /// The members of a line that are not content.
  static let envelope: Set<String> = [
    "n", "id", "recorded", "by", "private", "more", "salt", "hash",
  ]

  /// Reads the line that stands after `point`, given without its newline.
  ///
  /// A line whose hash is right is read whatever it says: what this program does not know is kept
  /// in `Content.unread`. What is thrown judges the line by itself and by the line before it alone.
  package static func read(_ bytes: [UInt8], after point: LogPoint) throws(Damage) -> LogLine {
    try read(LinePiece(events: bytes), 0..<bytes.count, after: point)
  }

  /// Reads the line in `range` of a piece of the log.
  static func read(
    _ piece: LinePiece,
    _ range: Range<Int>,
    after point: LogPoint
  ) throws(Damage) -> LogLine {
    if let line = plainLine(piece, range, after: point) { return line }
    do {
      let bytes = Array(piece.bytes[range])
      return try closelyRead(bytes, after: point, hash: sealed(bytes.span))
    } catch {
      throw Damage(
        error,
        line: point.position.number + 1,
        offset: point.offset,
        after: point.position
      )
    }
  }

  /// Reads a line whose hash was checked, or is not to be.
  static func readAgain(
    _ bytes: Span<UInt8>,
    at position: Position
  ) throws(Damage.Kind) -> Event {
    try event(members(bytes), at: position).event
  }

  /// The hash that a line states, in its place at the end.
  static func sealed(_ line: Span<UInt8>) -> LineHash? {
    let start = line.count - sealBytes
    guard start >= 0, line.extracting(start..<line.count).starts(with: sealHead),
      line.extracting((line.count - sealTail.count)..<line.count).starts(with: sealTail)
    else { return nil }
    let text = start + sealHead.count
    return LineHash(line.extracting(text..<(text + LineHash.characterCount)))
  }

  /// Whether this ends as a line of a log does, whatever it says.
  package static func isSealed(_ line: Span<UInt8>) -> Bool { sealed(line) != nil }

  /// The line as it mostly is: spelled plainly and sound; nil where one must look closer.
  private static func plainLine(
    _ piece: LinePiece,
    _ range: Range<Int>,
    after point: LogPoint
  ) -> LogLine? {
    guard let place = piece.event(on: range) else { return nil }
    let bytes = piece.bytes
    let span = bytes.span
    let written = piece.events[Int(place)]
    guard written.number == point.position.number + 1,
      let hash = soundHash(span, range, after: point, statedIn: written.hash)
    else { return nil }
    return LogLine(
      line: .event(Event(place, in: piece)),
      hash: hash,
      offset: point.offset,
      in: piece,
      ByteRange(range.lowerBound, range.upperBound)
    )
  }

  /// The point behind a line as it mostly is, and whether it announces another; nil where one must
  /// look closer.
  static func plainPoint(
    _ piece: LinePiece,
    _ range: Range<Int>,
    after point: LogPoint
  ) -> (point: LogPoint, hasMore: Bool)? {
    let bytes = piece.bytes
    let span = bytes.span
    guard range.count <= lineBytesMax, let members = LineScanner(span, range),
      members.number(in: span) == point.position.number + 1,
      let hash = soundHash(span, range, after: point, statedIn: members[.hash]),
      EventID.isValid(span.extracting(members[.id].indices)), !members[.salt].isNone,
      let recorded = Instant(iso: span.extracting(members[.recorded].indices))
    else { return nil }
    let next = LogPoint(
      position: point.position.next,
      offset: point.offset + range.count + 1,
      hash: hash,
      recorded: recorded
    )
    return (next, !members[.more].isNone)
  }

  /// The hash of the line in `range`; nil unless it is the one that stands in `stated`.
  private static func soundHash(
    _ span: Span<UInt8>,
    _ range: Range<Int>,
    after point: LogPoint,
    statedIn stated: ByteRange
  ) -> LineHash? {
    let body = span.extracting(range.lowerBound..<(range.upperBound - sealBytes))
    let hash = LineHash.of(body: body, after: point.hash)
    return hash.isWritten(in: span.extracting(stated.indices)) ? hash : nil
  }

  private static func closelyRead(
    _ bytes: [UInt8],
    after point: LogPoint,
    hash: LineHash?
  ) throws(Damage.Kind) -> LogLine {
    let piece = LinePiece(bytes)
    let all = ByteRange(0, bytes.count)
    guard bytes.count <= lineBytesMax else { throw .tooLong(bytes: bytes.count) }
    guard let hash else { throw unsealed(bytes.span) }
    if let line = withheldLine(bytes, hash: hash) {
      guard line.position == point.position.next else {
        throw .outOfSequence(says: line.position.number)
      }
      return LogLine(line: line, hash: hash, offset: point.offset, in: piece, all)
    }
    let members = try members(bytes.span)
    let body = bytes.span.extracting(0..<(bytes.count - sealBytes))
    let computed = LineHash.of(body: body, after: point.hash)
    let number = number(members)
    guard computed == hash else {
      guard let number, number != point.position.number + 1 else {
        throw .altered(stated: hash, computed: computed)
      }
      throw .outOfSequence(says: number)
    }
    guard number == point.position.number + 1 else { throw .misnumbered(says: number) }
    let (event, faults) = try event(members, at: point.position.next)
    return LogLine(
      line: .event(event),
      hash: hash,
      offset: point.offset,
      in: piece,
      all,
      faults: faults
    )
  }

  /// The line as a withheld one; nil unless it says that and nothing else.
  ///
  /// No hash covers such a line, so nothing may hide in it.
  static func withheldLine(_ bytes: [UInt8], hash: LineHash) -> Line? {
    let head = Array("{\"n\":".utf8)
    guard bytes.count < 160, bytes.starts(with: head) else { return nil }
    let digits = bytes.dropFirst(head.count).prefix { $0.isDigit }
    guard let number = Int(String(decoding: digits, as: UTF8.self)), 1...numberMax ~= number else {
      return nil
    }
    let position = Position(number)
    for hasMore in [false, true]
    where bytes == withheld(position, hasMore: hasMore, hash: hash) {
      return .withheld(position: position, hasMore: hasMore)
    }
    return nil
  }

  /// The number that a line gives itself, if it is one that a line can have.
  static func number(_ members: [JSONMember]) -> Int? {
    guard let number = members[named: "n"]?.integer, 1...numberMax ~= number else { return nil }
    return number
  }

  /// As many as `numberMax` has.
  static let numberDigitsMax = 16

  /// No log is so long; greater numbers were never counted.
  private static let numberMax = 1 << 53

  private static func event(
    _ members: [JSONMember],
    at position: Position
  ) throws(Damage.Kind) -> (event: Event, faults: [DraftFault]) {
    let reader = ContentReader(members, envelope: envelope)
    var content = reader.content
    var faults = reader.faults
    func text(_ name: String) -> String? { members[named: name]?.text }
    guard let id = text("id").flatMap(EventID.init) else { throw .malformed(member: "id") }
    guard let recorded = text("recorded").flatMap(Instant.init(iso:)) else {
      throw .malformed(member: "recorded")
    }
    guard let salt = text("salt") else { throw .malformed(member: "salt") }
    let more = members[named: "more"]
    guard more == nil || more?.boolean == true else { throw .malformed(member: "more") }
    for name in ["by", "private"] {
      guard let value = members[named: name], value.text == nil else { continue }
      faults.append(DraftFault(name, .wrongType(expected: "text")))
      content.unread.append(JSONMember(name, value))
    }
    let event = Event(
      position: position,
      id: id,
      recorded: recorded,
      by: text("by"),
      content: content,
      privateDigest: text("private"),
      hasMore: more != nil,
      salt: salt
    )
    return (event, faults)
  }
}

extension Span<UInt8> {
  /// Whether the span begins with these bytes.
  func starts(with prefix: [UInt8]) -> Bool {
    guard count >= prefix.count else { return false }
    for index in prefix.indices where self[index] != prefix[index] { return false }
    return true
  }
}
