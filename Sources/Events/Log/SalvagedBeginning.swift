/// The beginning of a damaged log that is a log of its own, as it grows line by line.
///
/// It ends with a whole batch; the lines of the batch at which it has arrived wait until that is
/// whole.
struct SalvagedBeginning {
  /// What ends with a whole batch.
  struct Whole {
    var end: LogPoint = .start
    var counts = LogVerification.Counts()
    var confidentialCount = 0
    /// What is copied, in this order, a newline after each.
    var pieces: [Range<Int>] = []
  }

  /// A line that waits for the end of its batch.
  struct Waiting {
    var range: Range<Int>
    var position: Position
    var isWithheld: Bool
    fileprivate var hasConfidentialPart: Bool
    /// Whether one newline alone parts it from the line before it.
    fileprivate var isNext: Bool

    fileprivate init(_ line: LogLine, range: Range<Int>, isNext: Bool) {
      self.range = range
      self.isNext = isNext
      position = line.line.position
      switch line.line {
      case .withheld: (isWithheld, hasConfidentialPart) = (true, false)
      case .event(let event):
        (isWithheld, hasConfidentialPart) = (false, event.privateDigest != nil)
      }
    }
  }

  private(set) var whole = Whole()
  private(set) var waiting: [Waiting] = []
  /// Where the next line would stand in the copy.
  private(set) var point: LogPoint = .start

  /// Adds a line that was read at `point`.
  mutating func take(_ line: LogLine, from range: Range<Int>, isNext: Bool) {
    point = point.following(line)
    waiting.append(Waiting(line, range: range, isNext: isNext))
    if !line.line.hasMore { closeBatch() }
  }

  private mutating func closeBatch() {
    for (index, line) in waiting.enumerated() {
      if line.isNext, let last = whole.pieces.popLast() {
        whole.pieces.append(last.lowerBound..<line.range.upperBound)
      } else {
        whole.pieces.append(line.range)
      }
      let hasMore = index < waiting.count - 1
      whole.counts.add(hasMore: hasMore, isWithheld: line.isWithheld)
      if line.hasConfidentialPart { whole.confidentialCount += 1 }
    }
    waiting.removeAll(keepingCapacity: true)
    whole.end = point
  }
}
