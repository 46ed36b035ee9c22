import ArgumentParser
import Events
import Projections

/// `annals retract`: withdraws an earlier event.
struct RetractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Withdraw an earlier event, and say why.",
    discussion: """
      Nothing is deleted: the event leaves all views, and stays in the record. A retraction of a \
      correction undoes it; a retraction can be retracted itself. Shows what will change in the \
      answers, and asks on a terminal before it writes.

      EXAMPLE
        annals retract arrest-1 --reason "another person of the same name"
      """
  )

  @Argument(help: "The event, by id or position.")
  var event: String

  @Option(help: "Why.")
  var reason: String

  @Option(help: "The retraction's own id; else one is made.")
  var id: String?

  @Option(help: "Who records it: a code fit for publication; else $ANNALS_BY.")
  var by: String?

  @Flag(help: "Show what would change, and write nothing.")
  var dryRun = false

  @Option(help: ArgumentHelp("Refuse unless the log ends at this line.", valueName: "position"))
  var expectPosition: Int?

  @OptionGroup var log: LogOptions

  func run() throws {
    let recorder = try Recorder.code(by, Outside.current)
    let run = RunOptions(
      place: try LogPlace(log),
      expected: expectPosition.map(Position.init),
      isDryRun: dryRun
    )
    let amendment = Amendment(run: run) { known in
      let target = try Amendment.target(event, in: known)
      // The same once more is no other retraction.
      if let retraction = target.retractedBy, retraction.text != id {
        throw Failure(
          .inputRefused,
          "\(target.id) was withdrawn already, by \(retraction). Nothing was written."
        )
      }
      return try Amendment.draft(
        "retraction",
        [JSONMember("of", .text(target.id.text)), JSONMember("reason", .text(reason))],
        id: id,
        by: recorder
      )
    }
    try amendment.record()
  }
}
