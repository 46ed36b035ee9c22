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
    for (index, draft) in drafts.enumerated() {
      do {
        try seal(draft, recorded: recorded, isLast: index == drafts.count - 1, sealing: sealing)
      } catch {
        throw .refused(draft: index + 1, error)
      }
    }
  }

  private mutating func seal(
    _ draft: Draft,
    recorded: Instant,
    isLast: Bool,
    sealing: Sealing
  ) throws(DraftFault) {
    var part: ConfidentialPart?
    if let confidential = draft.confidential {
      part = try ConfidentialPart(confidential, salt: Salt(sealing.random()))
    }
    let event = Event(
      position: end.position.next,
      id: draft.id ?? EventID.generated(at: sealing.now, random: sealing.random()),
      recorded: recorded,
      by: draft.by,
      content: draft.content,
      privateDigest: part?.digest.description,
      hasMore: !isLast,
      salt: Salt(sealing.random()).text
    )
    let (written, hash) = LineFormat.seal(event, after: end.hash)
    guard written.count <= LineFormat.lineBytesMax else {
      throw DraftFault("the whole event", .tooLong(bytesMax: LineFormat.lineBytesMax))
    }
    guard !LineFormat.holdsNUL(written.span),
      part.map({ LineFormat.holdsNUL($0.line.span) }) != true
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
    if let part { confidentialParts.append(part) }
    bytes += written
    bytes.append(UInt8(ascii: "\n"))
    end = LogPoint(
      position: event.position,
      offset: end.offset + written.count + 1,
      hash: hash,
      recorded: recorded
    )
  }
}
