import Testing

@testable import Events

/// The scanner of plainly spelled lines finds what a close look at the JSON finds, or leaves the
/// line to it.
@Suite struct PlainReadingTests {
  /// A line of these bytes up to its hash, sealed as the first of a log.
  private func sealed(_ body: [UInt8]) -> [UInt8] {
    let hash = LineHash.of(body: body.span, after: .start)
    return body + Array(",\"hash\":\"\(hash)\"}".utf8)
  }

  private func bodies(_ seed: UInt64) throws -> [[UInt8]] {
    var events = RandomEvents(seed: seed)
    return try (0..<8).map { _ in
      let sealing = Sealing(now: Instant(seconds: 1_795_342_500)) { events.random() }
      let batch = try SealedBatch([events.draft()], after: .start, sealing: sealing)
      return Array(batch.lines[0].bytes.dropLast(LineFormat.sealBytes))
    }
  }

  @Test(arguments: (1...20).map { UInt64($0) })
  func `what annals writes is plain unless a text holds a control character`(seed: UInt64) throws {
    for body in try bodies(seed) {
      let line = sealed(body)
      let isPlain = LineScanner(line.span, 0..<line.count) != nil
      let text = String(decoding: body, as: UTF8.self)
      // Deep objects, and names with an escape, are left to the close look, too.
      if !text.contains("\\") && !text.contains("}}}}}}}}}}}") { #expect(isPlain, "\(text)") }
    }
  }

  @Test(arguments: (1...60).map { UInt64($0) })
  func `a line with a right hash says the same to both, however it is spelled`(
    seed: UInt64
  ) throws {
    var numbers = SeededNumbers(state: seed)
    let bytes = Array(#"{}[]",:\/ 019.-+eEtfnux"#.utf8) + [0x09, 0x1F, 0x7F, 0xD0, 0xFF]
    for body in try bodies(seed) {
      for _ in 0..<40 {
        var changed = body
        for _ in 0..<Int.random(in: 0...2, using: &numbers) {
          let place = Int.random(in: 0..<changed.count, using: &numbers)
          let byte = bytes[Int.random(in: 0..<bytes.count, using: &numbers)]
          switch Int.random(in: 0...2, using: &numbers) {
          case 0: changed[place] = byte
          case 1: changed.insert(byte, at: place)
          default: changed.remove(at: place)
          }
        }
        expectSame(sealed(changed))
      }
    }
  }

  @Test(arguments: ["9007199254740993", "99999999999999999999936", "-1", "1.0", "01", "1e0"])
  func `a number that no line has is no reason to stop`(number: String) throws {
    for body in try bodies(1) {
      let text = String(decoding: body, as: UTF8.self)
      let line = sealed(Array(text.replacing("{\"n\":1,", with: "{\"n\":\(number),").utf8))
      #expect(throws: Damage.self) { try LineFormat.read(line, after: .start) }
    }
  }

  private func expectSame(_ line: [UInt8]) {
    let text = String(decoding: line, as: UTF8.self)
    let close = Result { try LineFormat.readAgain(line.span, at: Position(1)) }
    switch (Result { try LineFormat.read(line, after: .start).event }, close) {
    case (.success(let event?), .success(let other)):
      let (mine, theirs) = (JSON.object(event.sealedMembers), JSON.object(other.sealedMembers))
      #expect(mine.written == theirs.written, "\(text)")
    // A line that gives itself another number is refused before its members are read.
    case (.failure, .failure), (.failure, .success), (.success(nil), _): break
    case (.success, .failure(let error)): Issue.record("\(error): \(text)")
    }
  }
}
