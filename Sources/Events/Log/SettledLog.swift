/// The bytes of a log, with an end that stays where it was found.
struct SettledLog {
  let source: any ByteSource
  let end: LogEnd

  /// The lines after `point`, if the log bears its hash there.
  func lines(after point: LogPoint) throws(EventLogError) -> LineReader {
    guard try bears(point) else {
      throw .rewritten(log: source.name, point, linesWithheld: try bearsElsewhere(point))
    }
    return LineReader(source, after: point, to: end)
  }

  private func bears(_ point: LogPoint) throws(EventLogError) -> Bool {
    if point.position == .start { return point.offset == 0 && point.hash == .start }
    guard point.offset <= end.offset, point.offset > LineFormat.sealBytes else { return false }
    let bytes = try source.read((point.offset - 1 - LineFormat.sealBytes)..<point.offset)
    // Only the last newline of all may be lacking.
    guard bytes.count == LineFormat.sealBytes || bytes.last == UInt8(ascii: "\n") else {
      return false
    }
    return LineFormat.sealed(bytes.span.extracting(first: LineFormat.sealBytes)) == point.hash
  }

  /// Whether the line before the point stands at another place, as it does once lines before it are
  /// withheld.
  private func bearsElsewhere(_ point: LogPoint) throws(EventLogError) -> Bool {
    var found = false
    try source.eachLine(to: end.offset) { bytes, _ in
      guard let bytes, LineFormat.sealed(bytes.span) == point.hash else { return }
      if LineFormat.claim(bytes)?.position == point.position { found = true }
    }
    return found
  }

  /// The end, once the last line is checked against the line before it.
  ///
  /// Of a withheld line only the number can be checked.
  func checkedEnd() throws(EventLogError) -> LogPoint {
    guard let end = end.point else { throw try damage() }
    if end.position == .start { return end }
    let range = try source.lineBefore(end.offset)
    guard let before = try claimedPoint(at: range.lowerBound) else { throw try damage() }
    let bytes = try source.read(range)
    do {
      return before.following(try LineFormat.read(bytes, after: before))
    } catch {
      throw try damage(error)
    }
  }

  /// The point at that byte, as the lines before it claim; nil if the last of them cannot be read.
  private func claimedPoint(at offset: Int) throws(EventLogError) -> LogPoint? {
    guard offset > 0, let claim = try source.claim(before: offset) else {
      return offset == 0 ? .start : nil
    }
    var point = LogPoint(
      position: claim.position,
      offset: offset,
      hash: claim.hash,
      recorded: claim.recorded
    )
    var above = try source.lineBefore(offset).lowerBound
    // Times only rise: behind withheld lines, the line above them has the last one.
    for _ in 0..<SettledLog.withheldMax where point.recorded == nil && above > 0 {
      point.recorded = try source.claim(before: above)?.recorded
      above = try source.lineBefore(above).lowerBound
    }
    return point
  }

  /// How many lines an append looks up for a time.
  private static let withheldMax = 256

  /// The first damage of the log, or what was found at its end.
  private func damage(_ found: Damage? = nil) throws(EventLogError) -> EventLogError {
    let verification = try LogVerification(self) { _ in }
    guard let first = verification.damages.first ?? found else {
      preconditionFailure("what cannot be read at the end is damage")
    }
    return .damaged(log: source.name, first)
  }
}
