import Events
import Projections

/// A correction or retraction: previewed, agreed to, recorded.
struct Amendment {
  let run: RunOptions
  /// Makes the draft of what is known of the record.
  let drafting: (KnownBySnapshot) throws -> Draft

  func record() throws {
    let outside = Outside.current
    let recording = Recording(
      log: FileLog(path: run.place.log),
      sealing: outside.sealing,
      expected: run.expected
    )
    let known = try KnownBySnapshot(run.place)
    let draft = try drafting(known)
    _ = try recording.rehearse([SourcedDraft(draft: draft, origin: .command)], against: known)
    try preview(draft, in: known, asOf: outside.today)
    if !run.isDryRun, let terminal = Conversation(outside), try !terminal.agrees("Record this?") {
      throw Conversation.ended
    }
    let session = RecordingSession(
      recording: recording,
      place: run.place,
      isDryRun: run.isDryRun
    )
    try session.record { known in [SourcedDraft(draft: try drafting(known), origin: .command)] }
  }

  /// Tells on standard error what will change in the answers of `day`.
  private func preview(_ draft: Draft, in known: KnownBySnapshot, asOf day: Day) throws {
    let before = try known.record()
    let report = DifferenceReport(previewing: before.adding([draft]), over: before, asOf: day)
    let lines =
      report.isEmpty
      ? ["No answer will change, as of \(day)."]
      : ["What will change, as of \(day):"] + report.lines
    Notice.write(lines.joined(separator: "\n") + "\n")
  }

  /// The draft of an event of `kind`, of which every fault is told in the words of its options.
  static func draft(
    _ kind: String,
    _ details: [JSONMember],
    id: String?,
    by recorder: String?,
    confidential: JSON? = nil
  ) throws -> Draft {
    var members: [JSONMember] = []
    members.add("id", id.map(JSON.text))
    members.add("by", recorder.map(JSON.text))
    members.add("kind", .text(kind))
    members.add("details", .object(details))
    members.add("private", confidential)
    do {
      return try DraftReader().draft(.object(members))
    } catch {
      throw Recording.refusal(OptionNames(KindOptions(kind)).messages(of: error))
    }
  }

  /// The event that `text` names by id or position.
  static func target(_ text: String, in known: KnownBySnapshot) throws -> Fact {
    guard let reference = EventReference(text) else {
      throw Failure(.notFound, "\"\(text)\" is neither an event's id nor a position.")
    }
    let id: EventID?
    switch reference {
    case .id(let stated): id = stated
    case .position(let position): id = known.event(at: position)
    }
    guard let id, let fact = known.fact(id) else {
      throw Failure(
        .notFound,
        "no event \"\(text)\" is recorded. `annals search TEXT` finds events. Nothing was written."
      )
    }
    return fact
  }
}

/// How to record: where, on which condition, or only as a rehearsal.
struct RunOptions {
  let place: LogPlace
  var expected: Position?
  var isDryRun = false

  init(place: LogPlace, expected: Position?, isDryRun: Bool) {
    self.place = place
    self.expected = expected
    self.isDryRun = isDryRun
  }

  /// Those among `arguments`, whatever else stands there.
  init(_ arguments: [String]) throws(Failure) {
    var kept: [String] = []
    var index = arguments.startIndex
    while index < arguments.endIndex {
      let name = arguments[index].prefix { $0 != "=" }
      if ["--log", "--snapshot", "--expect-position"].contains(name) {
        kept.append(arguments[index])
        if !arguments[index].contains("="), index + 1 < arguments.endIndex {
          index += 1
          kept.append(arguments[index])
        }
      } else if name == "--dry-run" {
        kept.append(arguments[index])
      }
      index += 1
    }
    let read = try AppendArguments(kept)
    self.init(
      place: try LogPlace(log: read.log, snapshot: read.snapshot, Outside.current),
      expected: read.expected,
      isDryRun: read.isDryRun
    )
  }
}
