package import Events

/// Names of several words, found by the words that search folds them to.
package protocol NamesByWords {
  /// How many words the names have in which `word` stands; it can name others, too.
  func lengths(of word: String) -> [Int]

  /// The names that are made of `words`, in whatever order.
  func names(of words: [String]) -> [WordedName]
}

/// A name as its words, and who or what bears it.
package struct WordedName: Sendable {
  /// In the order of the name.
  package let words: [String]
  /// The ids that are registered under it, as merged.
  package let bearers: [EntityID]

  package init(_ words: [String], bearers: [EntityID]) {
    self.words = words
    self.bearers = bearers
  }
}

/// Names that are held in memory.
package struct NamesInMemory: NamesByWords, Sendable {
  private var names: [[String]: [WordedName]] = [:]
  private var lengths: [String: Set<Int>] = [:]

  package init() {}

  package mutating func add(_ name: String, of bearer: EntityID) {
    let words = SearchFolding.words(in: name).map(\.token)
    guard words.count > 1 else { return }
    names[words.sorted(), default: []].append(WordedName(words, bearers: [bearer]))
    for word in words { lengths[word, default: []].insert(words.count) }
  }

  package func lengths(of word: String) -> [Int] { lengths[word].map(Array.init) ?? [] }

  package func names(of words: [String]) -> [WordedName] { names[words.sorted()] ?? [] }
}
