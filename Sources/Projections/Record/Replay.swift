package import Events
internal import HeapModule

/// Takes the lines of a log in order and knows at each moment what the record says.
///
/// Cutting the log anywhere and going on gives the same record as taking it at once.
package struct Replay: Sendable {
  private var facts: [Fact] = []
  private var indexes: [EventID: Int] = [:]
  /// For each event, those that correct or withdraw it, or once did.
  private var amendments: [Int: [Int]] = [:]
  private var unsettled: Set<Int> = []
  private var head = Position.start
  private var withheld: [Position] = []

  package init() {}

  /// A replay of some `bytes` of a log up to `limit`, for which room is made.
  package init(ofBytes bytes: Int, upTo limit: KnownAt) {
    var count = bytes / LineFormat.usualBytes
    switch limit {
    case .everything: break
    case .position(let position): count = min(count, position.number)
    case .instant: return
    }
    facts.reserveCapacity(count)
    indexes.reserveCapacity(count)
  }

  /// Takes the next line.
  package mutating func take(_ line: Line) {
    head = line.position
    switch line {
    case .withheld(let position, _): withheld.append(position)
    case .event(let event): take(event)
    }
  }

  /// Passes over the lines up to `position` that nobody asked for.
  package mutating func skip(to position: Position) {
    head = max(head, position)
  }

  private mutating func take(_ event: Event) {
    let index = facts.count
    facts.append(Fact(event))
    indexes[event.id] = index
    if let target = target(of: index) { register(index, amending: target) }
  }

  /// The record as it stands after the lines taken so far.
  package mutating func record() -> Record {
    settle()
    return Record(facts: facts, indexes: indexes, head: head, withheld: withheld)
  }

  /// The event that the event at `index` corrects or withdraws, as things stand.
  private func target(of index: Int) -> Int? {
    let content = facts[index].content
    guard facts[index].isAmendment, let id = content.details.event("of"),
      let target = indexes[id], target < index
    else { return nil }
    return target
  }

  private mutating func register(_ index: Int, amending target: Int) {
    if amendments[target]?.contains(index) != true { amendments[target, default: []].append(index) }
    unsettled.insert(target)
  }

  /// Brings every event up to date, the latest first: what amends an event is always later than it.
  private mutating func settle() {
    var pending = Heap(unsettled)
    var queued = unsettled
    unsettled = []
    while let index = pending.popMax() {
      queued.remove(index)
      let targetBefore = target(of: index)
      amend(index)
      let targetAfter = target(of: index)
      if let targetAfter, targetAfter != targetBefore {
        amendments[targetAfter, default: []].append(index)
      }
      for target in [targetBefore, targetAfter] {
        if let target, queued.insert(target).inserted { pending.insert(target) }
      }
    }
  }

  /// Applies to the event at `index` what amends it, in the order of the log.
  private mutating func amend(_ index: Int) {
    let event = facts[index].event
    var content = event.content
    var retractedBy: EventID?
    var correctedBy: [EventID] = []
    var digest: String?
    for place in Set(amendments[index] ?? []).sorted() where target(of: place) == index {
      let amendment = facts[place]
      // What was itself withdrawn amends nothing.
      if amendment.isRetracted { continue }
      if amendment.kind == "retraction" {
        retractedBy = amendment.id
      } else if let patch = amendment.details["set"] {
        content = content.patchedAsRecorded(by: patch)
        correctedBy.append(amendment.id)
        digest = amendment.privateDigest ?? digest
      }
    }
    facts[index] = Fact(
      event,
      content: content,
      retractedBy: retractedBy,
      correctedBy: correctedBy,
      correctedDigest: digest
    )
  }
}
