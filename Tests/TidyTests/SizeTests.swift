import Testing

/// What fits on a screen can be checked by eye.
@Suite struct SizeTests {
  @Test func `a Swift file has at most 400 lines`() throws {
    expectNone(try House.read().swift.flatMap(\.excessLines))
  }

  @Test func `a function has at most 70 lines`() throws {
    expectNone(try House.read().swift.flatMap(\.longFunctions))
  }

  @Test func `a line of Swift has at most 100 columns`() throws {
    expectNone(try House.read().swift.flatMap(\.longLines))
  }

  @Test func `a file of 401 lines is named at its first line too many`() {
    let whole = SourceFile("A.swift", String(repeating: "let a = 1\n", count: 400))
    let long = SourceFile("A.swift", String(repeating: "let a = 1\n", count: 401))
    #expect(whole.excessLines.map(\.description) == [])
    #expect(long.excessLines.map(\.description) == ["A.swift:401: the file has 401 lines"])
  }

  @Test func `a line of 101 columns is named, whatever its bytes`() {
    let cyrillic = String(repeating: "я", count: 100)
    let file = SourceFile("A.swift", "\(cyrillic)\n\(cyrillic)я\n")
    #expect(file.longLines.map(\.description) == ["A.swift:2: the line has 101 columns"])
  }

  @Test(arguments: [
    "func long() {\nBODY}\n",
    "struct A {\n  init?(text: String = \"}\") {\nBODY  }\n}\n",
    "struct A {\n  var long: Int {\nBODY  }\n}\n",
    "struct A {\n  subscript(_ index: Int) -> Int {\nBODY  }\n}\n",
    "func long(\n  _ body: () -> Void = {},\n  also: [Int] = [1]\n) -> Int\n{\nBODY}\n",
  ])
  func `a function of 71 lines is named, one of 70 is not`(pattern: String) {
    let brackets = pattern.split(separator: "BODY")
    let isNested = pattern.hasPrefix("struct")
    let around = brackets.joined().split(separator: "\n").count - (isNested ? 2 : 0)
    func file(ofLength length: Int) -> SourceFile {
      let body = String(repeating: "    call(\"{\")  // {\n", count: length - around)
      return SourceFile("A.swift", pattern.replacing("BODY", with: body))
    }
    #expect(file(ofLength: 70).longFunctions.map(\.description) == [])
    #expect(file(ofLength: 71).longFunctions.map { $0.what.suffix(12) } == ["has 71 lines"])
  }

  @Test func `what has no body is no function`() {
    let file = SourceFile(
      "A.swift",
      """
      protocol P {
        func first() throws(Fault) -> Int
        init(text: String)
        var third: Int { get }
        mutating func fourth()
      }
      let stored = 1
      struct S { var a: Int = { 1 }() }
      """
    )
    #expect(file.functions.map(\.name) == ["third"])
  }

  @Test func `nested functions are counted each`() {
    let file = SourceFile("A.swift", "func a() {\n  func `b c`() { call() }\n}\n")
    #expect(
      file.functions == [
        Function(name: "a", line: 1, length: 3), Function(name: "`xxx`", line: 2, length: 1),
      ]
    )
  }
}

extension SourceFile {
  private var lineCount: Int { lines.last?.isEmpty == true ? lines.count - 1 : lines.count }

  fileprivate var excessLines: [Offence] {
    lineCount > 400 ? [offence(401, "the file has \(lineCount) lines")] : []
  }

  fileprivate var longFunctions: [Offence] {
    functions.filter { $0.length > 70 }
      .map { offence($0.line, "\($0.name) has \($0.length) lines") }
  }

  fileprivate var longLines: [Offence] {
    lines.enumerated().filter { $0.element.count > 100 && !isDraft($0.element) }
      .map { offence($0.offset + 1, "the line has \($0.element.count) columns") }
  }

  /// A draft in a test is one line, as it is in a log.
  private func isDraft(_ line: Substring) -> Bool {
    path.hasPrefix("Tests/") && line.contains(#"":"#) && line.contains(#"{""#)
  }
}
