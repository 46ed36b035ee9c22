import Events

/// Turns recorded events into drafts again, and counts what those cannot hold.
struct RecordedDrafts {
  private let log: FileLog
  private let includesPrivate: Bool
  private var confidentialLeftOut = 0
  private var confidentialErased = 0
  /// Whether one of the drafts has a confidential part.
  private(set) var hasConfidentialParts = false

  init(of log: FileLog, includesPrivate: Bool) {
    self.log = log
    self.includesPrivate = includesPrivate
  }

  mutating func draft(of event: Event) throws(EventLogError) -> Draft {
    var draft = Draft(id: event.id, by: event.by, content: event.content)
    guard let digest = event.privateDigest.flatMap(LineHash.init) else { return draft }
    guard includesPrivate else {
      confidentialLeftOut += 1
      return draft
    }
    draft.confidential = try log.confidentialPart(digest)?.withoutSalt
    if draft.confidential == nil { confidentialErased += 1 } else { hasConfidentialParts = true }
    return draft
  }

  /// Says what drafts could not hold.
  func tellWhatIsMissing() {
    if confidentialLeftOut > 0 {
      Notice.warn(
        "\(Brief.count(confidentialLeftOut, "confidential part")) left out; --private adds them."
      )
    }
    if confidentialErased > 0 {
      Notice.warn("\(Brief.count(confidentialErased, "confidential part")) erased before.")
    }
  }
}
