import Testing

@testable import Events

@Suite struct WrittenObjectTests {
  /// Names that begin alike, of lengths around those that are compared at once, and odd ones.
  private static let names = [
    "", "o", "of", "off", "offi", "offic", "office", "officer", "stag", "stage", "stages", "stagf",
    "дата", "дате", "é", "a b", "case", "cases",
  ]

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `each member is found by its name, and no other`(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let chosen = WrittenObjectTests.names.shuffled(using: &numbers).prefix(Int(seed % 9))
    let values = [#""x""#, "1", "true", "[]", "{}", #"{"of":"y"}"#, #"["of","],}"]"#, #""\"},{:""#]
    let text = chosen.map { "\"\($0)\":\(values.randomElement(using: &numbers) ?? "1")" }
    let bytes = Array("{\(text.joined(separator: ","))}".utf8)
    let (piece, object) = LinePiece.apart(bytes)
    let json = try JSON(parsing: bytes.span)
    #expect(object.members.count == chosen.count && object.isEmpty == chosen.isEmpty)
    for name in WrittenObjectTests.names {
      let found = piece.value(of: name, in: object).map(piece.json)
      #expect(found == json[name], "\(name) in \(text)")
    }
  }

  @Test(arguments: [
    #""a-1""#, #""A.1""#, #""12""#, "12", "1", "true", "[]", #"["a"]"#, #""""#, #""a\nb""#,
    #""a/b""#, #""01890000-0000-7000-8000-00000000000a""#, #""\\""#, #""a b""#,
  ])
  func `an id is read where it lies as it is read as text`(value: String) throws {
    let bytes = Array(#"{"of":\#(value)}"#.utf8)
    let (piece, object) = LinePiece.apart(bytes)
    let written = Details(object, in: piece)
    let known = Details(try #require(JSON(parsing: bytes.span).members))
    #expect(written.event("of") == known.event("of"))
    #expect(written.entity("of") == known.entity("of"))
    #expect(written.event("off") == nil && written.entity("off") == nil)
  }
}
