import Testing

@testable import Events

@Suite struct LineFormatTests {
  @Test func `known drafts become the known lines`() throws {
    let batch = try SealedBatch(KnownLines.drafts, after: .start, sealing: .counting())
    #expect(batch.lines.map { String(decoding: $0.bytes, as: UTF8.self) } == known)
    #expect(String(decoding: batch.bytes, as: UTF8.self) == known.joined(separator: "\n") + "\n")
    #expect(
      batch.confidentialParts.map { String(decoding: $0.line, as: UTF8.self) }
        == [KnownLines.confidentialLine]
    )
    #expect(batch.end.position == Position(2))
    #expect(batch.end.offset == batch.bytes.count)
    #expect(batch.end.hash.description == "VrZAngQocfu0HFtdOmiyeaOerwbZtK3RFXp35_jxgPo")
  }

  @Test func `the known lines are read member by member`() throws {
    let line = try LineFormat.read(Array(KnownLines.first.utf8), after: .start)
    let event = try #require(line.event)
    #expect(line.faults.isEmpty)
    #expect(event.position == Position(1))
    #expect(event.id.text == "0192f1c2-7a31-7c8e-9d55-0f6e3b1c2d4a")
    #expect(event.recorded.description == "2026-11-22T10:15:00Z")
    #expect(event.by == "desk-2")
    #expect(event.kind == "sentence")
    #expect(event.text == "Строка\n\"quoted\" \\ \u{1}")
    #expect(event.privateDigest == "6UG9nzfKUZT4kTcoccCt3xWEUXCziBamT7FDmVQ2Ubw")
    #expect(event.hasMore)
    #expect(event.salt == "AAAAAAAAAAAAAAAAAAAAAg")
    #expect(event.order == -2)
    #expect(event.unread.isEmpty)
  }

  /// A newer program's line: its hash is right, so it is read, and what is new is kept.
  @Test func `a line with unknown kind and members is read and kept`() throws {
    let bytes = sealed(
      #"{"n":1,"id":"e-1","recorded":"2026-11-22T10:15:00Z","by":7,"kind":"eclipse","#
        + #""date":"sometime","mood":["new",1.50],"salt":"AAAAAAAAAAAAAAAAAAAAAQ""#
    )
    let line = try LineFormat.read(bytes, after: .start)
    let event = try #require(line.event)
    #expect(event.kind == "eclipse")
    #expect(event.date == nil)
    #expect(event.by == nil)
    #expect(event.unread.map(\.name) == ["date", "mood", "by"])
    #expect(line.faults.map(\.path) == ["date", "mood", "by"])
    #expect(line.bytes == bytes)
  }

  @Test func `white space between tokens does not matter where the hash is right`() throws {
    let bytes = sealed(
      #"{ "n" : 1, "recorded":"2026-11-22T10:15:00Z", "kind":"x-a","id":"e-1","salt":"""#
    )
    #expect(try LineFormat.read(bytes, after: .start).event?.kind == "x-a")
  }

  @Test(arguments: [false, true])
  func `a withheld line keeps its place in the chain`(hasMore: Bool) throws {
    let hash = try #require(LineHash("4ko9KCe7G9Lnp1_41UTOGoY8YYXF3gOLcoyx2kcA-q8"))
    let bytes = LineFormat.withheld(Position(1), hasMore: hasMore, hash: hash)
    let text =
      #"{"n":1,"withheld":true,"# + (hasMore ? #""more":true,"# : "")
      + #""hash":"4ko9KCe7G9Lnp1_41UTOGoY8YYXF3gOLcoyx2kcA-q8"}"#
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    let line = try LineFormat.read(bytes, after: .start)
    guard case .withheld(Position(1), hasMore) = line.line else {
      Issue.record("\(line.line)")
      return
    }
    let next = LogPoint.start.following(line)
    #expect(try LineFormat.read(Array(KnownLines.second.utf8), after: next).event != nil)
  }

  /// No hash covers a withheld line, so nothing else may stand in it.
  @Test func `a withheld line that says more is altered`() throws {
    let bytes = Array(
      (#"{"n":1,"withheld":true,"kind":"release","#
        + #""hash":"4ko9KCe7G9Lnp1_41UTOGoY8YYXF3gOLcoyx2kcA-q8"}"#).utf8
    )
    let damage = #expect(throws: Damage.self) { try LineFormat.read(bytes, after: .start) }
    guard case .altered = damage?.kind else {
      Issue.record("\(String(describing: damage))")
      return
    }
  }

  @Test(arguments: ["id", "recorded", "salt", "more"])
  func `a line without a member that every line has is malformed`(member: String) throws {
    let members = [
      "n": "1", "id": #""e-1""#, "recorded": #""2026-11-22T10:15:00Z""#, "kind": #""x-a""#,
      "salt": #""AAAAAAAAAAAAAAAAAAAAAQ""#,
    ].merging([member: "false"]) { $1 }
    let text = members.map { "\"\($0)\":\($1)" }.sorted().joined(separator: ",")
    #expect(throws: Damage(.malformed(member: member), line: 1, offset: 0, after: .start)) {
      try LineFormat.read(sealed("{" + text), after: .start)
    }
  }

  @Test func `a line may have a mebibyte and not a byte more`() throws {
    let empty = try SealedBatch([.arrest("e-1", title: "")], after: .start, sealing: .counting())
    let rest = LineFormat.lineBytesMax - empty.lines[0].bytes.count
    let full = Draft.arrest("e-1", title: String(repeating: "x", count: rest))
    let batch = try SealedBatch([full], after: .start, sealing: .counting())
    #expect(batch.lines[0].bytes.count == 1_048_576)
    #expect(try LineFormat.read(batch.lines[0].bytes, after: .start).event != nil)
    let over = Draft.arrest("e-2", title: String(repeating: "x", count: rest + 1))
    let error = #expect(throws: EventLogError.self) {
      try SealedBatch([.arrest("e-1"), over], after: .start, sealing: .counting())
    }
    #expect(error?.description == "draft 2: the whole event: is longer than 1048576 bytes")
  }

  @Test(arguments: [true, false])
  func `a text with U+0000 is refused, one with an escaped backslash is not`(isNUL: Bool) throws {
    let draft = Draft.arrest("e-1", title: isNUL ? "a\u{0}" : #"\u0000"#)
    if isNUL {
      let error = #expect(throws: EventLogError.self) {
        try SealedBatch([draft], after: .start, sealing: .counting())
      }
      #expect(error?.description == "draft 1: a text: must not contain control characters")
    } else {
      let line = try SealedBatch([draft], after: .start, sealing: .counting()).lines[0]
      #expect(try LineFormat.read(line.bytes, after: .start).event?.title == #"\u0000"#)
    }
  }

  private var known: [String] { [KnownLines.first, KnownLines.second] }

  /// Seals a body that no event of ours would give.
  private func sealed(_ body: String) -> [UInt8] {
    let body = Array(body.utf8)
    let hash = LineHash.of(body: body.span, after: .start)
    return body + Array(",\"hash\":\"\(hash)\"}".utf8)
  }
}

extension LogLine {
  /// The event of a line that is not withheld.
  var event: Event? {
    if case .event(let event) = line { event } else { nil }
  }
}
