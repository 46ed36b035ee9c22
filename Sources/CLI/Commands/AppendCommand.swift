import ArgumentParser
import Events
import Projections

/// `annals append`: one event from options, or many from a file.
struct AppendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "append",
    abstract: "Record events."
  )

  @Option(help: ArgumentHelp("Drafts, one JSON object a line; - reads standard input."))
  var jsonl: String?

  @Flag(help: "Print what would be written, and write nothing.")
  var dryRun = false

  @OptionGroup var log: LogOptions

  func run() throws {
    let place = try LogPlace(log)
    let outside = Outside.current
    let eventLog = FileLog(path: place.log)
    let drafts = try DraftFile(jsonl ?? "-").drafts
    let recording = Recording(log: eventLog, sealing: outside.sealing)
    let (outcomes, _) = try recording.record(drafts) { writer in
      var replay = Replay()
      var cursor = try writer.lines(after: .start)
      while let line = try cursor.next() { replay.take(line.line) }
      return replay.record()
    }
    Swift.print("\(outcomes.count) recorded")
  }
}
