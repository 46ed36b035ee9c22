/// What is sound of a log, found without changing it.
///
/// The beginning, up to the first batch that a damage touches, is a log of its own, and is copied
/// byte for byte. The sound lines behind it no longer follow in a chain: sealed anew they would
/// claim to have been recorded where and when they were not. They are set aside as events, for
/// somebody to record again.
package struct Salvage {
  /// Where a line of the log stands.
  package struct Place: Hashable, Sendable {
    package let line: Int
    package let offset: Int
    package let position: Position
  }

  /// Every damage, in the order of the file.
  package private(set) var damages: [Damage] = []
  package let tornTail: TornTail?
  /// Bytes of the torn tail that are no whole line.
  package private(set) var tornBytes = 0
  /// Those set aside whose text cannot be tested, as the line before each is lost or may be under a
  /// wrong hash.
  package private(set) var untested: [Place] = []
  /// Withheld lines that are not copied: nothing is left of them to record.
  package private(set) var withheldLeftOut = 0

  private let log: SettledLog
  private var beginning = SalvagedBeginning()
  /// The events that are set aside, by the place of their lines.
  private var setAside: [(range: Range<Int>, position: Position)] = []

  init(_ log: SettledLog) throws(EventLogError) {
    self.log = log
    tornTail = log.end.tornTail
    if let (point, damage) = try readBeginning(to: log.end.offset) {
      try diagnose(from: point, found: damage)
    }
    setAsideCutBatch()
    try setAsideTornLines()
    // An event may need what stood before it, such as the person whom it concerns.
    setAside.sort { ($0.position, $0.range.lowerBound) < ($1.position, $1.range.lowerBound) }
    untested.sort { ($0.position, $0.offset) < ($1.position, $1.offset) }
  }

  /// Takes the lines before `end` up to the first damage, and answers where that is.
  private mutating func readBeginning(
    to end: Int
  ) throws(EventLogError) -> (LogPoint, Damage)? {
    beginning = SalvagedBeginning()
    var reader = try log.lines(after: .start)
    while reader.point.offset < end {
      let start = reader.point.offset
      switch try reader.step() {
      case .line(let line):
        beginning.take(line, from: start..<(start + line.bytes.count), isNext: true)
      case .damage(let damage): return (reader.point, damage)
      case .end: return nil
      }
    }
    return nil
  }

  /// Sorts the lines from the first damage on.
  private mutating func diagnose(
    from point: LogPoint,
    found: Damage
  ) throws(EventLogError) {
    var diagnosis = try Diagnosis(of: log, from: point, counts: .init())
    try diagnosis.finish()
    damages = diagnosis.damages.isEmpty ? [found] : diagnosis.damages
    if let doubted = diagnosis.doubtedBefore {
      _ = try readBeginning(to: doubted.offset)
      withheldLeftOut += 1
    }
    var isChained = true
    for line in diagnosis.soundLines {
      let range = line.facts.range
      let bytes = try log.source.read(range)
      // Why it does not follow is among the damages.
      if isChained, !line.isDoubted, let read = try? LineFormat.read(bytes, after: beginning.point)
      {
        beginning.take(read, from: range, isNext: false)
      } else {
        isChained = false
        setAside(line, bytes)
      }
    }
    damages.sort { ($0.line, $0.offset) < ($1.line, $1.offset) }
  }

  private mutating func setAside(_ line: SoundLine, _ bytes: [UInt8]) {
    let facts = line.facts
    guard let claim = facts.claimed, let number = claim.number else { return }
    if claim.isWithheld {
      withheldLeftOut += 1
      return
    }
    let position = Position(number)
    do {
      _ = try LineFormat.readAgain(bytes.span, at: position)
    } catch {
      // A line that its number alone bears out is not read by the diagnosis.
      if !damages.contains(where: { $0.offset == facts.offset && $0.kind == error }) {
        let after = Position(number - 1)
        damages.append(Damage(error, line: facts.number, offset: facts.offset, after: after))
      }
      return
    }
    setAside.append((facts.range, position))
    if !line.isTested {
      untested.append(Place(line: facts.number, offset: facts.offset, position: position))
    }
  }

  /// Sets aside what is left of the batch that a damage cut.
  private mutating func setAsideCutBatch() {
    let left = beginning.waiting
    withheldLeftOut += left.count { $0.isWithheld }
    setAside += left.filter { !$0.isWithheld }.map { ($0.range, $0.position) }
  }

  /// Sets aside the whole lines of the torn tail, whose append was never confirmed.
  private mutating func setAsideTornLines() throws(EventLogError) {
    guard let tail = tornTail, let point = log.end.point else { return }
    let end = tail.offset + tail.byteCount
    // The last line may lack its newline, which counts all the same.
    var reader = LineReader(log.source, after: point, to: LogEnd(offset: end + 1))
    reading: while true {
      let start = reader.point.offset
      guard start < end, case .line(let line) = try reader.step() else { break reading }
      if case .withheld = line.line {
        withheldLeftOut += 1
      } else {
        setAside.append((start..<(start + line.bytes.count), line.line.position))
      }
    }
    tornBytes = max(0, end - reader.point.offset)
  }
}

// What a salvage is written from.
extension Salvage {
  /// What stands in the copy.
  package var copied: LogVerification.Counts { beginning.whole.counts }

  /// The end of the copy.
  package var end: LogPoint { beginning.whole.end }

  /// Lines of the copy whose confidential part is kept beside the log.
  package var confidentialCount: Int { beginning.whole.confidentialCount }

  /// Sound lines that no longer follow in the copy.
  package var setAsideCount: Int { setAside.count }

  /// Lines that are damaged themselves, and are neither copied nor set aside.
  package var lostCount: Int { damages.count { $0.kind.losesLine } }

  /// Lines that are gone from the log.
  package var missingCount: Int {
    damages.reduce(0) { sum, damage in
      guard case .missing(let first, let last) = damage.kind else { return sum }
      return sum + last.number - first.number + 1
    }
  }

  /// Whether the copy holds everything that the log holds.
  package var isComplete: Bool {
    setAside.isEmpty && withheldLeftOut == 0 && lostCount == 0 && missingCount == 0
      && tornBytes == 0
  }

  /// Gives the bytes of the copy, in pieces.
  package func eachPiece(
    _ body: ([UInt8]) throws(EventLogError) -> Void
  ) throws(EventLogError) {
    for piece in beginning.whole.pieces {
      var start = piece.lowerBound
      while start < piece.upperBound {
        let end = min(piece.upperBound, start + Salvage.pieceBytesMax)
        try body(read(start..<end))
        start = end
      }
      try body([UInt8(ascii: "\n")])
    }
  }

  /// Gives the events that are set aside, in the order of their positions.
  package func eachSetAside(
    _ body: (Event) throws(EventLogError) -> Void
  ) throws(EventLogError) {
    for line in setAside {
      let bytes = try read(line.range)
      let event: Event
      do {
        event = try LineFormat.readAgain(bytes.span, at: line.position)
      } catch {
        // It could be read before: the file is no longer what it was.
        throw .unreadable(path: log.source.name, .inputOutput)
      }
      try body(event)
    }
  }

  private static let pieceBytesMax = 1 << 20

  private func read(_ range: Range<Int>) throws(EventLogError) -> [UInt8] {
    let bytes = try log.source.read(range)
    if bytes.count < range.count { throw .unreadable(path: log.source.name, .inputOutput) }
    return bytes
  }
}

extension Damage.Kind {
  /// Whether the line itself is lost through it, rather than its place or what stands around it.
  fileprivate var losesLine: Bool {
    switch self {
    case .missing, .reordered, .duplicated, .glued, .carriageReturn, .byteOrderMark,
      .mergeConflict, .blank, .unmatched:
      false
    case .altered, .inserted, .outOfSequence, .misnumbered, .malformed, .unsealed, .hashMisplaced,
      .nulBytes, .invalidUTF8, .notJSON, .tooLong:
      true
    }
  }
}
