import Testing

@testable import Events

@Suite struct ConfidentialPartTests {
  private let object = JSON.object([JSONMember("witness", .text("a neighbour, č. 4"))])

  @Test func `a confidential part is found by its digest`() throws {
    let part = try ConfidentialPart(object, salt: Salt((0, 1)))
    #expect(String(decoding: part.line, as: UTF8.self) == KnownLines.confidentialLine)
    let other = try ConfidentialPart(object, salt: Salt((0, 2)))
    let file = other.line + Array("\ncut off {\n".utf8) + part.line
    #expect(ConfidentialPart.object(inLines: file, under: part.digest)?["salt"] != nil)
    #expect(ConfidentialPart.object(inLines: file, under: .start) == nil)
  }

  @Test func `an object that does not match its digest is not shown`() throws {
    let text = KnownLines.confidentialLine.replacing("neighbour", with: "colleague")
    let digest = try #require(LineHash("6UG9nzfKUZT4kTcoccCt3xWEUXCziBamT7FDmVQ2Ubw"))
    #expect(ConfidentialPart.object(inLines: Array(text.utf8), under: digest) == nil)
  }

  @Test func `a part that bears its salt keeps its digest`() throws {
    let part = try ConfidentialPart(object, salt: Salt((0, 1)))
    let read = try #require(ConfidentialPart.object(inLines: part.line, under: part.digest))
    #expect(try ConfidentialPart(read, salt: Salt((0, 2))).line == part.line)
  }

  @Test func `a member called salt that is no salt is refused`() {
    let object = JSON.object([JSONMember("salt", .text("of the earth"))])
    let fault = #expect(throws: DraftFault.self) {
      try ConfidentialPart(object, salt: Salt((0, 1)))
    }
    #expect(
      fault?.description
        == "private.salt: must be a salt that annals wrote; call a member of your own otherwise"
    )
    #expect(throws: DraftFault.self) { try ConfidentialPart(.text("x"), salt: Salt((0, 1))) }
  }
}
