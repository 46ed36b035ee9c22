import Events
import Projections
import Testing

@testable import CLI

@Suite struct RecordingTests {
  private let log = MemoryLog()

  private func record(
    _ lines: String...,
    expected: Position? = nil
  ) throws -> [Recording.Outcome] {
    let sealing = Sealing(now: Instant(seconds: 1_700_000_000)) { (1, 2) }
    let drafts = try lines.enumerated().map { number, line in
      SourcedDraft(draft: try DraftReader().draft(line), origin: .line("f:\(number + 1)"))
    }
    return try Recording(log: log, sealing: sealing, expected: expected)
      .record(knowing: RecordingTests.replay) { _ in drafts }.outcomes
  }

  private static func replay(_ writer: any LogWriter) throws -> Record {
    var replay = Replay()
    var cursor = try writer.lines(after: .start)
    while let line = try cursor.next() { replay.take(line.line) }
    return replay.record()
  }

  private func failure(_ lines: String..., sourceLocation: SourceLocation = #_sourceLocation)
    -> Failure?
  {
    let before = log.bytes
    let failure = #expect(throws: Failure.self, sourceLocation: sourceLocation) {
      for line in lines { _ = try record(line) }
    }
    #expect(log.bytes == before, "the log was touched", sourceLocation: sourceLocation)
    return failure
  }

  @Test func `later drafts of a batch may refer to earlier ones, not the reverse`() throws {
    let person = #"{"id":"p1","kind":"person","details":{"id":"anna","names":[{"text":"A"}]}}"#
    let arrest = #"{"id":"a1","kind":"arrest","date":"2016","persons":["anna"],"title":"t"}"#
    let before = log.bytes
    let failure = #expect(throws: Failure.self) { try record(arrest, person) }
    #expect(
      failure?.message
        == "f:1: persons[0]: no person \"anna\" is registered; `annals append person --id anna …` "
        + "registers one\nNothing was written."
    )
    #expect(log.bytes == before)
    #expect(try record(person, arrest).count == 2)
  }

  @Test(arguments: [
    // Defaults filled in, members in another order, numbers by their value.
    #"{"date":"2016","id":"e1","kind":"x-a","title":"t","details":{"b":1.0}}"#,
    #"{"id":"e1","by":"somebody","kind":"x-a","date":"2016","title":"t","details":{"b":10e-1}}"#,
    #"{"id":"e1","kind":"x-a","date":"2016","title":"t","details":{"b":1},"certainty":"reported"}"#,
    #"{"id":"e1","kind":"x-a","date":"2016","title":"t","details":{"b":1},"tags":[],"text":""}"#,
  ])
  func `the same event again writes nothing`(line: String) throws {
    _ = try record(#"{"id":"e1","kind":"x-a","date":"2016","title":"t","details":{"b":1}}"#)
    let before = log.bytes
    let outcomes = try record(line)
    guard case .known(let id, let position) = try #require(outcomes.first) else {
      Issue.record("recorded twice")
      return
    }
    #expect(id.text == "e1")
    #expect(position == Position(1))
    #expect(log.bytes == before)
  }

  @Test func `other content under the same id is refused, showing both`() throws {
    _ = try record(#"{"id":"e1","kind":"other","date":"2016","title":"t"}"#)
    let failure = failure(#"{"id":"e1","kind":"other","date":"2016","title":"té"}"#)
    #expect(failure?.status == .tooLate)
    #expect(
      failure?.message == """
        f:1: e1: this id is taken by line 1, which says something else.
        f:1: recorded: {"kind":"other","date":"2016","title":"t"}
        f:1: given:    {"kind":"other","date":"2016","title":"té"}
        f:1: Correct the recorded event with `annals correct e1`, or give this one another id.
        f:1: Nothing was written.
        """
    )
  }

  @Test(arguments: [#"{"w":"b"}"#, nil] as [String?])
  func `another confidential part under the same id is refused, showing neither`(
    part: String?
  ) throws {
    _ = try record(#"{"id":"e1","kind":"other","date":"2016","title":"t","private":{"w":"a"}}"#)
    let end = part.map { #","private":\#($0)}"# } ?? "}"
    let failure = failure(#"{"id":"e1","kind":"other","date":"2016","title":"t""# + end)
    #expect(failure?.status == .tooLate)
    #expect(
      failure?.message == """
        f:1: e1: this id is taken by line 1, which says the same with another confidential part.
        f:1: Look at it with `annals show e1 --private`, and correct it with `annals correct e1`.
        f:1: Nothing was written.
        """
    )
  }

  @Test func `the id of a withheld line stays taken`() throws {
    var replay = Replay()
    replay.take(.withheld(position: Position(1), hasMore: false))
    let known = replay.record().adding([
      try DraftReader().draft(
        #"{"id":"r1","kind":"redaction","details":{"of":"e1","scope":"line","reason":"asked"}}"#
      )
    ])
    let sourced = SourcedDraft(
      draft: try DraftReader().draft(#"{"id":"e1","kind":"other","date":"2016","title":"t"}"#),
      origin: .command
    )
    let sealing = Sealing(now: Instant(seconds: 0)) { (1, 2) }
    let failure = #expect(throws: Failure.self) {
      try Recording(log: log, sealing: sealing).rehearse([sourced], against: known)
    }
    #expect(failure?.status == .tooLate)
    #expect(
      failure?.message == """
        e1: this id is taken: line 2 says that its event was withheld. Give the event another id.
        Nothing was written.
        """
    )
    #expect(
      known.outline(of: try #require(EventID("e1"))) == EventOutline(kind: nil, isAccount: false)
    )
  }

  @Test func `an expected position that has passed is refused before anything is read`() throws {
    let line = #"{"kind":"other","date":"2016","title":"t"}"#
    _ = try record(line, expected: Position(0))
    let before = log.bytes
    #expect(throws: EventLogError.moved(expected: Position(0), found: Position(1))) {
      try record(line, expected: Position(0))
    }
    #expect(log.bytes == before)
  }

  @Test func `of a hundred faults fifty are told`() {
    let lines = (1...100).map { "f:\($0): wrong" }
    let failure = Recording.refusal(lines)
    #expect(failure.status == .inputRefused)
    #expect(
      failure.message
        == (lines.prefix(50) + ["… and 50 more.", "Nothing was written."]).joined(separator: "\n")
    )
  }

  @Test func `a correction is checked by what it makes of the event`() throws {
    _ = try record(#"{"id":"e1","kind":"other","date":"2016","title":"t"}"#)
    let failure = failure(
      #"{"kind":"correction","details":{"of":"e1","set":{"kind":"ban"},"reason":"r"}}"#
    )
    #expect(failure?.status == .inputRefused)
    #expect(
      failure?.message.hasPrefix(
        "f:1: details.set: the corrected event is refused: details.what: is missing; "
      ) == true
    )
  }
}
