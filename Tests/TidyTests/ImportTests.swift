import Testing

/// The main flow is one straight line; an import against it is a way round.
@Suite struct ImportTests {
  @Test func `a target imports only what stands before it`() throws {
    expectNone(try House.read().sources.flatMap(\.forbiddenImports))
  }

  @Test func `only Snapshot imports GRDB`() throws {
    let grdb = try House.read().swift.filter { !$0.path.hasPrefix("Tests/SnapshotTests/") }
      .filter { $0.room != "Snapshot" }.flatMap(\.imports).filter { $0.module.hasPrefix("GRDB") }
    expectNone(grdb.map { $0.offence("it imports \($0.module)") })
  }

  @Test func `below the command nothing imports Foundation`() throws {
    let foundation = try House.read().sources.filter { $0.room != "CLI" }
      .flatMap(\.imports).filter { $0.module.hasPrefix("Foundation") }
    expectNone(foundation.map { $0.offence("it imports \($0.module)") })
  }

  @Test func `every target has its list of imports`() throws {
    #expect(Set(try House.read().sources.map(\.room)) == Set(Rooms.imports.keys))
  }

  @Test(arguments: [
    ("Events", "import Projections", "Projections"),
    ("Events", "import Foundation", "Foundation"),
    ("Projections", "package import Snapshot", "Snapshot"),
    ("Projections", "internal import struct GRDB.Row", "GRDB"),
    ("Exports", "@testable import Snapshot", "Snapshot"),
    ("Exports", "@preconcurrency public import FoundationEssentials", "FoundationEssentials"),
    ("Web", "import Events", "Events"),
  ])
  func `an import against the flow is named`(room: String, line: String, module: String) {
    let file = SourceFile("Sources/\(room)/A.swift", "// One.\n\(line)\n")
    let found = file.forbiddenImports.map(\.description)
    #expect(found == ["Sources/\(room)/A.swift:2: \(room) may not import \(module)"])
  }

  @Test func `what only reads like an import is none`() {
    let file = SourceFile(
      "Sources/Events/A.swift",
      "package import Crypto\n// import GRDB\nlet a = \"\"\"\n  import GRDB\n  \"\"\"\n"
    )
    #expect(file.imports.map(\.module) == ["Crypto"])
    #expect(file.forbiddenImports.map(\.description) == [])
  }
}

/// One `import` in a file.
private struct Import {
  let file: SourceFile
  let line: Int
  let module: String

  func offence(_ what: String) -> Offence { file.offence(line, what) }
}

extension SourceFile {
  fileprivate var imports: [Import] {
    let statement =
      #/
        ^ \s* (?: (?: @\w+ | package | public | internal | private | fileprivate ) \s+ )*
        import \s+
        (?: (?: struct | class | enum | protocol | func | var | let | typealias ) \s+ )?
        (\w+)
      /#
    return codeLines.enumerated().compactMap { index, line in
      line.firstMatch(of: statement).map {
        Import(file: self, line: index + 1, module: String($0.output.1))
      }
    }
  }

  fileprivate var forbiddenImports: [Offence] {
    guard let room else { return [] }
    return imports.filter { Rooms.imports[room]?.contains($0.module) != true }
      .map { $0.offence("\(room) may not import \($0.module)") }
  }
}
