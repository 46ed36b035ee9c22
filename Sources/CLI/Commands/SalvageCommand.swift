import ArgumentParser
import Events

/// `annals salvage`: what is sound of a damaged log, as a new one.
struct SalvageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage",
    abstract: "Copy what is sound of a damaged log to a new one.",
    discussion: """
      The log itself is never changed. FILE receives its whole batches up to the first one that a \
      damage touches, byte for byte: a log that verifies. What stands around a sound line, such as \
      carriage returns, is left out, and a sound line that was moved goes back to its place.

      The sound lines behind that no longer follow in a chain, and annals does not seal them \
      anew: they go to FILE.drafts.jsonl, as drafts. Look at them, take out what should not be \
      recorded, and append them to FILE. Lines that are damaged themselves are listed, and stay in \
      the old log: keep it, as it alone shows when each line was recorded.

      Ends with 0 if FILE holds everything, with 76 if anything was left out of it.

      EXAMPLES
        annals salvage --to rescued.log
        annals --log rescued.log append --jsonl rescued.log.drafts.jsonl
      """
  )

  @Option(
    help: ArgumentHelp("The new log; a file that does not exist yet.", valueName: "file"),
    completion: .file()
  )
  var to: String

  @Flag(
    name: .customLong("private"),
    help: "Also the confidential parts of drafts, which are else left out."
  )
  var includesPrivate = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var log: LogOptions

  func validate() throws {
    if to.isEmpty { throw ValidationError("--to: the path is empty. Name a new file.") }
  }

  func run() throws {
    let place = try LogPlace(log)
    let log = FileLog(path: place.log)
    let found = try log.salvage()
    let files = SalvageFiles(log: to)
    var drafts = RecordedDrafts(of: log, includesPrivate: includesPrivate)
    try files.write(found) { event throws(EventLogError) in
      try Array(drafts.draft(of: event).json.written.utf8)
    }
    let report = SalvageReport(log: place.log, files: files, found: found)
    var printer = Printer()
    report.print(format.format, to: &printer)
    try printer.finish()
    warn(found, files, drafts, place)
    if !found.isComplete {
      throw Failure(
        .logDamaged,
        "\(place.log): not all of it is in \(to). Keep the log as it is; it was not changed."
      )
    }
  }

  private func warn(
    _ found: Salvage,
    _ files: SalvageFiles,
    _ drafts: RecordedDrafts,
    _ place: LogPlace
  ) {
    if let tail = found.tornTail { Notice.warn("\(place.log): \(tail)") }
    drafts.tellWhatIsMissing()
    if includesPrivate && drafts.hasConfidentialParts {
      Notice.warn("\(files.drafts): this holds confidential parts. Remove it once it is recorded.")
    }
    if found.confidentialCount > 0 && !files.isBeside(place.log) {
      Notice.warn(
        "\(to): the confidential part of \(Brief.count(found.confidentialCount, "line")) is kept "
          + "in events.private beside \(place.log). Copy that file beside \(to)."
      )
    }
  }
}
