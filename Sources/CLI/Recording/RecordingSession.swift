import Events
import Projections

/// Records drafts and tells what became of them, or only shows what would be written.
struct RecordingSession {
  let recording: Recording
  let place: LogPlace
  let isDryRun: Bool
  /// The most events that are told one by one.
  private static let linesMax = 20

  /// Records the drafts that `drafting` makes of what is known of the record.
  func record(_ drafting: (KnownBySnapshot) throws -> [SourcedDraft]) throws {
    if isDryRun { return try rehearse(drafting) }
    let (outcomes, appended) = try recording.record(
      knowing: { _ in try KnownBySnapshot(place) },
      drafting: drafting
    )
    if let tail = appended.savedTail {
      Notice.warn(
        "the log ended in an append that was cut off; its bytes were saved in \(tail) and removed."
      )
    }
    if appended.clockBehindSeconds > 60 {
      Notice.warn(
        "this clock is \(appended.clockBehindSeconds) seconds behind the last line of the log, "
          + "whose time was repeated. Set the clock."
      )
    }
    warnOfWhatLiesAhead(outcomes)
    var printer = Printer()
    RecordingSession.tell(outcomes, to: &printer)
    do {
      try printer.finish()
    } catch {
      // Whoever takes this for a failed append would record everything twice.
      throw Failure(error.status, "\(error.message)\nEverything was recorded all the same.")
    }
  }

  /// Warns of what is recorded as done to somebody on a day that has not come: mostly a slip.
  private func warnOfWhatLiesAhead(_ outcomes: [Recording.Outcome]) {
    let today = Outside.current.today
    var ahead: [Event] = []
    for case .recorded(let event) in outcomes {
      guard let section = event.section, [.liberty, .treatment, .assertions].contains(section),
        let day = event.date?.beginning.earliest, day > today
      else { continue }
      ahead.append(event)
    }
    guard let first = ahead.first else { return }
    let others = ahead.count > 1 ? " and \(Brief.count(ahead.count - 1, "other"))" : ""
    Notice.warn(
      "dated after today (\(today)), so that it has not happened until then: "
        + "\(first.id)\(others). If that is a slip, `annals correct \(first.id) --date …`."
    )
  }

  private func rehearse(_ drafting: (KnownBySnapshot) throws -> [SourcedDraft]) throws {
    let known = try KnownBySnapshot(place)
    if let expected = recording.expected, known.head != expected {
      throw EventLogError.moved(expected: expected, found: known.head)
    }
    let drafts = try recording.rehearse(drafting(known), against: known)
    var printer = Printer()
    for draft in drafts { printer.line(draft.withoutConfidentialPart.json.written) }
    try printer.finish()
    let count = drafts.count { $0.confidential != nil }
    if count > 0 {
      Notice.print("annals: \(Brief.count(count, "confidential part")) not shown.")
    }
    if drafts.isEmpty { Notice.print("annals: all of it is recorded already.") }
  }

  private static func tell(_ outcomes: [Recording.Outcome], to printer: inout Printer) {
    if outcomes.isEmpty { return printer.line("Nothing to record.") }
    if outcomes.count <= linesMax {
      for outcome in outcomes { printer.line(outcome.line) }
      return
    }
    var positions: [Position] = []
    for case .recorded(let event) in outcomes { positions.append(event.position) }
    if let first = positions.first, let last = positions.last {
      printer.line("\(positions.count) events recorded, as lines \(first) to \(last).")
    }
    let known = outcomes.count - positions.count
    if known > 0 { printer.line("\(Brief.count(known, "event")) already recorded.") }
  }
}

extension Recording.Outcome {
  /// The outcome on one line.
  fileprivate var line: String {
    switch self {
    case .recorded(let event):
      "\(event.position)  \(event.id)  \(Shown.line(event.content.summary))"
    case .known(let id, let position): "already recorded at line \(position): \(id)"
    }
  }
}

extension Content {
  /// The event in one line: its kind, its date, and its title or what it registers.
  var summary: String {
    let head = kind + (date.map { " \($0)" } ?? "")
    if let (id, _) = registration {
      let name = Entity(self)?.displayName
      return "\(head) \(id)" + (name.map { ": \($0)" } ?? "")
    }
    if let title { return "\(head): \(title)" }
    return details.event("of").map { "\(head) of \($0)" } ?? head
  }
}

extension Draft {
  /// The draft as it may be shown.
  var withoutConfidentialPart: Draft {
    var draft = self
    draft.confidential = nil
    return draft
  }
}
