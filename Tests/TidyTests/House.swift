import Foundation

/// The package as it stands on disk: what git tracks, and what it would if it were added.
struct House {
  /// A reason why the package cannot be read.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Read once for all tests; a failure fails each of them.
  private static let standing = Result { try House() }

  /// Every text file; what stands under a folder `Fixtures` or `Golden` is data, and left out.
  let texts: [SourceFile]

  /// Swift under Sources.
  var sources: [SourceFile] { texts.filter { $0.isSwift && $0.path.hasPrefix("Sources/") } }

  /// Swift under Sources and Tests.
  var swift: [SourceFile] {
    texts.filter { file in
      file.isSwift && ["Sources/", "Tests/"].contains { file.path.hasPrefix($0) }
    }
  }

  static func read() throws -> House { try standing.get() }

  private init() throws {
    texts = try House.paths().compactMap { path in
      let data = try Data(contentsOf: House.root.appending(path: path))
      guard !data.contains(0) else { return nil }
      guard let text = String(validating: data, as: UTF8.self) else {
        throw Unreadable(description: "\(path): this is neither UTF-8 nor a binary file.")
      }
      return SourceFile(path, text)
    }
    guard !sources.isEmpty, swift.count > sources.count else {
      throw Unreadable(
        description: "\(House.root.path): no Swift files under Sources or Tests; is this annals?"
      )
    }
  }

  private static func paths() throws -> [String] {
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    git.currentDirectoryURL = root
    let output = Pipe()
    git.standardOutput = output
    try git.run()
    let listed = try output.fileHandleForReading.readToEnd() ?? Data()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else {
      throw Unreadable(
        description: "\(root.path): `git ls-files` failed; the house rules need a git checkout."
      )
    }
    return listed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .filter { path in
        let isData = path.split(separator: "/").contains { ["Fixtures", "Golden"].contains($0) }
        return !isData && isFile(root.appending(path: path))
      }
      .sorted()
  }

  /// Whether a file stands there: git also lists what was deleted, and links to folders.
  private static func isFile(_ url: URL) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: url.resolvingSymlinksInPath().path
    )
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }
}
