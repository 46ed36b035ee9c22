internal import Events

/// The whole names, as rows of words, of people who are protected and of who and what is not.
struct NameForms {
  /// Words of a text that are a whole name.
  struct Span {
    let range: Range<Int>
    /// What stands for it; nil for a name that stays.
    let shown: String?
    /// Whether it is the name of a person who is not protected.
    let isPublicPerson: Bool

    var hides: Bool { shown != nil }
  }

  fileprivate enum Use: Equatable {
    case hidden(String)
    case kept(isPerson: Bool)
  }

  private var uses: [[String]: Use] = [:]
  /// The lengths of the names that begin with a word, longest first.
  private var lengths: [String: [Int]] = [:]
  private static let orderedWordsMax = 3

  /// Hides a name of several words, in every usual order, with and without the father's name.
  mutating func hide(_ tokens: [String], fathers: [[String]], showing shown: String) {
    guard tokens.count > 1 else { return }
    for order in NameForms.orders(of: tokens) { hide(order, shown) }
    // Whoever is named without the family name could be somebody else.
    if tokens.allSatisfy(NameForms.isIdeograph), tokens.count > 2 {
      hide(Array(tokens.dropFirst()), ProtectedNames.mark)
    }
    for father in fathers {
      for order in NameForms.orders(of: tokens) {
        for place in 1...order.count {
          hide(Array(order[..<place] + father + order[place...]), shown)
        }
      }
    }
  }

  /// What stands for a name that is hidden.
  func shown(for tokens: [String]) -> String? {
    if case .hidden(let shown) = uses[tokens] { shown } else { nil }
  }

  /// Lets a name of several words stand, unless a protected person bears it too.
  mutating func keep(_ tokens: [String], isPerson: Bool) {
    guard tokens.count > 1 else { return }
    for order in isPerson ? NameForms.orders(of: tokens) : [tokens] {
      switch uses[order] {
      case .hidden: uses[order] = .hidden(ProtectedNames.mark)
      case .kept, nil: add(order, .kept(isPerson: isPerson))
      }
    }
  }

  /// The names in a row of words, in order and apart; `joinedBy` says whether what stands after a
  /// word can stand inside a name.
  func spans(in tokens: [String], joinedBy: (Int) -> Bool) -> [Span] {
    var found: [Int: [Span]] = [:]
    var longest = 0
    for start in tokens.indices {
      for length in lengths[tokens[start]] ?? [] where start + length <= tokens.count {
        guard let use = uses[Array(tokens[start..<start + length])],
          (start..<start + length - 1).allSatisfy(joinedBy)
        else { continue }
        longest = max(longest, length)
        found[start, default: []].append(Span(range: start..<start + length, use))
      }
    }
    func near(_ span: Span) -> [Span] {
      (span.range.lowerBound - longest..<span.range.upperBound)
        .flatMap { found[$0] ?? [] }.filter { $0.range.overlaps(span.range) }
    }
    let standing = found.mapValues { $0.filter { $0.hides || $0.stays(among: near($0)) } }
    var result: [Span] = []
    var next = 0
    while next < tokens.count {
      let here = standing[next] ?? []
      // A longer name that stays holds the shorter one that would be hidden.
      let isInside = { (span: Span) in
        near(span).contains { other in
          !other.hides && other.range.count > span.range.count
            && standing[other.range.lowerBound]?.contains { $0.range == other.range } == true
        }
      }
      if let span = here.first(where: { !$0.hides || !isInside($0) }) {
        result.append(span)
        next = span.range.upperBound
      } else {
        next += 1
      }
    }
    return result
  }

  private mutating func hide(_ tokens: [String], _ shown: String) {
    switch uses[tokens] {
    case nil: add(tokens, .hidden(shown))
    case .hidden(shown): break
    default: uses[tokens] = .hidden(ProtectedNames.mark)
    }
  }

  private mutating func add(_ tokens: [String], _ use: Use) {
    uses[tokens] = use
    var known = lengths[tokens[0]] ?? []
    guard !known.contains(tokens.count) else { return }
    known.append(tokens.count)
    lengths[tokens[0]] = known.sorted(by: >)
  }

  /// The orders in which a name is written: all of a short one, else forwards, backwards, and with
  /// the last word first.
  private static func orders(of tokens: [String]) -> [[String]] {
    guard tokens.count <= orderedWordsMax else {
      return [tokens, tokens.reversed(), tokens.suffix(1) + tokens.dropLast()]
    }
    guard tokens.count > 1 else { return [tokens] }
    return tokens.indices.flatMap { first in
      var rest = tokens
      let head = rest.remove(at: first)
      return orders(of: rest).map { [head] + $0 }
    }
  }

  private static func isIdeograph(_ token: String) -> Bool {
    token.unicodeScalars.count == 1 && token.unicodeScalars.allSatisfy(\.properties.isIdeographic)
  }
}

extension NameForms.Span {
  fileprivate init(range: Range<Int>, _ use: NameForms.Use) {
    self.range = range
    switch use {
    case .hidden(let shown):
      self.shown = shown
      isPublicPerson = false
    case .kept(let isPerson):
      shown = nil
      isPublicPerson = isPerson
    }
  }

  /// Whether a name that may stand does: no protected name overlaps it, but for one inside the name
  /// of a person who has one word more.
  fileprivate func stays(among others: [NameForms.Span]) -> Bool {
    others.filter(\.hides).allSatisfy { hidden in
      isPublicPerson && range.lowerBound <= hidden.range.lowerBound
        && range.upperBound >= hidden.range.upperBound && range.count == hidden.range.count + 1
    }
  }
}
