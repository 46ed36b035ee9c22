package import Events

/// The accounts of each happening, and which of them views use.
struct Accounts {
  struct Group {
    /// Indexes of the accounts in force, in the order of the log.
    var members: [Int]
    /// The account that views use; nil if every one was withdrawn or deprecated.
    var preferred: Int?
  }

  /// In the order of the log, by the first account of each.
  private(set) var groups: [Group] = []

  /// Groups the dated events of `facts`; events about the record itself are no happenings.
  init(_ facts: [Fact], _ indexes: [EventID: Int]) {
    var groupOfMain: [EventID: Int] = [:]
    for (index, fact) in facts.enumerated() where !fact.isRetracted && fact.isHappening {
      // The accounts of a withdrawn event stand by themselves.
      let main = fact.accountOf.flatMap { facts.isInForce($0, indexes) ? $0 : nil } ?? fact.id
      if let group = groupOfMain[main] {
        groups[group].members.append(index)
      } else {
        groupOfMain[main] = groups.count
        groups.append(Group(members: [index]))
      }
    }
    let ranks = Ranks(facts)
    for group in groups.indices {
      groups[group].preferred = ranks.preferred(among: groups[group].members, of: facts)
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
  func preferred(among members: [Int], of facts: [Fact]) -> Int? {
    let candidates = members.filter { !deprecated.contains(facts[$0].id) }
    return candidates.min { a, b in
      let rankA = preferredAt[facts[a].id]?.number ?? 0
      let rankB = preferredAt[facts[b].id]?.number ?? 0
      if rankA != rankB { return rankA > rankB }
      if facts[a].certainty != facts[b].certainty { return facts[a].certainty > facts[b].certainty }
      return a < b
    }
  }
}

extension [Fact] {
  fileprivate func isInForce(_ id: EventID, _ indexes: [EventID: Int]) -> Bool {
    indexes[id].map { !self[$0].isRetracted } ?? false
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
