import ArgumentParser
import Events
import Projections

/// `annals confirm`: a source says that people are still where they were.
struct ConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Record that people are still in their state.",
    discussion: """
      Evidence ages: a state that nothing confirms is shown as last known. This records for each \
      person that a source says that they are still in the state that follows from the record on \
      that date, or in the one that --state names.

      EXAMPLES
        annals confirm anna-berg "Boris Hill" --source report-7 --at "p. 2" --date 2017-12
        annals confirm anna-berg --state imprisoned --source report-7 --date 2017-12-03
      """
  )

  @Argument(help: "People, by id or name.")
  var persons: [String]

  @Option(help: "The source that says so, by id or title; @ and where in it may follow.")
  var source: String

  @Option(help: "Where in the source: page, paragraph, timecode.")
  var at: String?

  @Option(help: "The date of which the source says it (EDTF).")
  var date: String

  @Option(help: "The state that the source names, such as imprisoned or in_custody.")
  var state: String?

  @Option(help: "The event in one line; made of the name and the state, unless given.")
  var title: String?

  @Option(help: "How sure it is: confirmed, reported (unless given), believed or disputed.")
  var certainty: String?

  @Option(help: "Who records it: a code fit for publication; else $ANNALS_BY.")
  var by: String?

  @Flag(help: "Print the drafts that would be written, and write nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Refuse unless the log ends at this line.", valueName: "position"))
  var expectPosition: Int?

  @OptionGroup var log: LogOptions

  func run() throws {
    let outside = Outside.current
    let place = try LogPlace(log, outside)
    let recorder = try Recorder.code(by, outside)
    let recording = Recording(
      log: FileLog(path: place.log),
      sealing: outside.sealing,
      expected: expectPosition.map(Position.init)
    )
    let known = try KnownBySnapshot(place).record()
    if let expected = recording.expected, known.head != expected {
      throw EventLogError.moved(expected: expected, found: known.head)
    }
    let drafts = try confirmation.drafts(in: known, by: recorder) {
      Notice.print("annals: " + Shown.line($0))
    }
    _ = try recording.rehearse(drafts, against: known)
    let preview = ConfirmationPreview(drafts.map(\.draft), in: known, asOf: outside.today)
    Notice.write(preview.lines.map { Shown.line($0) + "\n" }.joined())
    if !dryRun, let terminal = Conversation(outside), try !terminal.agrees("Record this?") {
      throw Conversation.ended
    }
    let session = RecordingSession(recording: recording, place: place, isDryRun: dryRun)
    try session.record { known in
      try confirmation.drafts(in: known.record(), by: recorder)
    }
  }

  private var confirmation: Confirmation {
    Confirmation(
      persons: persons,
      source: source,
      locator: at,
      date: date,
      state: state,
      title: title,
      certainty: certainty,
      today: Outside.current.today
    )
  }
}
