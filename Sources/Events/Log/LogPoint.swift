/// A point between two lines: everything before it is settled.
package struct LogPoint: Hashable, Sendable {
  /// The line before the point.
  package var position: Position
  /// Bytes before the point, the newline of the line before it included.
  package var offset: Int
  /// The hash of the line before the point.
  package var hash: LineHash
  /// When the last line before the point that was not withheld was recorded; nil if none was read.
  package var recorded: Instant?

  package init(position: Position, offset: Int, hash: LineHash, recorded: Instant?) {
    self.position = position
    self.offset = offset
    self.hash = hash
    self.recorded = recorded
  }

  package static let start = LogPoint(
    position: .start,
    offset: 0,
    hash: .start,
    recorded: nil
  )

  /// The point after a line that stands at this one.
  func following(_ line: LogLine) -> LogPoint {
    var next = LogPoint(
      position: line.line.position,
      offset: offset + line.byteCount + 1,
      hash: line.hash,
      recorded: recorded
    )
    if case .event(let event) = line.line { next.recorded = event.recorded }
    return next
  }
}
