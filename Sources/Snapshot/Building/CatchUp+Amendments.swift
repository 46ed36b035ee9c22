internal import Events
internal import Projections

// Corrections and retractions: what every event says now.
extension CatchUp {
  mutating func settleAmendments() throws(SnapshotError) {
    var touched: Set<Int> = []
    for (amendment, id) in changes.amendments {
      guard let target = try connection.position(of: id), target < amendment else { continue }
      try connect(amendment, to: target)
      touched.insert(target)
    }
    // What is tied together by amendments is settled together, and what is not apart, so that never
    // everything that was amended lies in memory.
    var done: Set<Int> = []
    for portion in touched.sorted().portions(of: CatchUp.portion) {
      let rest = Set(portion).subtracting(done)
      if rest.isEmpty { continue }
      let record = try settled(rest)
      for fact in record.facts { try write(fact) }
      for fact in record.facts where fact.isAmendment { try writeAmendments(by: fact, in: record) }
      done.formUnion(record.facts.lazy.map(\.position.number))
    }
  }

  /// The record of `touched` with everything that amends it.
  ///
  /// A correction of a correction can turn it to another event: then that one is settled, too.
  private func settled(_ touched: Set<Int>) throws(SnapshotError) -> Record {
    var component = try connection.amended(with: touched)
    while true {
      let record = try connection.record(of: component)
      var found = false
      for fact in record.facts where fact.isAmendment {
        guard let target = try connection.target(of: fact.content, at: fact.position) else {
          continue
        }
        if !component.contains(target) { found = true }
        try connect(fact.position.number, to: target)
      }
      if !found { return record }
      component = try connection.amended(with: component)
    }
  }

  private func connect(_ amendment: Int, to target: Int) throws(SnapshotError) {
    try connection.run(
      "INSERT OR IGNORE INTO amendments (amendment, target, applied) VALUES (?, ?, 0)",
      .integer(amendment),
      .integer(target)
    )
  }

  /// Writes an event as it is now, if that is not what stands there.
  private mutating func write(_ fact: Fact) throws(SnapshotError) {
    let position = fact.position.number
    guard let old = try connection.storedFact(at: position) else { return }
    let isSame = try connection.row(
      "SELECT content IS ? AND retracted_by IS ? FROM events WHERE position = ?",
      .optional(fact.contentWritten),
      .optional(fact.retractedBy),
      .integer(position)
    ) { columns throws(SnapshotError) in try columns.flag(0) }
    if isSame == true { return }
    try writer.update(from: old, to: fact)
    firstReading?.settle([position])
    if fact.isHappening { firstReading?.add(fact.persons, at: position) }
    changes.noteChange(of: fact.id, from: old.content, to: fact.content, at: position)
  }

  private func writeAmendments(by fact: Fact, in record: Record) throws(SnapshotError) {
    let amendment = Value.integer(fact.position.number)
    try connection.run("DELETE FROM amendments WHERE amendment = ?", amendment)
    let now = try connection.target(of: fact.content, at: fact.position)
    let asWritten = try connection.target(of: fact.event.content, at: fact.position)
    for target in Set([now, asWritten].compactMap { $0 }) {
      let isApplied = target == now && record[Position(target)].map(fact.isApplied) ?? false
      try connection.run(
        "INSERT INTO amendments (amendment, target, applied) VALUES (?, ?, ?)",
        amendment,
        .integer(target),
        .flag(isApplied)
      )
    }
  }
}

extension Fact {
  /// What it says as corrected, as one JSON object; nil if it was never corrected.
  var contentWritten: String? {
    correctedBy.isEmpty ? nil : JSON.object(content.members).written
  }

  /// Whether this correction or retraction of `target` is in force.
  fileprivate func isApplied(to target: Fact) -> Bool {
    if isRetracted { return false }
    return content.kind == "retraction" || target.correctedBy.contains(id)
  }
}

extension Connection {
  /// Where the earlier event stands that `content` at `position` corrects or withdraws.
  fileprivate func target(
    of content: Content,
    at position: Position
  ) throws(SnapshotError) -> Int? {
    guard content.kind == "correction" || content.kind == "retraction",
      let id = content.details.event("of"), let target = try self.position(of: id),
      target < position.number
    else { return nil }
    return target
  }
}
