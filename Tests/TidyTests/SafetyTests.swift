import Testing

/// What the compiler does not catch and a crash would.
@Suite struct SafetyTests {
  @Test func `nothing tries, casts or dies without a word`() throws {
    expectNone(try House.read().swift.flatMap(\.abruptEnds))
  }

  @Test func `nothing is unwrapped by force`() throws {
    expectNone(try House.read().swift.flatMap(\.forcedUnwraps))
  }

  @Test func `what the compiler is told to trust says why`() throws {
    expectNone(try House.read().swift.flatMap(\.unexplainedTrust))
  }

  @Test func `unsafe code stands under a SAFETY line, in the files listed for it`() throws {
    expectNone(try House.read().sources.flatMap(\.unsafeUses))
  }

  @Test func `the files listed for unsafe code have some`() throws {
    let using = try House.read().sources.filter { !$0.unsafeLines.isEmpty }.map(\.path)
    #expect(Rooms.unsafeFiles.subtracting(using) == [])
  }

  @Test func `public stands only in the files listed for it`() throws {
    let sources = try House.read().sources.filter { !Rooms.publicFiles.contains($0.path) }
    expectNone(sources.flatMap(\.publicDeclarations))
  }

  @Test(arguments: [
    ("let a = try! b()", "try!"), ("let a = b as! C", "as!"),
    ("fatalError(\"no\")", "fatalError("), ("let a = \"\\(try! b())\"", "try!"),
    ("abort()", "abort("), ("exit(1)", nil), ("// try! this", nil), ("let a = \"try! b\"", nil),
  ])
  func `an abrupt end is named`(line: String, what: String?) {
    let expected = what.map { ["A.swift:1: \($0)"] } ?? []
    #expect(SourceFile("A.swift", line).abruptEnds.map(\.description) == expected)
  }

  @Test(arguments: [
    ("a = b!", "b!"), ("a = b![0]!.c", "b!"), ("f(x)!", ")!"), ("a[0]!.b", "]!"),
    ("var a: Int!", "Int!"), ("a = b!.c != d", "b!"), ("a != b", nil), ("a!=b", nil),
    ("!a", nil), ("a && !b", nil), ("a !== b", nil), ("f(!a)", nil), ("\"stop!\"", nil),
  ])
  func `a forced unwrap is named`(line: String, what: String?) {
    let found = SourceFile("A.swift", line).forcedUnwraps.map(\.description)
    #expect(found.first == what.map { "A.swift:1: \($0)" })
  }

  @Test(arguments: [
    ("struct A: @unchecked Sendable {}", false),
    ("// One lock guards both.\nstruct A: @unchecked Sendable {}", true),
    ("// Away.\n\nstruct A: @unchecked Sendable {}", false),
    ("nonisolated(unsafe) var a = 1", false),
    ("// Written once, before any reader.\nnonisolated(unsafe) var a = 1", true),
  ])
  func `unexplained trust is named`(source: String, isExplained: Bool) {
    #expect(SourceFile("A.swift", source).unexplainedTrust.isEmpty == isExplained)
  }

  @Test(arguments: [
    ("  // SAFETY: alive until the call returns.\n  let a = unsafe b()\n  unsafe c()", []),
    ("  // SAFETY: alive.\n  let a = unsafe b()\n\n  unsafe c()", [4]),
    ("  // It is fine.\n  let a = unsafe b()", [2]),
    ("  let a = unsafe b()\n  // SAFETY: too late.", [1]),
    ("  // SAFETY: alive.\n  a {\n  }\n  func d() {\n    unsafe b()", [5]),
    ("  let isUnsafe = \"unsafe\"  // unsafe", []),
  ])
  func `unsafe code without its line is named`(source: String, lines: [Int]) {
    let path = "Sources/Events/Log/OpenFile.swift"
    #expect(SourceFile(path, source).unsafeUses.map(\.line) == lines)
  }

  @Test func `unsafe code outside its files is named, with or without its line`() {
    let file = SourceFile("Sources/Events/Day.swift", "// SAFETY: alive.\nlet a = unsafe b()\n")
    let expected = "Sources/Events/Day.swift:2: unsafe code; this file is not listed for it"
    #expect(file.unsafeUses.map(\.description) == [expected])
  }

  @Test(arguments: ["public struct A {}", "  public func a() {}", "open class A {}"])
  func `a public declaration is named`(line: String) {
    let file = SourceFile("A.swift", "let publicity = 1\n" + line)
    #expect(file.publicDeclarations.map(\.line) == [2])
  }

  @Test(arguments: ["public import Events", "case open", "log.open()", "// public struct A {}"])
  func `what declares nothing in public is not named`(line: String) {
    #expect(SourceFile("A.swift", line + "\ncase a").publicDeclarations.isEmpty)
  }
}

extension SourceFile {
  fileprivate var abruptEnds: [Offence] {
    offences(matching: #/\b(?:try!|as!|(?:fatalError|abort)\()/#) { String($0) }
  }

  fileprivate var forcedUnwraps: [Offence] {
    offences(matching: #/(?:\w+|[)\]}>`"?])!(?!=)/#) { String($0) }
      .filter { !["try!", "as!"].contains($0.what) }
  }

  fileprivate var unexplainedTrust: [Offence] {
    offences(matching: #/@unchecked\s+Sendable|nonisolated\(unsafe\)/#) { String($0) }
      .filter { !isComment($0.line - 1) }
      .map { offence($0.line, "\($0.what) without a comment above it that says why") }
  }

  fileprivate var unsafeLines: [Int] {
    offences(matching: #/\bunsafe\b/#) { String($0) }.map(\.line)
  }

  fileprivate var unsafeUses: [Offence] {
    guard Rooms.unsafeFiles.contains(path) else {
      return unsafeLines.map { offence($0, "unsafe code; this file is not listed for it") }
    }
    return unsafeLines.filter { !isUnderSafety($0) }
      .map { offence($0, "unsafe code without a `// SAFETY:` line above it") }
  }

  fileprivate var publicDeclarations: [Offence] {
    let declaration =
      #/
        \b (?:public | open) (?:\(set\))? \s+
        (?: actor | class | enum | extension | final | func | indirect | init | let | mutating
          | override | protocol | static | struct | subscript | typealias | var ) \b
      /#
    return offences(matching: declaration) { String($0) }
  }

  /// Whether a `// SAFETY:` line stands above `line`, in the same paragraph of the same function.
  private func isUnderSafety(_ line: Int) -> Bool {
    for above in stride(from: line, to: 0, by: -1) {
      if commentLines[above - 1].contains("// SAFETY: ") { return true }
      if above < line, isBlank(above) || startsFunction(above) { return isSafetyAbove(above) }
    }
    return false
  }

  /// Whether the comment that ends above `line` has a SAFETY line: one for a whole function.
  private func isSafetyAbove(_ line: Int) -> Bool {
    guard startsFunction(line) else { return false }
    var above = line - 1
    while above > 0, isComment(above) {
      if commentLines[above - 1].contains("// SAFETY: ") { return true }
      above -= 1
    }
    return false
  }

  private func startsFunction(_ line: Int) -> Bool {
    codeLines[line - 1].contains(#/\b(?:func|init|subscript|deinit)\b/#)
  }

  private func isBlank(_ line: Int) -> Bool { lines[line - 1].allSatisfy(\.isWhitespace) }

  /// Whether the line numbered `line` holds a comment and nothing else.
  private func isComment(_ line: Int) -> Bool {
    line > 0 && codeLines[line - 1].allSatisfy(\.isWhitespace)
      && !commentLines[line - 1].allSatisfy(\.isWhitespace)
  }
}
