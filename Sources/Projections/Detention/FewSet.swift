/// A set that mostly has one member or none, which takes no memory of its own.
struct FewSet<Member: Hashable & Sendable>: Sendable {
  private var first: Member?
  private var others: Set<Member> = []

  var isEmpty: Bool { first == nil }
  var count: Int { first == nil ? 0 : 1 + others.count }

  /// The only member; nil if there is none, or another.
  var only: Member? { others.isEmpty ? first : nil }

  func contains(_ member: Member) -> Bool {
    first == member || (!others.isEmpty && others.contains(member))
  }

  func contains(where matches: (Member) -> Bool) -> Bool {
    first.map(matches) ?? false || others.contains(where: matches)
  }

  mutating func insert(_ member: Member) {
    if first == nil {
      first = member
    } else if first != member {
      others.insert(member)
    }
  }

  mutating func remove(_ member: Member) {
    if first == member {
      first = others.popFirst()
    } else if !others.isEmpty {
      others.remove(member)
    }
  }
}

extension FewSet<CaseKey> {
  /// The only case that has a name.
  var onlyNamed: CaseKey? {
    var named = self
    named.remove(.unnamed)
    return named.only
  }
}

extension FewSet: Equatable {
  static func == (left: FewSet, right: FewSet) -> Bool {
    left.count == right.count && !left.contains { !right.contains($0) }
  }
}
