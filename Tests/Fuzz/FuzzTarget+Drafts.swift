import Events

extension FuzzTarget {
  /// Drafts: what is read is written and read as the same, and sealed as a line that says it.
  static func drafts(_ corpus: Corpus) throws -> FuzzTarget {
    let reader = DraftReader()
    return FuzzTarget("drafts", try corpus.lines("drafts.jsonl")) { input throws(Violation) in
      let draft: Draft
      do throws(DraftRefusal) {
        draft = try reader.draft(input.span)
      } catch {
        try require(!error.description.isEmpty, "a refusal without words")
        return error.course
      }
      let written = draft.json.written
      let again = try required("what was written is refused") { try reader.draft(written) }
      try require(again.json.written == written, "what was written is written otherwise")
      try require(again.content.isSameContent(as: draft.content), "another content")
      try checkLine(of: draft)
      let kind = reader.vocabulary[draft.content.kind] == nil ? "" : draft.content.kind
      return kind.hashValue
    }
  }

  private static func checkLine(of draft: Draft) throws(Violation) {
    let batch: SealedBatch
    do {
      batch = try SealedBatch([draft], after: .start, sealing: .fixed)
    } catch {
      return try require(!error.description.isEmpty, "a refusal without words")
    }
    let line = batch.lines[0]
    let read = try required("a line that was sealed is refused") {
      try LineFormat.read(line.bytes, after: .start)
    }
    try require(read.faults.isEmpty, "a line that was sealed has faults")
    guard case .event(let event) = read.line else { throw Violation("an event reads as withheld") }
    try require(event.content.isSameContent(as: draft.content), "the line says something else")
    try require(draft.id == nil || event.id == draft.id, "the line has another id")
    try require((event.privateDigest == nil) == (draft.confidential == nil), "a digest is lost")
  }
}

extension Sealing {
  /// The same moment and the same bits, always.
  static var fixed: Sealing { Sealing(now: Instant(seconds: 1_700_000_000)) { (1, 2) } }
}

extension DraftRefusal {
  /// Which of the refusals it is.
  fileprivate var course: Int {
    switch self {
    case .notJSON(let error): error.course
    case .notAnObject: -10
    case .lineTooLong: -11
    case .faults(let faults): min(faults.count, 8) + 16 * min(faults[0].path.utf8.count, 32)
    }
  }
}
