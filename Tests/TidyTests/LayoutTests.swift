import Foundation
import Testing

/// What is declared, what lies on disk and what is promised are the same.
@Suite struct LayoutTests {
  @Test func `the targets of the package are the folders with Swift in them`() throws {
    let house = try House.read()
    let manifest = try #require(house.texts.first { $0.path == "Package.swift" })
    #expect(Set(manifest.targets) == Set(house.swift.compactMap(\.folder)))
  }

  @Test func `no target looks for its files elsewhere`() throws {
    let manifest = try #require(try House.read().texts.first { $0.path == "Package.swift" })
    // Tests that are a program of their own are not found beside the others.
    let elsewhere = manifest.offences(matching: #/\bpath:/#) { String($0) }
      .filter { !manifest.lines[$0.line - 1].contains(#"path: "Tests/Fuzz""#) }
    expectNone(elsewhere)
  }

  @Test func `every command stands in a transcript`() throws {
    let house = try House.read()
    let transcripts = house.texts.filter { $0.path.hasPrefix("Tests/Transcripts/") }
    let missing = house.sources.flatMap(\.commands).filter { command in
      !transcripts.contains { $0.runs(command.what) }
    }
    expectNone(missing.map { $0.file.offence($0.line, "no transcript runs `annals \($0.what)`") })
  }

  @Test(arguments: ["docs/vocabulary.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"])
  func `what the reader is sent to exists`(path: String) throws {
    #expect(try House.read().texts.contains { $0.path == path && !$0.text.isEmpty })
  }

  @Test func `targets and folders are read as they stand`() {
    let manifest = SourceFile(
      "Package.swift",
      """
      // .target(name: "Not")
      .target(name: "Events", dependencies: [.product(name: "Crypto", package: "crypto")]),
      .executableTarget(
        name: "CLI", dependencies: ["Events"]),
      .testTarget(name: "TidyTests"),
      """
    )
    #expect(manifest.targets == ["Events", "CLI", "TidyTests"])
    #expect(SourceFile("Tests/TidyTests/A.swift", "").folder == "TidyTests")
    #expect(SourceFile("Benchmarks/Sources/A.swift", "").folder == nil)
  }

  @Test func `commands and the transcripts that run them are found`() {
    let file = SourceFile(
      "Sources/CLI/Commands/Append.swift",
      """
      struct Append: ParsableCommand {}
      struct ListCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
          commandName: "list", abstract: "b")
      }
      struct Options: ParsableArguments {}
      """
    )
    #expect(file.commands.map(\.what) == ["append", "list"])
    #expect(file.commands.map(\.line) == [1, 2])
    let transcript = SourceFile("a.txt", "$ annals --log a.log append arrest\nlist\n")
    #expect(transcript.runs("append"))
    #expect(!transcript.runs("list"))
  }
}

/// A subcommand and where it is declared.
private struct Command {
  let file: SourceFile
  let line: Int
  let what: String
}

extension SourceFile {
  /// The folder right under Sources or Tests.
  fileprivate var folder: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && ["Sources", "Tests"].contains(parts[0]) ? String(parts[1]) : nil
  }

  /// The names of the targets that this manifest declares.
  fileprivate var targets: [String] {
    code.matches(of: #/\.(?:executableTarget|testTarget|target)\(\s*name:/#).compactMap {
      // The code has blanks where the name is: read that from the text, at the same byte.
      let start = code[..<$0.range.upperBound].utf8.count
      let name = text.utf8.dropFirst(start).drop { $0 == UInt8(ascii: " ") }
        .drop { $0 == UInt8(ascii: "\"") }.prefix { $0 != UInt8(ascii: "\"") }
      return String(name)
    }
  }

  /// The subcommands declared here, each by the name that is typed; the root has none.
  fileprivate var commands: [Command] {
    let pattern = #/struct\s+(\w+)[^{]*\b(?:Async)?ParsableCommand\b/#
    let heads = code.matches(of: pattern)
    return heads.enumerated().compactMap { index, head in
      let start = code[..<head.range.lowerBound].utf8.count
      let end =
        index + 1 < heads.count
        ? code[..<heads[index + 1].range.lowerBound].utf8.count : code.utf8.count
      let body = String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
      let typed = body.firstMatch(of: #/commandName:\s*"([^"]+)"/#)?.output.1
      let name = typed.map(String.init) ?? SourceFile.commandName(of: head.output.1)
      guard name != "annals" else { return nil }
      let line = 1 + code.utf8.prefix(start).count { $0 == UInt8(ascii: "\n") }
      return Command(file: self, line: line, what: name)
    }
  }

  /// The name that swift-argument-parser derives from a type: words in lower case, hyphenated.
  private static func commandName(of type: Substring) -> String {
    type.replacing(#/([a-z0-9])([A-Z])/#) { "\($0.output.1)-\($0.output.2)" }.lowercased()
  }

  /// Whether this transcript types `annals … command`.
  fileprivate func runs(_ command: String) -> Bool {
    lines.contains { line in
      line.hasPrefix("$ ") && line.contains("annals ")
        && line.split(separator: " ").contains { $0.elementsEqual(command) }
    }
  }
}
