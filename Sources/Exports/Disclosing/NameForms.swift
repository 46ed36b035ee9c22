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
    /// Whether it is a part of a hidden name, which may also stand in others.
    let isPart: Bool

    var hides: Bool { shown != nil }
  }

  fileprivate enum Use: Equatable {
    case hidden(String)
    case part
    case kept(isPerson: Bool)
  }

  /// The names of who and what is not protected, which are looked up where they matter.
  private let others: KeptNames
  private var uses: [[String]: Use] = [:]
  /// The lengths of the names that begin with a word, longest first.
  private var lengths: [String: [Int]] = [:]
  private static let orderedWordsMax = 3

  init(beside others: KeptNames) {
    self.others = others
  }

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

  /// Hides a part of several words as it stands.
  mutating func hide(part tokens: [String]) {
    if tokens.count > 1, uses[tokens] == nil { add(tokens, .part) }
  }

  /// What stands for a name that is hidden.
  func shown(for tokens: [String]) -> String? {
    if case .hidden(let shown) = uses[tokens] { shown } else { nil }
  }

  /// Lets a person's name of several words stand, unless a protected person bears it too.
  mutating func keep(_ tokens: [String]) {
    guard tokens.count > 1 else { return }
    for order in NameForms.orders(of: tokens) {
      switch uses[order] {
      case .hidden: uses[order] = .hidden(ProtectedNames.mark)
      case .part: break
      case .kept, nil: add(order, .kept(isPerson: true))
      }
    }
  }

  /// The names in a row of words that bear on what is hidden, in order and apart.
  ///
  /// `joinedBy` says whether what stands after a word can stand inside a name, `isHidden` whether a
  /// word is hidden by itself. A name that stays and touches nothing hidden, also not by way of
  /// other names that overlap it, is left out: whether it is there changes nothing.
  func spans(
    in tokens: [String],
    joinedBy: (Int) -> Bool,
    isHidden: (Int) -> Bool
  ) -> [Span] {
    var found = ownSpans(in: tokens, joinedBy: joinedBy)
    add(othersIn: tokens, to: &found, joinedBy: joinedBy, isHidden: isHidden)
    return apart(found, in: tokens)
  }

  /// The names that are held here.
  private func ownSpans(in tokens: [String], joinedBy: (Int) -> Bool) -> [Int: [Span]] {
    var found: [Int: [Span]] = [:]
    for start in tokens.indices {
      for length in lengths[tokens[start]] ?? [] where start + length <= tokens.count {
        let words = Array(tokens[start..<start + length])
        guard var use = uses[words], (start..<start + length - 1).allSatisfy(joinedBy) else {
          continue
        }
        // A name that somebody else bears, too, is nobody's.
        if case .hidden = use, others.use(of: words) != nil { use = .hidden(ProtectedNames.mark) }
        found[start, default: []].append(Span(range: start..<start + length, use))
      }
    }
    return found
  }

  /// Adds the names of others that hold a hidden word or overlap a name that was found, those that
  /// overlap these, and so on.
  private func add(
    othersIn tokens: [String],
    to found: inout [Int: [Span]],
    joinedBy: (Int) -> Bool,
    isHidden: (Int) -> Bool
  ) {
    var touched = Set(tokens.indices.filter(isHidden))
    for spans in found.values { for span in spans { touched.formUnion(span.range) } }
    var waiting = Array(touched)
    var seen: Set<Range<Int>> = []
    while let index = waiting.popLast() {
      for length in others.lengths(of: tokens[index]) where length <= tokens.count {
        for start in max(0, index - length + 1)...index where start + length <= tokens.count {
          let range = start..<start + length
          guard seen.insert(range).inserted, range.dropLast().allSatisfy(joinedBy) else { continue }
          guard range.allSatisfy({ others.lengths(of: tokens[$0]).contains(length) }) else {
            continue
          }
          let words = Array(tokens[range])
          guard uses[words] == nil, let use = others.use(of: words) else { continue }
          found[start, default: []].append(Span(range: range, .kept(isPerson: use == .person)))
          waiting += range.filter { touched.insert($0).inserted }
        }
      }
    }
  }

  /// Which of the names stand, where they overlap.
  private func apart(_ spans: [Int: [Span]], in tokens: [String]) -> [Span] {
    // The longest first.
    let found = spans.mapValues { $0.sorted { $0.range.count > $1.range.count } }
    let longest = found.values.lazy.flatMap { $0 }.map(\.range.count).max() ?? 0
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
    case nil, .part: add(tokens, .hidden(shown))
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
  static func orders(of tokens: [String]) -> [[String]] {
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
      isPart = false
    case .part:
      shown = ProtectedNames.mark
      isPublicPerson = false
      isPart = true
    case .kept(let isPerson):
      shown = nil
      isPublicPerson = isPerson
      isPart = false
    }
  }

  /// Whether a name that may stand does: no protected name overlaps it, but for a part inside it,
  /// and one inside the name of a person who has one word more.
  fileprivate func stays(among others: [NameForms.Span]) -> Bool {
    others.filter(\.hides).allSatisfy { hidden in
      let isInside =
        range.lowerBound <= hidden.range.lowerBound && range.upperBound >= hidden.range.upperBound
      return isInside
        && (hidden.isPart || isPublicPerson && range.count == hidden.range.count + 1)
    }
  }
}
