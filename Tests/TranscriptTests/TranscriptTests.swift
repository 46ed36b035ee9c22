import Foundation
import Testing

/// What users type and what they get: each file under Tests/Transcripts runs as one test.
///
/// `UPDATE_TRANSCRIPTS=1 swift test --filter TranscriptTests` writes what is printed now into the
/// files. Read the difference before you commit it.
@Suite struct TranscriptTests {
  private static let folder = Stage.package.appending(path: "Tests/Transcripts")

  /// The files, by their path from `folder`.
  private static let paths = (FileManager.default.enumerator(atPath: folder.path) ?? .init())
    .compactMap { $0 as? String }.filter { $0.hasSuffix(".txt") }.sorted()

  @Test func `there are transcripts`() {
    #expect(!TranscriptTests.paths.isEmpty)
  }

  @Test(arguments: paths)
  func `a command prints what its transcript says`(path: String) throws {
    let file = TranscriptTests.folder.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    var transcript = try Transcript(parsing: text)
    try #require(!transcript.steps.isEmpty, "\(path): no line begins with `$ `")
    let stage = try Stage()
    defer { #expect(throws: Never.self) { try stage.clear() } }
    let updates = ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] == "1"
    for (index, step) in transcript.steps.enumerated() {
      let actual = try stage.run(step.command)
      if Pattern.matches(step.expected, actual) { continue }
      if updates {
        transcript.steps[index].expected = actual.keepingWildcards(of: step.expected)
      } else {
        report(step, actual, path: path)
      }
    }
    if updates, transcript.text != text {
      try transcript.text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  private func report(_ step: Transcript.Step, _ actual: Transcript.Outcome, path: String) {
    let difference = Pattern.difference(step.expected, actual)
    let lines = ["Tests/Transcripts/\(path):\(step.line): $ \(step.command)"] + difference
    Issue.record(Comment(rawValue: lines.joined(separator: "\n")))
  }
}

extension Transcript.Outcome {
  fileprivate func keepingWildcards(of expected: Transcript.Outcome) -> Transcript.Outcome {
    Transcript.Outcome(
      output: Pattern.keepingWildcards(of: expected.output, in: output),
      errors: Pattern.keepingWildcards(of: expected.errors, in: errors),
      status: status
    )
  }
}
