package import Events

/// The accounts of each happening, and which of them views use.
struct Accounts {
  struct Group: Sequence {
    /// Where the first account in force stands.
    let first: Int
    /// Where the others in force stand, in the order of the log; mostly there are none.
    fileprivate(set) var others: [Int] = []
    /// The account that views use; nil if every one was withdrawn or deprecated.
    fileprivate(set) var preferred: Int?

    fileprivate init(first: Int) {
      self.first = first
    }

    /// All of them in force, in the order of the log.
    struct Iterator: IteratorProtocol {
      fileprivate let group: Group
      fileprivate var count = 0

      mutating func next() -> Int? {
        guard count <= group.others.count else { return nil }
        defer { count += 1 }
        return count == 0 ? group.first : group.others[count - 1]
      }
    }

    func makeIterator() -> Iterator { Iterator(group: self) }
  }

  /// In the order of the log, by the first account of each.
  private(set) var groups: [Group] = []

  /// Groups the dated events of `facts`; events about the record itself are no happenings.
  init(_ facts: [Fact], _ indexes: [EventID: Int], rankings: [Fact]) {
    // For the first account of each happening its group, or -1.
    var groupOfMain = [Int32](repeating: -1, count: facts.count)
    groups.reserveCapacity(facts.count)
    for (index, fact) in facts.enumerated() where !fact.isRetracted && fact.isHappening {
      // The accounts of a withdrawn event stand by themselves.
      let named = fact.accountOf.flatMap { indexes[$0] }
      let main = named.flatMap { facts[$0].isRetracted ? nil : $0 } ?? index
      if groupOfMain[main] >= 0 {
        groups[Int(groupOfMain[main])].others.append(index)
      } else {
        groupOfMain[main] = Int32(groups.count)
        groups.append(Group(first: index))
      }
    }
    let ranks = Ranks(rankings)
    for group in groups.indices {
      groups[group].preferred = ranks.preferred(in: groups[group], of: facts)
    }
  }
}

/// What the rankings in force say of each event.
private struct Ranks {
  private var deprecated: Set<EventID> = []
  /// The position of the ranking that prefers an event.
  private var preferredAt: [EventID: Position] = [:]

  init(_ facts: [Fact]) {
    for fact in facts where fact.kind == "ranking" && !fact.isRetracted {
      guard let target = fact.details.event("of") else { continue }
      switch fact.details.choice("rank") {
      case "preferred":
        preferredAt[target] = fact.position
        deprecated.remove(target)
      case "deprecated":
        deprecated.insert(target)
        preferredAt[target] = nil
      default: continue
      }
    }
  }

  /// By ranking, then certainty, then first recorded.
  func preferred(in group: Accounts.Group, of facts: [Fact]) -> Int? {
    if group.others.isEmpty, deprecated.isEmpty { return group.first }
    var best: Int?
    for candidate in group where !deprecated.contains(facts[candidate].id) {
      if let former = best, !isPreferred(candidate, to: former, facts) { continue }
      best = candidate
    }
    return best
  }

  private func isPreferred(_ a: Int, to b: Int, _ facts: [Fact]) -> Bool {
    let rankA = preferredAt[facts[a].id]?.number ?? 0
    let rankB = preferredAt[facts[b].id]?.number ?? 0
    if rankA != rankB { return rankA > rankB }
    if facts[a].certainty != facts[b].certainty { return facts[a].certainty > facts[b].certainty }
    return a < b
  }
}

extension Fact {
  /// Whether it says that something happened: kinds of the record itself do not.
  package var isHappening: Bool { content.isHappening }
}

extension Content {
  /// Whether it says that something happened: kinds of the record itself do not.
  package var isHappening: Bool {
    guard date != nil else { return false }
    return section.map { $0 != .record } ?? kind.hasPrefix(Vocabulary.ownPrefix)
  }
}
