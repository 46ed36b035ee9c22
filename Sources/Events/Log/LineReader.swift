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
  /// Whether nothing of the log stands behind the piece.
  private var isLast = false
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
    while true {
      let start = point.offset - pieceStart
      let lines = piece.bytes
      if let newline = lines.span.firstIndex(of: UInt8(ascii: "\n"), from: start) {
        return start..<newline
      }
      // Of a log that was cut meanwhile even less is left.
      if isLast { return min(start, lines.count)..<lines.count }
      // Of a long line more is read each time, from its beginning.
      let width = max(LineReader.pieceBytes, 4 * (lines.count - start))
      try readPiece(width: width, withEvents: withEvents)
    }
  }

  /// Takes the piece that begins at the point, and lets the one behind it be read meanwhile.
  private mutating func readPiece(width: Int, withEvents: Bool) throws(EventLogError) {
    let start = point.offset
    // Where it could not be read, whoever tries again reads it themselves.
    let readAhead = ahead
    ahead = nil
    if withEvents, let readAhead, readAhead.range.lowerBound == start {
      piece = try readAhead.piece()
      note(readAhead.range)
    } else {
      let range = start..<min(end.offset, start + width)
      let bytes = try source.read(range)
      // So much is read for a line that is too long, and hardly for what stands behind it.
      let isHuge = bytes.count > 4 * LineFormat.lineBytesMax
      piece = withEvents && !isHuge ? LinePiece(events: bytes) : LinePiece(bytes)
      note(range)
    }
    guard withEvents, !isLast, let newline = piece.bytes.lastIndex(of: UInt8(ascii: "\n"))
    else { return }
    let next = pieceStart + newline + 1
    ahead = PieceAhead(of: source, next..<min(end.offset, next + LineReader.pieceBytes))
  }

  /// Notes that the piece was read from `range`, or from as much of it as there is.
  private mutating func note(_ range: Range<Int>) {
    pieceStart = range.lowerBound
    // The last line may lack its newline, which the end counts all the same.
    isLast = piece.bytes.count < range.count || range.upperBound == end.offset
  }
}
