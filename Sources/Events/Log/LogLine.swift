/// One line of the log as read.
package struct LogLine: Sendable {
  package var line: Line
  package var hash: LineHash
  /// The byte at which it begins.
  package var offset: Int
  /// Members that this program cannot read; empty for what it wrote itself.
  package var faults: [DraftFault]
  private let piece: LinePiece
  private let range: ByteRange

  init(
    line: Line,
    hash: LineHash,
    offset: Int,
    in piece: LinePiece,
    _ range: ByteRange,
    faults: [DraftFault] = []
  ) {
    self.line = line
    self.hash = hash
    self.offset = offset
    self.piece = piece
    self.range = range
    self.faults = faults
  }

  /// The line without its newline, exactly as it stands in the log.
  package var bytes: [UInt8] { Array(piece.bytes[range.indices]) }

  /// How many bytes the line has, without its newline.
  package var byteCount: Int { range.count }
}

/// What a line says: an event, or that one was withheld.
package enum Line: Sendable {
  case event(Event)
  case withheld(position: Position, hasMore: Bool)

  package var position: Position {
    switch self {
    case .event(let event): event.position
    case .withheld(let position, _): position
    }
  }

  /// Whether the next line belongs to the same batch.
  package var hasMore: Bool {
    switch self {
    case .event(let event): event.hasMore
    case .withheld(_, let hasMore): hasMore
    }
  }
}
