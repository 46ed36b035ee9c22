import ArgumentParser
import Events
import Snapshot

/// `annals rebuild`: all views anew.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Make the snapshot anew from the log.",
    discussion: """
      The snapshot keeps itself up to date; this is for when it was refused, or to be sure. The \
      new one is made beside the old one and takes its place when it is whole. The log is only \
      read.

      EXAMPLE
        annals rebuild
      """
  )

  @OptionGroup var log: LogOptions

  func run() throws {
    let place = try LogPlace(log)
    let (snapshot, lines, seconds) = try Views.rebuild(place)
    if snapshot.warnings.contains(where: \.isInMemory) {
      throw Failure(.diskFailed, "\(place.snapshot): nothing was made anew.")
    }
    let rate = Int(Double(lines) / max(seconds, 0.001))
    var printer = Printer()
    printer.line(
      "\(Shown.line(place.snapshot)): \(Brief.count(lines, "line")) taken in"
        + (lines > 0 ? ", \(rate) a second." : ".")
    )
    try printer.finish()
  }
}
