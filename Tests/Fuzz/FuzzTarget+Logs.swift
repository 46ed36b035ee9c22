import Events

extension FuzzTarget {
  /// Logs: whatever happens to one, what is read and what is salvaged is what was written.
  ///
  /// Lines of another copy, which grew in its own way, and withheld lines come among them.
  static func logs(_ corpus: Corpus) throws -> FuzzTarget {
    let ours = try SampleBatches.of(corpus, count: 7)
    let theirs = try ours.copy(grownBy: corpus, count: 4)
    let copies = [ours, theirs]
    let strangers = theirs.lines.map(\.bytes) + copies.flatMap { $0.lines.map(\.withheld) }
    return FuzzTarget(
      "logs",
      copies.map(\.bytes),
      reshape: { reshapeLines(&$0, &$1, strangers) },
      execute: { input throws(Violation) in
        let log = MemoryLog(input)
        let found = try required("verifying fails") { try log.verify { _ in } }
        let hasWithheld = input.contains(withheld)
        try checkVerification(found, of: input)
        try checkReading(log, found, hasWithheld ? [] : copies)
        let salvage = try required("salvaging fails") { try log.salvage() }
        try checkCopy(salvage, found, hasWithheld ? [] : copies)
        try checkSetAside(salvage, copies)
        try checkTruncated(ours, to: input.count)
        let courses = Set(found.damages.map(\.kind.course))
        return courses.reduce(found.tornTail == nil ? 0 : 1, &+)
      }
    )
  }

  private static let withheld = Array("\"withheld\":true".utf8)

  /// Moves, repeats, drops, joins and cuts whole lines, and puts others among them.
  private static func reshapeLines(
    _ bytes: inout [UInt8],
    _ chance: inout Chance,
    _ strangers: [[UInt8]]
  ) {
    let newline = UInt8(ascii: "\n")
    var lines = bytes.split(separator: newline, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<chance.roll(4) {
      let at = chance.roll(lines.count)
      switch chance.roll(10) {
      case 0: lines.swapAt(at, chance.roll(lines.count))
      case 1: lines.insert(lines[at], at: chance.roll(lines.count + 1))
      case 2: if lines.count > 1 { lines.remove(at: at) }
      case 3: if at + 1 < lines.count { lines[at] += lines.remove(at: at + 1) }
      case 4: lines[at].append(0x0D)
      case 5: lines.insert(Array("=======".utf8), at: at)
      case 6: lines[at] = [0xEF, 0xBB, 0xBF] + lines[at]
      case 7: lines.insert(chance.pick(strangers), at: at)
      case 8: lines[at] = chance.pick(strangers)
      default: lines = lines.map { $0 + [0x0D] }
      }
    }
    bytes = Array(lines.joined(separator: [newline]))
  }

  private static func checkVerification(
    _ found: LogVerification,
    of input: [UInt8]
  ) throws(Violation) {
    var last = (line: 0, offset: 0)
    for damage in found.damages {
      try require(0...input.count ~= damage.offset, "a damage at byte \(damage.offset)")
      try require((damage.line, damage.offset) >= last, "damages out of order")
      try require(!damage.description.isEmpty, "a damage without words")
      last = (damage.line, damage.offset)
    }
    if let tail = found.tornTail {
      try require(tail.offset + tail.byteCount == input.count, "a torn tail of another length")
    }
    try require(found.end.offset <= input.count + 1, "an end at byte \(found.end.offset)")
  }

  /// Reading stops at the first damage, and reads nothing that was not written.
  private static func checkReading(
    _ log: MemoryLog,
    _ found: LogVerification,
    _ copies: [SampleBatches]
  ) throws(Violation) {
    var read: [UInt8] = []
    var count = 0
    do {
      var cursor = try log.lines(after: .start)
      while let line = try cursor.next() {
        read += line.bytes + [UInt8(ascii: "\n")]
        count += 1
      }
    } catch {
      guard case .damaged(_, let damage) = error else {
        throw Violation("reading fails: \(error)")
      }
      try require(found.damages.contains(damage), "reading finds another damage: \(damage)")
      return try checkBeginning(read, of: copies, "what is read")
    }
    try require(found.damages.isEmpty, "reading finds no damage, verifying does")
    try require(count == found.counts.lines, "verifying counts other lines")
    try checkBeginning(read, of: copies, "what is read")
  }

  private static func checkBeginning(
    _ bytes: [UInt8],
    of copies: [SampleBatches],
    _ what: String
  ) throws(Violation) {
    let isBeginning = copies.isEmpty || copies.contains { $0.bytes.starts(with: bytes) }
    try require(isBeginning, "\(what) is no beginning of a log that was written")
  }

  /// The copy is a log of its own: a beginning of one that was written, to the end of a batch.
  private static func checkCopy(
    _ salvage: Salvage,
    _ found: LogVerification,
    _ copies: [SampleBatches]
  ) throws(Violation) {
    var copy: [UInt8] = []
    try required("the copy cannot be read") { try salvage.eachPiece { copy += $0 } }
    try checkBeginning(copy, of: copies, "the copy")
    let verified = try required("verifying the copy fails") {
      try MemoryLog(copy).verify { _ in }
    }
    try require(verified.damages.isEmpty, "the copy is damaged")
    try require(verified.tornTail == nil, "the copy ends within a batch")
    try require(verified.counts == salvage.copied, "the copy has other lines than are counted")
    try require(salvage.damages.count >= found.damages.count, "damages are lost")
    try require(!found.damages.isEmpty || verified.end == found.end, "sound lines are lost")
    let all = salvage.copied.lines + salvage.setAsideCount + salvage.withheldLeftOut
    try require(all >= found.counts.lines - salvage.lostCount, "sound lines are lost")
  }

  /// Whatever is set aside was written, unless that could not be tested.
  private static func checkSetAside(
    _ salvage: Salvage,
    _ copies: [SampleBatches]
  ) throws(Violation) {
    let untested = Set(salvage.untested.map(\.position))
    var strange: Position?
    try required("what is set aside cannot be read") {
      try salvage.eachSetAside { event in
        let isWritten = copies.contains { $0.holds(event) }
        if !isWritten, !untested.contains(event.position) { strange = event.position }
      }
    }
    if let strange { throw Violation("line \(strange) is set aside and was not written") }
  }

  /// A log that is cut off anywhere is a beginning of itself, and no damage.
  private static func checkTruncated(_ sample: SampleBatches, to count: Int) throws(Violation) {
    let log = MemoryLog(Array(sample.bytes.prefix(count % (sample.bytes.count + 1))))
    let found = try required("verifying a beginning fails") { try log.verify { _ in } }
    try require(found.damages.isEmpty, "a log that was cut off is damaged")
    let isEnd = sample.ends.contains(found.end.offset)
    try require(isEnd, "a log that was cut off ends within a batch")
  }
}

extension LogLine {
  /// The line that may stand for this one when it is withheld.
  fileprivate var withheld: [UInt8] {
    LineFormat.withheld(line.position, hasMore: line.hasMore, hash: hash)
  }
}

extension SampleBatches {
  /// Whether one of its lines is this event.
  fileprivate func holds(_ event: Event) -> Bool {
    lines.contains { line in
      guard case .event(let other) = line.line else { return false }
      return other.id == event.id && other.content.isSameContent(as: event.content)
    }
  }
}
