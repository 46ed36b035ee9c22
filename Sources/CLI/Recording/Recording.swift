import Events
import Projections

/// Records drafts: checks them against the record under the lock, and writes them as one batch.
struct Recording {
  /// What became of a draft.
  enum Outcome {
    case recorded(Event)
    /// The same event stands there already; nothing was written for it.
    case known(EventID, Position)
  }

  let log: any EventLog
  let sealing: Sealing
  /// Refuse unless the log is at this position.
  var expected: Position?
  static let lockTimeoutMilliseconds = 10_000

  /// Records the drafts that `drafting` makes of what is known of the record; `known` brings that
  /// up to the end of the locked log.
  ///
  /// All are recorded, or none.
  func record<Known: KnownRecord>(
    knowing known: (any LogWriter) throws -> Known,
    drafting: (Known) throws -> [SourcedDraft]
  ) throws -> (outcomes: [Outcome], appended: Appended) {
    let writer = try log.writer(timeoutMilliseconds: Recording.lockTimeoutMilliseconds)
    defer { writer.close() }
    if let expected { try writer.expect(expected) }
    let known = try known(writer)
    let plan = try Recording.relying(on: known) { try self.plan(drafting(known), against: known) }
    let appended = try append(plan.new, to: writer)
    let events = appended.lines.compactMap { line -> Event? in
      if case .event(let event) = line.line { event } else { nil }
    }
    var rest = events[...]
    let outcomes = plan.steps.map { step -> Outcome in
      switch step {
      case .known(let id, let position): .known(id, position)
      case .new: .recorded(rest.removeFirst())
      }
    }
    return (outcomes, appended)
  }

  private func append(_ drafts: [SourcedDraft], to writer: any LogWriter) throws -> Appended {
    do {
      return try writer.append(drafts.map(\.draft), sealing: sealing)
    } catch {
      guard case .refused(let number, let fault) = error else { throw error }
      throw Recording.refusal([drafts[number - 1].message(of: fault)])
    }
  }

  /// What would be written, without writing it.
  func rehearse(_ drafts: [SourcedDraft], against known: some KnownRecord) throws -> [Draft] {
    try Recording.relying(on: known) { try plan(drafts, against: known).new.map(\.draft) }
  }

  /// What `work` finds, or fails with, unless what is known could not be asked.
  private static func relying<Found>(
    on known: some KnownRecord,
    _ work: () throws -> Found
  ) throws -> Found {
    let found = Result { try known.holding(work) }
    // A refusal that rests on an answer that failed would blame the drafts.
    try known.confirm()
    return try found.get()
  }

  /// What is to be written, and what stands already, in the order of the drafts.
  private struct Plan {
    enum Step {
      case new
      case known(EventID, Position)
    }

    var steps: [Step] = []
    var new: [SourcedDraft] = []
  }

  private func plan<Known: KnownRecord>(
    _ drafts: [SourcedDraft],
    against known: Known
  ) throws -> Plan {
    var plan = Plan()
    var check = BatchCheck(over: known)
    for sourced in drafts {
      if let position = try repeated(sourced, in: known), let id = sourced.draft.id {
        plan.steps.append(.known(id, position))
      } else {
        check.take(sourced)
        plan.steps.append(.new)
        plan.new.append(sourced)
      }
    }
    if !check.faults.isEmpty { throw Recording.refusal(check.faults) }
    return plan
  }

  /// Where the same event stands already; another one under the same id is refused.
  private func repeated(
    _ sourced: SourcedDraft,
    in known: some KnownRecord
  ) throws -> Position? {
    guard let id = sourced.draft.id, let position = known.position(of: id) else { return nil }
    guard let event = known.fact(id)?.event else {
      throw Failure(
        .tooLate,
        sourced.located(
          "\(id): this id is taken: line \(position) says that its event was withheld. "
            + "Give the event another id.\nNothing was written."
        )
      )
    }
    if sourced.draft.content.isSameContent(as: event.content) {
      if try hasSamePrivatePart(sourced.draft, event) { return position }
      throw Failure(
        .tooLate,
        sourced.located(
          """
          \(id): this id is taken by line \(position), which says the same with another \
          confidential part.
          Look at it with `annals show \(id) --private`, and correct it with `annals correct \(id)`.
          Nothing was written.
          """
        )
      )
    }
    throw Failure(
      .tooLate,
      sourced.located(
        """
        \(id): this id is taken by line \(position), which says something else.
        recorded: \(JSON.object(event.content.members).written)
        given:    \(JSON.object(sourced.draft.content.members).written)
        Correct the recorded event with `annals correct \(id)`, or give this one another id.
        Nothing was written.
        """
      )
    )
  }

  /// Whether the confidential parts are the same; an erased one equals any.
  private func hasSamePrivatePart(_ draft: Draft, _ event: Event) throws -> Bool {
    guard let digest = event.privateDigest.flatMap(LineHash.init) else {
      return draft.confidential == nil
    }
    guard let recorded = try log.confidentialPart(digest) else { return true }
    return draft.confidential.map { $0.withoutSalt == recorded.withoutSalt } ?? false
  }

  static func refusal(_ faults: [String]) -> Failure {
    let shown = faults.prefix(50)
    let rest = faults.count > shown.count ? ["… and \(faults.count - shown.count) more."] : []
    return Failure(
      .inputRefused,
      (shown + rest + ["Nothing was written."]).joined(separator: "\n")
    )
  }
}

extension JSON {
  /// The object without the salt that annals adds to a confidential part.
  var withoutSalt: JSON {
    guard let members else { return self }
    return .object(members.filter { $0.name != "salt" })
  }
}
