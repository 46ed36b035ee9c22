/// Reads single lines of a log again, by where they were found to stand.
package final class LineSource {
  private let source: any ByteSource

  init(_ source: any ByteSource) {
    self.source = source
  }

  /// The event on the line at `place`, its hash checked against the line before it.
  package func event(at place: LinePlace) throws(EventLogError) -> Event {
    let lead = place.position == Position(1) ? 0 : LineFormat.sealBytes + 1
    let start = place.offset - lead
    guard start >= 0 else { throw damaged(place, .unsealed) }
    let piece = LinePiece(events: try source.read(start..<(place.offset + place.byteCount)))
    let bytes = piece.bytes
    guard bytes.count == lead + place.byteCount else { throw damaged(place, .unsealed) }
    var hash = LineHash.start
    if lead > 0 {
      let seal = bytes.span.extracting(0..<LineFormat.sealBytes)
      guard let before = LineFormat.sealed(seal) else { throw damaged(place, .unsealed) }
      hash = before
    }
    let point = LogPoint(
      position: Position(place.position.number - 1),
      offset: place.offset,
      hash: hash,
      recorded: nil
    )
    let line: LogLine
    do {
      line = try LineFormat.read(piece, lead..<bytes.count, after: point)
    } catch {
      throw .damaged(log: source.name, error)
    }
    guard case .event(let event) = line.line else { throw damaged(place, .unsealed) }
    return event
  }

  private func damaged(_ place: LinePlace, _ kind: Damage.Kind) -> EventLogError {
    let damage = Damage(
      kind,
      line: place.position.number,
      offset: place.offset,
      after: Position(place.position.number - 1)
    )
    return .damaged(log: source.name, damage)
  }
}

/// Where a line stands in its log.
package struct LinePlace: Hashable, Sendable {
  package let position: Position
  /// The byte at which it begins.
  package let offset: Int
  /// Its bytes, without its newline.
  package let byteCount: Int

  package init(position: Position, offset: Int, byteCount: Int) {
    self.position = position
    self.offset = offset
    self.byteCount = byteCount
  }
}
