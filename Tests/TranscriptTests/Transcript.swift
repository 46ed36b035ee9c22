import Foundation

/// What somebody typed and what came back, as a text file that can be read and run again.
///
///     # Prose stands behind a number sign.
///     $ annals append --jsonl - <<'END'
///     > {"kind":"arrest"}
///     > END
///     what was printed, with [..] for any text within a line
///     ...
///     2> what was printed to standard error
///     ? 65
///
/// A line `...` stands for any lines. Without `?` the exit status is 0. Blank lines at the end of
/// an output are not compared. A printed line that begins like one of these marks, or with a
/// backslash, is written with a backslash before it.
struct Transcript {
  /// One command with what is expected of it.
  struct Step: Equatable {
    /// Prose and blank lines before the command.
    var prose: [String] = []
    /// The line of the file on which the command stands.
    var line: Int
    /// The command; a newline before each `> ` line.
    var command: String
    var expected: Outcome
  }

  /// What a command printed, line by line, and its exit status.
  struct Outcome: Equatable {
    var output: [String] = []
    var errors: [String] = []
    var status: Int32 = 0
  }

  var steps: [Step] = []
  /// What stands after the last output.
  var ending: [String] = []

  init(parsing text: String) throws(TranscriptFault) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    var prose: [String] = []
    var isCommand = false
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("$ ") {
        prose = takeBlankEnd() + prose
        steps.append(
          Step(
            prose: prose,
            line: index + 1,
            command: String(line.dropFirst(2)),
            expected: Outcome()
          )
        )
        prose = []
        isCommand = true
      } else if line.hasPrefix("> "), isCommand {
        steps[steps.count - 1].command += "\n" + line.dropFirst(2)
      } else if line.hasPrefix("# ") || line == "#" {
        prose = takeBlankEnd() + prose + [line]
        isCommand = false
      } else if steps.isEmpty || !prose.isEmpty {
        guard line.isEmpty else { throw TranscriptFault(line: index + 1) }
        prose.append(line)
      } else {
        try steps[steps.count - 1].expected.take(line, at: index + 1)
        isCommand = false
      }
    }
    ending = takeBlankEnd() + prose
  }

  /// Takes the blank lines at the end of the last output away: they belong to what follows.
  private mutating func takeBlankEnd() -> [String] {
    guard let last = steps.indices.last else { return [] }
    var blank: [String] = []
    while steps[last].expected.output.last == "" {
      blank.append(steps[last].expected.output.removeLast())
    }
    return blank
  }

  /// The file that says this.
  var text: String {
    let lines = steps.flatMap { step in
      let command = step.command.split(separator: "\n", omittingEmptySubsequences: false)
      return step.prose + ["$ " + (command.first ?? "")]
        + command.dropFirst().map { "> " + $0 } + step.expected.lines
    }
    return (lines + ending).map { $0 + "\n" }.joined()
  }
}

/// A line of a transcript that is neither prose nor part of a command.
struct TranscriptFault: Error, Equatable, CustomStringConvertible {
  let line: Int

  var description: String {
    "line \(line): this stands before any command. Begin prose with `# ` and a command with `$ `."
  }
}

extension Transcript.Outcome {
  private static let marks = ["$ ", "> ", "2> ", "? ", "# ", "\\"]

  fileprivate mutating func take(_ line: String, at number: Int) throws(TranscriptFault) {
    if line.hasPrefix("2> ") || line == "2>" {
      errors.append(String(line.dropFirst(3)))
    } else if line.hasPrefix("? ") {
      guard let status = Int32(line.dropFirst(2)) else { throw TranscriptFault(line: number) }
      self.status = status
    } else {
      output.append(line.hasPrefix("\\") ? String(line.dropFirst()) : line)
    }
  }

  /// The lines of a transcript that expect this.
  var lines: [String] { outputLines + errorLines + statusLines }

  var outputLines: [String] {
    var shown = output
    while shown.last == "" { shown.removeLast() }
    return shown.map { line in
      let isMarked = line == "#" || Transcript.Outcome.marks.contains { line.hasPrefix($0) }
      return isMarked ? "\\" + line : line
    }
  }

  var errorLines: [String] { errors.map { $0.isEmpty ? "2>" : "2> " + $0 } }

  var statusLines: [String] { status == 0 ? [] : ["? \(status)"] }
}
