import ArgumentParser
import Events
import Foundation

/// `annals init`: an empty log here.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin an empty log here.",
    discussion: """
      Writes events.log, and .gitattributes and .gitignore beside it, so that git neither changes \
      its bytes nor publishes the confidential parts.

      EXAMPLE
        annals init
      """
  )

  @OptionGroup var log: LogOptions

  func run() throws {
    let path = log.log ?? "events.log"
    _ = try FileLog.create(path)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let name = URL(fileURLWithPath: path).lastPathComponent
    let stem = name.hasSuffix(".log") ? String(name.dropLast(4)) : name
    try add("\(name) -text -merge", to: folder.appendingPathComponent(".gitattributes"))
    let ignored = ["\(stem).private", "\(stem).sqlite", "\(stem).sqlite-journal", "\(name).torn-*"]
    for line in ignored { try add(line, to: folder.appendingPathComponent(".gitignore")) }
    Swift.print(
      """
      \(path): an empty log.
      Next: register a source and a person, then record what happened, such as
        annals append source --id letter-1 --set-title "Letter of 3 May" --form letter
        annals append --help
      """
    )
  }

  /// Adds `line` to the file, unless it stands there already.
  private func add(_ line: String, to file: URL) throws {
    let before = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard !before.split(separator: "\n").contains(Substring(line)) else { return }
    let gap = before.isEmpty || before.hasSuffix("\n") ? "" : "\n"
    do {
      try (before + gap + line + "\n").write(to: file, atomically: true, encoding: .utf8)
    } catch {
      throw Failure(.diskFailed, "\(file.path): cannot be written: \(error.localizedDescription).")
    }
  }
}
