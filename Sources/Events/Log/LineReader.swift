/// Walks the lines of a byte source, a piece of the log at a time.
struct LineReader: LineCursor {
  private static let pieceBytes = 1 << 17

  private let source: any ByteSource
  private let end: LogEnd
  private(set) var point: LogPoint
  let bytesTotal: Int
  /// A piece of the log, and the offset at which it begins.
  private var piece = LinePiece([])
  private var pieceStart: Int
  /// The piece behind that one, if it is read already.
  private var ahead: PieceAhead?

  init(_ source: any ByteSource, after point: LogPoint, to end: LogEnd) {
    self.source = source
    self.end = end
    self.point = point
    bytesTotal = max(0, end.offset - point.offset)
    pieceStart = point.offset
  }

  var tornTail: TornTail? { end.tornTail }

  mutating func next() throws(EventLogError) -> LogLine? {
    switch try step() {
    case .line(let line): return line
    case .end: return nil
    case .damage(let damage):
      let log = SettledLog(source: source, end: end)
      throw .damaged(log: source.name, try Diagnosis.first(of: log, from: point) ?? damage)
    }
  }

  enum Step {
    case line(LogLine)
    /// The next line, judged by itself and by the line before it alone.
    case damage(Damage)
    case end
  }

  /// Reads the next line; at a damage the point stays before it.
  mutating func step() throws(EventLogError) -> Step {
    guard point.offset < end.offset else { return .end }
    let range = try lineRange(withEvents: true)
    do {
      let line = try LineFormat.read(piece, range, after: point)
      point = point.following(line)
      return .line(line)
    } catch {
      return .damage(error)
    }
  }

  /// Passes over the next line if it is plainly sound, without making an event of it; answers
  /// whether it announces another, or nil where `step` must look closer.
  mutating func skim() throws(EventLogError) -> Bool? {
    guard point.offset < end.offset else { return nil }
    let range = try lineRange(withEvents: false)
    guard let (next, hasMore) = LineFormat.plainPoint(piece, range, after: point) else {
      return nil
    }
    point = next
    return hasMore
  }

  /// Where the line at the point lies in the piece, without its newline.
  ///
  /// If another piece is read for it, that one holds events if they are asked for.
  private mutating func lineRange(withEvents: Bool) throws(EventLogError) -> Range<Int> {
    var width = LineReader.pieceBytes
    while true {
      let start = point.offset - pieceStart
      let lines = piece.bytes
      if let newline = lines.span.firstIndex(of: UInt8(ascii: "\n"), from: start) {
        return start..<newline
      }
      let isWhole = pieceStart + piece.bytes.count >= end.offset
      if isWhole, start < piece.bytes.count { return start..<piece.bytes.count }
      // A piece that brings no more than there is of the line would seem to be the end of the log.
      let reached = piece.bytes.count - start
      while width <= reached { width *= 4 }
      try readPiece(width: width, withEvents: withEvents)
      // The last line may lack its newline, which the end counts all the same.
      if piece.bytes.count <= reached { return 0..<piece.bytes.count }
      width *= 4
    }
  }

  /// Takes the piece that begins at the point, and lets the one behind it be read meanwhile.
  private mutating func readPiece(width: Int, withEvents: Bool) throws(EventLogError) {
    let start = point.offset
    // Where it could not be read, whoever tries again reads it themselves.
    let readAhead = ahead
    ahead = nil
    if withEvents, width == LineReader.pieceBytes, let readAhead, readAhead.start == start {
      piece = try readAhead.piece()
    } else {
      let bytes = try source.read(start..<min(end.offset, start + width))
      // So much is read for a line that is too long, and hardly for what stands behind it.
      let isHuge = bytes.count > 4 * LineFormat.lineBytesMax
      piece = withEvents && !isHuge ? LinePiece(events: bytes) : LinePiece(bytes)
    }
    pieceStart = start
    guard withEvents, let newline = piece.bytes.lastIndex(of: UInt8(ascii: "\n")) else { return }
    let next = pieceStart + newline + 1
    // Whoever reads a few lines needs no other core.
    guard next < end.offset, pieceStart + piece.bytes.count < end.offset else { return }
    ahead = PieceAhead(of: source, next..<min(end.offset, next + LineReader.pieceBytes))
  }
}
