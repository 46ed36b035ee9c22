/// Where the last whole batch of a log ends, as found once.
struct LogEnd {
  /// The point after the last whole batch; nil if the log is damaged there.
  ///
  /// The last line is taken at its word: only the lines of a torn tail are checked.
  var point: LogPoint?
  /// Bytes up to the point, the newline of the last line counted even if it is lacking.
  ///
  /// With a damaged end, all bytes: whoever reads on meets the damage.
  var offset: Int
  var tornTail: TornTail?

  /// Finds the end of the last whole batch in the first `count` bytes.
  ///
  /// Costs reading the last line, or the unfinished batch behind it, whatever the log's length.
  static func find(
    in source: any ByteSource,
    count: Int
  ) throws(EventLogError) -> LogEnd {
    let terminated = try source.endOfLines(before: count)
    let damaged = LogEnd(offset: count + (terminated < count ? 1 : 0))
    guard let whole = try lastWholeBatch(in: source, before: terminated) else { return damaged }
    guard let last = try checked(source, after: whole, to: terminated) else { return damaged }
    func torn(_ kind: TornTail.Kind) -> LogEnd {
      let tail = TornTail(
        kind: kind,
        after: whole.position,
        offset: whole.offset,
        byteCount: count - min(count, whole.offset)
      )
      return LogEnd(point: whole, offset: whole.offset, tornTail: tail)
    }
    if terminated == count {
      return last == whole ? LogEnd(point: whole, offset: count) : torn(.unfinishedBatch)
    }
    let rest = try source.read(terminated..<min(count, terminated + LineFormat.lineBytesMax + 1))
    do {
      let line = try LineFormat.read(rest, after: last)
      if line.line.hasMore { return torn(.unfinishedBatch) }
      let end = last.following(line)
      return LogEnd(point: end, offset: end.offset)
    } catch {
      return error.kind.isCutOff(in: rest)
        ? torn(rest.contains(0) ? .nulBytes : .noNewline) : damaged
    }
  }

  /// The point after the last line that announces no other; nil if that line cannot be read.
  private static func lastWholeBatch(
    in source: any ByteSource,
    before end: Int
  ) throws(EventLogError) -> LogPoint? {
    var end = end
    while let (point, hasMore) = try source.claimedPoint(at: end) {
      if !hasMore { return point }
      end = try source.lineBefore(end).lowerBound
    }
    return nil
  }

  /// The point at `end`, if every line from `start` to there is sound.
  private static func checked(
    _ source: any ByteSource,
    after start: LogPoint,
    to end: Int
  ) throws(EventLogError) -> LogPoint? {
    var reader = LineReader(source, after: start, to: LogEnd(offset: end))
    while true {
      switch try reader.step() {
      case .line: continue
      case .damage: return nil
      case .end: return reader.point
      }
    }
  }
}

extension Damage.Kind {
  /// Whether a line without newline may be so because its writing was cut off.
  ///
  /// What is cut off is no whole object: an object that is whole was written, and changed since.
  fileprivate func isCutOff(in rest: [UInt8]) -> Bool {
    switch self {
    // An object without a seal was never a line, so no newline was lost behind it.
    case .glued(let at): LineFormat.sealed(rest.span.extracting(0..<min(at, rest.count))) == nil
    case .notJSON, .nulBytes, .invalidUTF8, .tooLong, .blank, .mergeConflict: true
    default: false
    }
  }
}
