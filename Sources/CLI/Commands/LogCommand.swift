import ArgumentParser
import Events
import Foundation

/// `annals log`: the lines as they stand.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "The lines of the log as they were recorded.",
    discussion: """
      Each line is checked before it is printed. With --drafts, lines are printed as drafts, which \
      can be recorded elsewhere: two copies of a log that both grew after line 212 are joined by

        annals --log other.log log --drafts --after 212 | annals append --jsonl -

      EXAMPLES
        annals log --after 212
        annals log --follow
      """
  )

  @Option(help: ArgumentHelp("Only lines after this position.", valueName: "position"))
  var after: Int = 0

  @Flag(help: "Go on with new lines as they are recorded, until interrupted.")
  var follow = false

  @Flag(help: "As drafts, without what annals adds when it records.")
  var drafts = false

  @Flag(
    name: .customLong("private"),
    help: "With --drafts: also the confidential parts, which are else left out."
  )
  var includesPrivate = false

  @OptionGroup var log: LogOptions

  func validate() throws {
    if after < 0 {
      throw ValidationError("--after \(after): not a position; write the number of a line.")
    }
    if includesPrivate && !drafts {
      throw ValidationError("--private goes with --drafts; the log itself holds no such part.")
    }
  }

  func run() throws {
    let place = try LogPlace(log)
    let log = FileLog(path: place.log)
    var listing = LogListing(log: log, asDrafts: drafts, includesPrivate: includesPrivate)
    if follow { Interrupt.endsProgram() }
    var point = try listing.print(after: .start, skippingTo: Position(after), warns: true)
    while follow, !Printer.hasNoReader {
      Thread.sleep(forTimeInterval: LogCommand.secondsBetweenLooks)
      point = try listing.print(after: point, skippingTo: Position(after), warns: false)
    }
    listing.tellWhatIsMissing()
  }

  private static let secondsBetweenLooks = 0.2
}

/// Prints lines one after the other, however many there are.
struct LogListing {
  private let log: FileLog
  private let asDrafts: Bool
  private var drafts: RecordedDrafts
  private var printer = Printer()
  private var withheld = 0

  init(log: FileLog, asDrafts: Bool, includesPrivate: Bool) {
    self.log = log
    self.asDrafts = asDrafts
    drafts = RecordedDrafts(of: log, includesPrivate: includesPrivate)
  }

  /// Prints the lines after `point` that lie beyond `position`; returns the point after the last.
  mutating func print(
    after point: LogPoint,
    skippingTo position: Position,
    warns: Bool
  ) throws -> LogPoint {
    var cursor = try log.lines(after: point)
    if warns, let tail = cursor.tornTail { Notice.warn("\(log.path): \(tail)") }
    do {
      while let line = try cursor.next() {
        guard line.line.position > position else { continue }
        try print(line)
        // Nobody reads on: there is no use in going on.
        if printer.failure != nil { break }
      }
    } catch {
      // The sound lines before a damage were asked for all the same.
      try printer.finish()
      throw error
    }
    try printer.finish()
    return cursor.point
  }

  private mutating func print(_ line: LogLine) throws {
    guard asDrafts else {
      printer.raw(line.bytes)
      return printer.raw([UInt8(ascii: "\n")])
    }
    switch line.line {
    case .withheld: withheld += 1
    case .event(let event): try printer.line(drafts.draft(of: event).json.written)
    }
  }

  /// Says what drafts could not hold.
  func tellWhatIsMissing() {
    if withheld > 0 {
      Notice.warn("\(Brief.count(withheld, "withheld line")) left out: nothing is left to record.")
    }
    drafts.tellWhatIsMissing()
  }
}
