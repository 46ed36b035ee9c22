import ArgumentParser
import Events
import Foundation
import Projections

/// `annals append`: one event from options, or many from a file.
struct AppendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "append",
    abstract: "Record events.",
    usage: "annals append KIND --date DATE [options]\nannals append --jsonl FILE",
    discussion: "`annals append --help` lists the kinds, `annals append KIND --help` its options.",
    // Which options there are depends on the kind, so that append reads --help itself.
    helpNames: []
  )

  @Argument(
    parsing: .captureForPassthrough,
    help: "The kind, and its options.",
    completion: .custom(Completions.append)
  )
  var arguments: [String] = []

  func run() throws {
    let arguments = try AppendArguments(arguments)
    if arguments.wantsHelp { return try AppendHelp.print(arguments.kind) }
    let outside = Outside.current
    let place = try LogPlace(log: arguments.log, snapshot: arguments.snapshot, outside)
    let recorder = try Recorder.code(arguments.recorder, outside)
    let recording = Recording(
      log: FileLog(path: place.log),
      sealing: outside.sealing,
      expected: arguments.expected
    )
    let session = RecordingSession(
      recording: recording,
      place: place,
      isDryRun: arguments.isDryRun
    )
    if let file = arguments.draftFile {
      let drafts = try DraftFile(file).drafts.map { $0.recorded(by: recorder) }
      return try session.record { _ in drafts }
    }
    if Interview.isNeeded(for: arguments), let terminal = Conversation(outside) {
      return try ask(arguments, terminal, session, by: recorder)
    }
    guard let kind = arguments.kind else { throw AppendCommand.nothingToRecord }
    try session.record { known in
      let names = NameResolution(known: known) { Notice.print("annals: " + Shown.line($0)) }
      return [try OptionDraft.draft(arguments, of: kind, by: recorder, resolving: names)]
    }
  }

  /// Asks for what is missing, shows what would be written, and records it if that is agreed to.
  private func ask(
    _ arguments: AppendArguments,
    _ terminal: Conversation,
    _ session: RecordingSession,
    by recorder: String?
  ) throws {
    let known = try KnownBySnapshot(session.place).record()
    var interview = Interview(arguments, known: known, conversation: terminal)
    let all = try interview.run()
    let entries = interview.registrations + [all]
    let drafts = try AppendCommand.drafts(entries, in: known, by: recorder)
    terminal.say("")
    for sourced in drafts { terminal.say(sourced.draft.withoutConfidentialPart.json.written) }
    _ = try session.recording.rehearse(drafts, against: known)
    if !session.isDryRun, try !terminal.agrees("Record this?") { throw Conversation.ended }
    try session.record { try AppendCommand.drafts(entries, in: $0, by: recorder) }
  }

  private static func drafts(
    _ entries: [AppendArguments],
    in known: some RecordedNames,
    by recorder: String?
  ) throws -> [SourcedDraft] {
    let registering = Set(entries.dropLast().compactMap(\.registeredID))
    let names = NameResolution(known: known, registering: registering)
    return try entries.map { entry in
      guard let kind = entry.kind else { throw nothingToRecord }
      return try OptionDraft.draft(entry, of: kind, by: recorder, resolving: names)
    }
  }

  private static let nothingToRecord = Failure(
    .wrongUsage,
    """
    nothing to record.
    Name the kind and what happened, such as `annals append arrest --date 2016-05-17 …`, or give \
    drafts with --jsonl FILE. `annals append --help` lists the kinds.
    """
  )
}

extension Recorder {
  /// The code of whoever records: what `--by` states, else `$ANNALS_BY`; never the login name.
  static func code(_ stated: String?, _ outside: Outside) throws(Failure) -> String? {
    let environment = outside.environment["ANNALS_BY"].flatMap { $0.isEmpty ? nil : $0 }
    guard let code = stated ?? environment else { return nil }
    if let reason = fault(in: code) {
      throw Failure(
        .inputRefused,
        "\(stated == nil ? "$ANNALS_BY" : "--by"): \(reason).\n"
          + "Give a short code fit for publication, such as desk-2. Nothing was written."
      )
    }
    return code
  }
}

extension SourcedDraft {
  /// The same draft, recorded by `recorder` unless it names somebody itself.
  func recorded(by recorder: String?) -> SourcedDraft {
    var copy = self
    if copy.draft.by == nil { copy.draft.by = recorder }
    return copy
  }
}
