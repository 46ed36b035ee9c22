/// Drafts with their place in the log: what one append writes, before it is written.
package struct SealedBatch: Sendable {
  package private(set) var lines: [LogLine] = []
  /// The end of the log once the batch stands.
  package private(set) var end: LogPoint
  /// Every line with its newline, in one piece.
  private(set) var bytes: [UInt8] = []
  private(set) var confidentialParts: [ConfidentialPart] = []
  /// By how much the clock is behind the line before the batch, whose time was repeated.
  package private(set) var clockBehindSeconds = 0

  /// Seals `drafts` to follow `point`.
  package init(
    _ drafts: [Draft],
    after point: LogPoint,
    sealing: Sealing
  ) throws(EventLogError) {
    end = point
    var recorded = sealing.now
    if let last = point.recorded, last > recorded {
      clockBehindSeconds = last.seconds - recorded.seconds
      recorded = last
    }
    var unsealed: [Unsealed] = []
    unsealed.reserveCapacity(drafts.count)
    for (index, draft) in drafts.enumerated() {
      let position = Position(point.position.number + index + 1)
      try SealedBatch.refusing(draft: index + 1) { () throws(DraftFault) in
        let isLast = index == drafts.count - 1
        unsealed.append(try Unsealed(draft, position, recorded, isLast: isLast, sealing))
      }
    }
    for portion in unsealed.portions(of: SealedBatch.portion) {
      let bodies = portion.mapOnAllCores { LineFormat.body(of: $0.event) }
      for (unsealed, body) in zip(portion, bodies) {
        try SealedBatch.refusing(draft: lines.count + 1) { () throws(DraftFault) in
          try seal(unsealed, body)
        }
      }
    }
  }

  /// How many lines are written out before they are sealed, one after the other.
  private static let portion = 4_096

  private static func refusing(
    draft number: Int,
    _ work: () throws(DraftFault) -> Void
  ) throws(EventLogError) {
    do {
      try work()
    } catch {
      throw .refused(draft: number, error)
    }
  }

  private mutating func seal(_ unsealed: Unsealed, _ body: [UInt8]) throws(DraftFault) {
    let event = unsealed.event
    let (written, hash) = LineFormat.seal(body, after: end.hash)
    guard written.count <= LineFormat.lineBytesMax else {
      throw DraftFault("the whole event", .tooLong(bytesMax: LineFormat.lineBytesMax))
    }
    guard !LineFormat.holdsNUL(written.span),
      unsealed.part.map({ LineFormat.holdsNUL($0.line.span) }) != true
    else { throw DraftFault("a text", .controlCharacter) }
    lines.append(
      LogLine(
        line: .event(event),
        hash: hash,
        offset: end.offset,
        in: LinePiece(written),
        ByteRange(0, written.count)
      )
    )
    if let part = unsealed.part { confidentialParts.append(part) }
    bytes += written
    bytes.append(UInt8(ascii: "\n"))
    end = LogPoint(
      position: event.position,
      offset: end.offset + written.count + 1,
      hash: hash,
      recorded: event.recorded
    )
  }
}

/// An event with its place in the log, before the line before it is known, which seals it.
private struct Unsealed: Sendable {
  let event: Event
  let part: ConfidentialPart?

  init(
    _ draft: Draft,
    _ position: Position,
    _ recorded: Instant,
    isLast: Bool,
    _ sealing: Sealing
  ) throws(DraftFault) {
    part = try draft.confidential.map { (confidential) throws(DraftFault) in
      try ConfidentialPart(confidential, salt: Salt(sealing.random()))
    }
    event = Event(
      position: position,
      id: draft.id ?? EventID.generated(at: sealing.now, random: sealing.random()),
      recorded: recorded,
      by: draft.by,
      content: draft.content,
      privateDigest: part?.digest.description,
      hasMore: !isLast,
      salt: Salt(sealing.random()).text
    )
  }
}
