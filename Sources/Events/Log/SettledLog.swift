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
      // A line that says nothing is not the one looked for.
      if (try? LineFormat.claim(bytes))?.number == point.position.number { found = true }
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
    guard var before = try source.claimedPoint(at: range.lowerBound)?.point else {
      throw try damage()
    }
    before.recorded = try lastRecorded(before: range.lowerBound)
    let bytes = try source.read(range)
    do {
      return before.following(try LineFormat.read(bytes, after: before))
    } catch {
      throw try damage(error)
    }
  }

  /// The last time that stands above, past lines whose time was withheld with them.
  private func lastRecorded(before offset: Int) throws(EventLogError) -> Instant? {
    var offset = offset
    for _ in 0..<SettledLog.withheldMax where offset > 0 {
      if let recorded = try source.claimedPoint(at: offset)?.point.recorded { return recorded }
      offset = try source.lineBefore(offset).lowerBound
    }
    return nil
  }

  /// How many withheld lines an append looks past for a time.
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
