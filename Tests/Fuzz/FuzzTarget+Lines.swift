import Events

extension FuzzTarget {
  /// Lines: a sealed line that was changed is refused; one that was sealed anew is read or refused.
  static func lines(_ corpus: Corpus) throws -> FuzzTarget {
    let sample = try SampleBatches.of(corpus, count: 9)
    let seeds = sample.lines.map(\.bytes) + corpus.logLines
    let written = Set(seeds)
    return FuzzTarget("lines", seeds) { input throws(Violation) in
      let point = sample.points[place(in: input)]
      let course = try checkSealed(input, at: point, written)
      return try course &+ checkSealedAnew(input, at: point)
    }
  }

  /// The place that the line's number points to, if it is one of a single digit: `{"n":3`.
  private static func place(in input: [UInt8]) -> Int {
    guard input.count > 5, UInt8(ascii: "1")...UInt8(ascii: "9") ~= input[5] else { return 0 }
    return Int(input[5] - UInt8(ascii: "1"))
  }

  private static func checkSealed(
    _ input: [UInt8],
    at point: LogPoint,
    _ written: Set<[UInt8]>
  ) throws(Violation) -> Int {
    do {
      let line = try LineFormat.read(input, after: point)
      if case .withheld = line.line {
        try require(input.count < 160, "a withheld line of \(input.count) bytes")
      } else {
        try require(written.contains(input), "a line is read that was never written")
      }
      return 1
    } catch let violation as Violation {
      throw violation
    } catch {
      guard let damage = error as? Damage else { throw Violation("\(error)") }
      try require(damage.offset == point.offset, "a damage at byte \(damage.offset)")
      try require(!damage.description.isEmpty, "a damage without words")
      return damage.kind.course
    }
  }

  /// Gives the line the hash that it ought to have: what it says must then be taken or refused.
  private static func checkSealedAnew(
    _ input: [UInt8],
    at point: LogPoint
  ) throws(Violation) -> Int {
    let body = input.count > sealBytes ? Array(input.dropLast(sealBytes)) : input
    let hash = LineHash.of(body: body.span, after: point.hash)
    let bytes = body + Array(",\"hash\":\"\(hash)\"}".utf8)
    let line: LogLine
    do {
      line = try LineFormat.read(bytes, after: point)
    } catch {
      if case .altered = error.kind { throw Violation("a line with the right hash is altered") }
      return error.kind.course
    }
    try require(line.hash == hash && line.bytes == bytes, "another line than was read")
    guard case .event(let event) = line.line else { return 2 }
    let sealed = LineFormat.seal(event, after: point.hash)
    let again = try required("a line that was read and written is refused") {
      try LineFormat.read(sealed.bytes, after: point)
    }
    guard case .event(let same) = again.line else { throw Violation("an event reads as withheld") }
    try require(same.id == event.id && same.recorded == event.recorded, "another event")
    try require(same.content.isSameContent(as: event.content), "another content")
    try require(again.faults.count == line.faults.count, "other faults")
    return 3 &+ line.faults.count
  }

  /// `,"hash":"`, the hash, `"}`.
  private static let sealBytes = 54
}

extension Damage.Kind {
  /// Which of the damages it is.
  var course: Int {
    switch self {
    case .altered: 101
    case .unmatched: 118
    case .missing: 102
    case .inserted: 103
    case .reordered: 104
    case .duplicated: 105
    case .outOfSequence: 106
    case .misnumbered: 107
    case .malformed(let member): member.hashValue
    case .glued: 108
    case .unsealed: 109
    case .hashMisplaced: 110
    case .carriageReturn: 111
    case .byteOrderMark: 112
    case .mergeConflict: 113
    case .blank: 114
    case .nulBytes: 115
    case .invalidUTF8: 116
    case .notJSON(let error): error.course
    case .tooLong: 117
    }
  }
}
