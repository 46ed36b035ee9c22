internal import Events

/// Finds pairs of people whose names nearly match, without comparing everybody with everybody.
///
/// Names match that are the same words in any order and script, that differ in one letter of ten or
/// more, or of which one has all the words of the other, two at least. A single word is no match.
struct NearNames {
  fileprivate struct Name {
    let person: Int
    /// Folded, in the order of the alphabet.
    let words: [String]
    let joined: [Unicode.Scalar]
  }

  /// Where more people than this share a trait, each is compared with the first of them only.
  private static let bucketMax = 32
  private static let lettersMin = 10

  private let people: [Entity]
  private var names: [Name] = []

  init(_ people: [Entity]) {
    self.people = people
    for (index, person) in people.enumerated() {
      for name in person.names where name.kind != .patronymic {
        let words = NameFolding.soundKey(name.text).split(separator: " ").map(String.init).sorted()
        guard words.count > 1 else { continue }
        let joined = Array(words.joined(separator: " ").unicodeScalars)
        names.append(Name(person: index, words: words, joined: joined))
      }
    }
  }

  /// Why two names nearly match, the strongest reason first.
  enum Likeness: Int {
    case sameWords, oneHasAll, oneLetter

    var words: String {
      switch self {
      case .sameWords: "their names have the same words"
      case .oneHasAll: "the name of one has every word of the other's"
      case .oneLetter: "their names differ in one letter"
      }
    }
  }

  /// The pairs, lesser id first, in the order of ids.
  var pairs: [(a: EntityID, b: EntityID, why: Likeness)] {
    var buckets: [String: [Int]] = [:]
    for index in names.indices {
      for trait in traits(of: names[index]) { buckets[trait, default: []].append(index) }
    }
    var found: [[Int]: Likeness] = [:]
    for bucket in buckets.values where bucket.count > 1 {
      for (place, first) in bucket.enumerated() {
        for second in bucket[(place + 1)...] {
          guard let likeness = likeness(of: names[first], names[second]) else { continue }
          let pair = [names[first].person, names[second].person].sorted()
          if let known = found[pair], known.rawValue <= likeness.rawValue { continue }
          found[pair] = likeness
        }
        if bucket.count > NearNames.bucketMax { break }
      }
    }
    return found.map { (a: people[$0.key[0]].id, b: people[$0.key[1]].id, why: $0.value) }
      .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  /// Names that nearly match share one of these.
  private func traits(of name: Name) -> Set<String> {
    var traits: Set<String> = [name.joined.text]
    for index in name.joined.indices {
      traits.insert((name.joined[..<index] + name.joined[(index + 1)...]).text)
    }
    for (index, a) in name.words.enumerated() {
      for b in name.words[(index + 1)...] { traits.insert("\(a)|\(b)") }
    }
    return traits
  }

  /// Nil for names that do not nearly match.
  private func likeness(of a: Name, _ b: Name) -> Likeness? {
    if a.person == b.person { return nil }
    if a.words == b.words { return .sameWords }
    if a.contains(b) || b.contains(a) { return .oneHasAll }
    let isLong = min(a.joined.count, b.joined.count) >= NearNames.lettersMin
    return isLong && Spelling.distance(a.joined, b.joined) <= 1 ? .oneLetter : nil
  }
}

extension NearNames.Name {
  /// Whether it has every word of `other`, as often.
  fileprivate func contains(_ other: NearNames.Name) -> Bool {
    var words = words
    return other.words.allSatisfy { word in
      guard let place = words.firstIndex(of: word) else { return false }
      words.remove(at: place)
      return true
    }
  }
}

extension Sequence<Unicode.Scalar> {
  fileprivate var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: self)
    return String(text)
  }
}
