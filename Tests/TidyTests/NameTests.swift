import Testing

/// A name says what a thing is to its reader.
@Suite struct NameTests {
  @Test func `no file or type is named for nothing in particular`() throws {
    expectNone(try House.read().swift.flatMap(\.emptyNames))
  }

  @Test func `the first declaration of a file says what it is`() throws {
    expectNone(try House.read().sources.flatMap(\.silentFirstDeclaration))
  }

  @Test(arguments: [
    ("Sources/Events/LogManager.swift", "", ["1: the name LogManager says 'Manager'"]),
    ("Sources/Events/Utils/Day.swift", "", ["1: the name Utils says 'Utils'"]),
    ("Sources/Events/Day+Helpers.swift", "", ["1: the name Day+Helpers says 'Helpers'"]),
    ("A.swift", "struct DayImpl {}", ["1: the name DayImpl says 'Impl'"]),
    ("A.swift", "\nprivate final class BaseLog {}", ["2: the name BaseLog says 'Base'"]),
    (
      "A.swift", "enum CommonUtil {}",
      [
        "1: the name CommonUtil says 'Common'", "1: the name CommonUtil says 'Util'",
      ]
    ),
    ("A.swift", "struct Database {}\nenum Baseline {}\nlet base = 1 // Manager", []),
  ])
  func `an empty name is named`(path: String, text: String, expected: [String]) {
    #expect(SourceFile(path, text).emptyNames.map { "\($0.line): \($0.what)" } == expected)
  }

  @Test(arguments: [
    ("/// One day.\nstruct A {}", nil),
    ("import Events\n\n/// One day.\n///\n/// More.\n@frozen\npackage struct A {}", nil),
    ("#if os(Linux)\nimport Glibc\n#endif\n\nextension A {}", nil),
    ("import Events\n\nstruct A {}", 3),
    ("// One day.\nstruct A {}", 2),
    ("/// One day.\n\nimport Events\n\nenum A {}", 5),
    ("package import struct GRDB.Row\n@testable import Events\nenum A {}", 3),
    ("private let a = 1\n/// One day.\nstruct B {}", 1),
    ("/// One day.\n// Not quite.\nstruct A {}", nil),
  ])
  func `a first declaration without a word is named`(text: String, line: Int?) {
    #expect(SourceFile("A.swift", text).silentFirstDeclaration.first?.line == line)
  }
}

extension SourceFile {
  fileprivate var emptyNames: [Offence] {
    let parts = path.split(separator: "/").map { $0.split(separator: ".").first ?? $0 }
    let ofPath = parts.flatMap { name in
      SourceFile.emptyWords(in: name).map { offence(1, "the name \(name) says '\($0)'") }
    }
    let head = #/\b(?:struct|class|enum|protocol|actor|typealias)\s+\w+/#
    let ofTypes = offences(matching: head) { String($0) }.flatMap { found in
      let name = found.what.split(whereSeparator: \.isWhitespace).last ?? ""
      return SourceFile.emptyWords(in: name).map {
        offence(found.line, "the name \(name) says '\($0)'")
      }
    }
    return ofPath + ofTypes
  }

  /// The words of a name in camel case that say nothing.
  private static func emptyWords(in name: Substring) -> [String] {
    let empty: Set = [
      "Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities",
      "Common", "Base", "Impl",
    ]
    return name.matches(of: #/[A-Z][a-z0-9]*/#).map { String($0.output) }
      .filter(empty.contains)
  }

  /// The first declaration, if it is no extension and has no doc comment.
  fileprivate var silentFirstDeclaration: [Offence] {
    let passed = #/^\s*(?:#|(?:@\w+\s+|\w+\s+)*import\s|$)/#
    let attributes = #/^\s*@\w+(?:\([^)]*\))?\s*$/#
    guard let first = codeLines.firstIndex(where: { !$0.contains(passed) }) else { return [] }
    var declaration = first
    while declaration + 1 < codeLines.count, codeLines[declaration].contains(attributes) {
      declaration += 1
    }
    if codeLines[declaration].contains(#/^\s*(?:\w+\s+)*extension\s/#) { return [] }
    var above = first - 1
    while above >= 0, commentLines[above].contains(#/^\s*\/\//#) {
      if commentLines[above].contains(#/^\s*\/\/\/ \S/#) { return [] }
      above -= 1
    }
    return [offence(declaration + 1, "the first declaration has no doc comment")]
  }
}
