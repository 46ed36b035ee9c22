import ArgumentParser
import Events
import Projections

/// `annals correct`: says what of an earlier event was wrong.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Say what of an earlier event was wrong, and why.",
    usage: "annals correct EVENT --reason TEXT [options of its kind]",
    discussion: CorrectCommand.help,
    // Which options there are depends on the event's kind, so that correct reads --help itself.
    helpNames: []
  )

  @Argument(
    parsing: .captureForPassthrough,
    help: "The event, by id or position, and what changes."
  )
  var arguments: [String] = []

  func run() throws {
    let arguments = try CorrectArguments(arguments)
    guard !arguments.wantsHelp else {
      var printer = Printer()
      printer.line(CorrectCommand.helpText)
      return try printer.finish()
    }
    guard let event = arguments.event else {
      throw Failure(.wrongUsage, "which event? Name it by id or position.\n" + CorrectCommand.help)
    }
    guard let reason = arguments.reason else {
      throw Failure(.wrongUsage, "--reason is missing: a correction says why. Nothing was written.")
    }
    // The options that say how to record are the same whatever the kind.
    let run = try RunOptions(arguments.rest)
    let amendment = Amendment(run: run) { known in
      let names = NameResolution(known: known)
      let target = try Amendment.target(event, in: known)
      let options = try AppendArguments([target.kind] + arguments.rest)
      let change = try arguments.mergePatch(options, of: target.content, resolving: names)
      guard change.confidential != nil || change.set.members?.isEmpty == false else {
        throw Failure(
          .wrongUsage,
          "nothing to correct: give what is right, such as --date 2016-05-18, or --clear NAME. "
            + "Nothing was written."
        )
      }
      let draft = try Amendment.draft(
        "correction",
        [
          JSONMember("of", .text(target.id.text)), JSONMember("set", change.set),
          JSONMember("reason", .text(reason)),
        ],
        id: change.id,
        by: try Recorder.code(change.by, Outside.current),
        confidential: change.confidential
      )
      try refuseIdleness(of: draft, correcting: target)
      return draft
    }
    try amendment.record()
  }

  /// Refuses a correction after which the event says what it says already.
  private func refuseIdleness(of draft: Draft, correcting target: Fact) throws {
    guard draft.confidential == nil, let set = draft.details["set"],
      !target.correctedBy.contains(where: { $0 == draft.id })
    else { return }
    let corrected: Content
    do {
      corrected = try target.content.patched(by: set)
    } catch {
      // What is wrong with it is told with all else that is wrong with the draft.
      return
    }
    guard corrected.isSameContent(as: target.content) else { return }
    throw Failure(
      .inputRefused,
      "nothing to correct: \(target.id) says that already. Look at it with "
        + "`annals show \(target.id)`. Nothing was written."
    )
  }

  private static let help = """
    Nothing is edited: a correction is recorded, and every answer follows it. It is correctable \
    and retractable itself. Lists are replaced whole. Shows what will change in the answers, and \
    asks on a terminal before it writes.

    EXAMPLES
      annals correct arrest-1 --date 2016-05-18 --reason "misread the date"
      annals correct 212 --clear term --reason "the source gives no term"
      annals correct arrest-1 --patch '{"tags":["harbour"]}' --reason "tagged"
    """

  private static let helpText = """
    \(CorrectCommand.configuration.abstract)

    USAGE: annals correct EVENT --reason TEXT [options of its kind]

    \(help)

    OPTIONS
      --reason TEXT           Why (must be given).
      --clear NAME            A field or member that the event shall not have (repeatable).
      --patch JSON            A whole merge patch (RFC 7396) for the draft form of the event.
      --private JSON          A new confidential part in place of the former.
      --id ID                 The correction's own id; else one is made.
      --by CODE               Who records it; $ANNALS_BY, unless given.
      --dry-run               Show what would change, and write nothing.
      --expect-position N     Refuse unless the log ends at this line.
      --log PATH, --snapshot PATH

    `annals append KIND --help` lists the options of each kind.
    """
}
