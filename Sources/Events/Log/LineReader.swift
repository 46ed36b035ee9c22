/// Walks the lines of a byte source, a piece of the log at a time.
struct LineReader: LineCursor {
  private static let pieceBytes = 1 << 20

  private let source: any ByteSource
  private let end: LogEnd
  private(set) var point: LogPoint
  let bytesTotal: Int
  /// A piece of the log, and the offset at which it begins.
  private var piece: [UInt8] = []
  private var pieceStart: Int

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
    let bytes = try lineBytes()
    do {
      let line = try LineFormat.read(bytes, after: point)
      point = point.following(line)
      return .line(line)
    } catch {
      return .damage(error)
    }
  }

  /// The bytes of the line at the point, without its newline.
  private mutating func lineBytes() throws(EventLogError) -> [UInt8] {
    while true {
      let start = point.offset - pieceStart
      if let newline = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
        return Array(piece[start..<newline])
      }
      let read = pieceStart + piece.count
      guard read < end.offset else { return Array(piece[start...]) }
      piece.removeSubrange(..<start)
      pieceStart = point.offset
      let more = try source.read(read..<min(end.offset, read + LineReader.pieceBytes))
      // The last line may lack its newline, which the end counts all the same.
      if more.isEmpty { return piece }
      piece += more
    }
  }
}
