import ArgumentParser
import Events
import Foundation

/// `annals init`: an empty log here.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin an empty log here.",
    discussion: """
      Writes events.log, or the log that --log or $ANNALS_LOG names, and .gitattributes and \
      .gitignore beside it, so that git neither changes its bytes nor publishes the confidential \
      parts.

      EXAMPLE
        annals init
      """
  )

  @OptionGroup var log: LogOptions

  func run() throws {
    let path = try LogPlace.stated(log.log, .current) ?? "events.log"
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let name = URL(fileURLWithPath: path).lastPathComponent
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw Failure(.notFound, "\(folder.relativePath): there is no such folder. Make it first.")
    }
    // Read before the log is made: a log without them would publish what must not be published.
    let attributes = try LinesFile(folder.appendingPathComponent(".gitattributes"))
    let ignored = try LinesFile(folder.appendingPathComponent(".gitignore"))
    _ = try FileLog.create(path)
    try attributes.add(["\(name) -text -merge"])
    try ignored.add(InitCommand.ignored(beside: name))
    var printer = Printer()
    printer.line("\(Shown.line(path)): an empty log.")
    printer.line(InitCommand.next)
    try printer.finish()
  }

  /// What no repository may hold: confidential parts, and what is made from the log, be it whole or
  /// left behind by a program that was killed.
  private static func ignored(beside log: String) -> [String] {
    let stem = log.hasSuffix(".log") ? String(log.dropLast(4)) : log
    return [
      "events.private", "\(stem).sqlite", "\(stem).sqlite-*", "\(stem).sqlite.*", "\(log).torn-*",
      "*.drafts.jsonl", "*.????????-????-????-????-????????????.tmp",
    ]
  }

  private static let next = """
    Next: register a source and a person, then record what happened, such as
      annals append source --id letter-1 --title "Letter of 3 May" --form letter
      annals append person --id anna-berg --name "Anna Berg"
      annals append arrest --date 2016-05-17 --person anna-berg \\
        --title "Anna Berg is arrested" --source "letter-1@p. 3"
    `annals append --help` lists what can be recorded.
    """
}

/// A text file to which lines are added that it lacks.
private struct LinesFile {
  private let file: URL
  private let text: String

  init(_ file: URL) throws(Failure) {
    self.file = file
    guard FileManager.default.fileExists(atPath: file.path) else {
      text = ""
      return
    }
    do {
      text = try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw Failure(
        .diskFailed,
        "\(file.path): cannot be read: \(error.localizedDescription). No log was made."
      )
    }
  }

  func add(_ lines: [String]) throws(Failure) {
    let present = Set(text.split(whereSeparator: \.isNewline).map(\.trimmed))
    let missing = lines.filter { !present.contains($0) }
    guard !missing.isEmpty else { return }
    let gap = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
    let added = text + gap + missing.joined(separator: "\n") + "\n"
    do {
      try Data(added.utf8).write(to: file, options: .atomic)
    } catch {
      throw Failure(
        .diskFailed,
        "\(file.path): cannot be written: \(error.localizedDescription).\n"
          + "The log was made; add these lines by hand:\n  " + missing.joined(separator: "\n  ")
      )
    }
  }
}
