internal import Events

/// A member of an object whose value differs; null where it is absent.
struct MemberDifference {
  let name: String
  let before: JSON
  let after: JSON

  /// The members that differ, first in the order of `old`, then those that only `new` has.
  static func members(_ old: [JSONMember], _ new: [JSONMember]) -> [MemberDifference] {
    let onlyNew = new.filter { old[named: $0.name] == nil }
    let names = (old + onlyNew).map(\.name)
    return names.compactMap { name in
      let before = old[named: name] ?? .null
      let after = new[named: name] ?? .null
      return before == after ? nil : MemberDifference(name: name, before: before, after: after)
    }
  }

  /// The fields that differ, named as members of `details`.
  static func fields(_ old: [JSONMember], _ new: [JSONMember]) -> [MemberDifference] {
    members(old, new).map {
      MemberDifference(name: "details.\($0.name)", before: $0.before, after: $0.after)
    }
  }

  /// The same, with the fields of `details` one by one; in an order that both directions share.
  static func content(_ old: [JSONMember], _ new: [JSONMember]) -> [MemberDifference] {
    let fields = fields(old[named: "details"]?.members ?? [], new[named: "details"]?.members ?? [])
    return (members(old, new).filter { $0.name != "details" } + fields)
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

/// What two lists say of the same events, side by side.
struct Pairing<Item> {
  let before: Item?
  let after: Item?

  /// Pairs the items that share their first member, then those that share any, the earliest first.
  ///
  /// Each item stands in one pair. The order of the two lists does not matter.
  static func all(
    _ old: [Item],
    _ new: [Item],
    in causes: Causes,
    members: (Item) -> [EventID]
  ) -> [Pairing] {
    let olds = old.map(members)
    let news = new.map(members)
    var partner: [Int: Int] = [:]
    var taken: Set<Int> = []
    func pair(_ mine: [EventID: Int], _ theirs: [EventID: Int]) {
      let shared = Set(mine.keys).intersection(theirs.keys)
      for id in causes.sorted(shared) {
        guard let a = mine[id], let b = theirs[id], partner[a] == nil else { continue }
        if taken.insert(b).inserted { partner[a] = b }
      }
    }
    pair(index(olds.map { Array($0.prefix(1)) }), index(news.map { Array($0.prefix(1)) }))
    pair(index(olds), index(news))
    return old.indices.map { Pairing(before: old[$0], after: partner[$0].map { new[$0] }) }
      + new.indices.filter { !taken.contains($0) }.map { Pairing(before: nil, after: new[$0]) }
  }

  private static func index(_ lists: [[EventID]]) -> [EventID: Int] {
    var index: [EventID: Int] = [:]
    for (number, members) in lists.enumerated() {
      for id in members where index[id] == nil { index[id] = number }
    }
    return index
  }
}
