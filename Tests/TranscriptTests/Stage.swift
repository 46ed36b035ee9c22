import Foundation

/// A fresh folder in which the commands of one transcript run, one after the other.
///
/// Each command is a shell of its own: files stay from one to the next, `cd` and variables do not.
struct Stage {
  /// A reason why no command can be run.
  struct Unready: Error, CustomStringConvertible {
    let description: String
  }

  static let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let secondsMax = 60

  private let folder: URL
  private let environment: [String: String]

  init() throws {
    let built = try Stage.built()
    folder = FileManager.default.temporaryDirectory
      .appending(path: "annals-transcript-\(UUID().uuidString)").resolvingSymlinksInPath()
    for name in ["bin", "home", "tmp", "work"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name),
        withIntermediateDirectories: true
      )
    }
    let bin = folder.appending(path: "bin")
    try FileManager.default.createSymbolicLink(
      at: bin.appending(path: "annals"),
      withDestinationURL: built
    )
    environment = [
      "PATH": bin.path + ":/usr/local/bin:/usr/bin:/bin",
      "HOME": folder.appending(path: "home").path,
      "TMPDIR": folder.appending(path: "tmp").path,
      "FIXTURES": Stage.package.appending(path: "Tests/Fixtures").path,
      "TZ": "UTC", "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
    ]
  }

  /// Runs `command` and waits for it.
  func run(_ command: String) throws -> Transcript.Outcome {
    let output = folder.appending(path: "output")
    let errors = folder.appending(path: "errors")
    // Files, not pipes: a pipe that nobody empties would hold the command up.
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments = ["--kill-after=5", "\(Stage.secondsMax)", "/bin/sh", "-c", command]
    process.currentDirectoryURL = folder.appending(path: "work")
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let isKilled = process.terminationReason == .uncaughtSignal
    return Transcript.Outcome(
      output: Stage.lines(of: try Data(contentsOf: output)),
      errors: Stage.lines(of: try Data(contentsOf: errors)),
      status: process.terminationStatus + (isKilled ? 128 : 0)
    )
  }

  func clear() throws { try FileManager.default.removeItem(at: folder) }

  /// The lines of `data`; a last line that lacks its newline is followed by one that says so.
  private static func lines(of data: Data) -> [String] {
    if data.isEmpty { return [] }
    let parts = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let lines = parts.map { String(decoding: $0, as: UTF8.self) }
    return lines.last == "" ? lines.dropLast() : lines + ["(no newline at the end)"]
  }

  /// The command as it was built beside these tests.
  private static func built() throws -> URL {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let built = tests.deletingLastPathComponent().appending(path: "annals")
    guard FileManager.default.isExecutableFile(atPath: built.path) else {
      throw Unready(description: "\(built.path): no such command; run `swift build` first.")
    }
    return built
  }
}
