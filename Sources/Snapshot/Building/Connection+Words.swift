internal import Events
internal import Projections

// The full-text index keeps no text of its own: to take a row out, its words are given again.
extension Connection {
  /// Adds the words of every event beyond those that are in the index.
  func indexWords(_ watch: Watch) throws(SnapshotError) {
    let point = try point()
    let first = (try integers("SELECT words_position FROM meta").first ?? 0) + 1
    guard first <= point.position.number else { return }
    let inserter = try inserter("INSERT INTO event_words (rowid, title, rest) VALUES (?, ?, ?)")
    var done = 0
    for portion in (first...point.position.number).portions(of: Watch.interval) {
      var facts: [Fact] = []
      for position in portion {
        if let fact = try storedFact(at: position) { facts.append(fact) }
      }
      let indexed = facts.mapOnAllCores { (position: $0.position, words: IndexedWords($0)) }
      for (position, words) in indexed {
        guard let words else { continue }
        inserter.add(position.number)
        inserter.add(words.title)
        inserter.add(words.rest)
        try inserter.insert()
      }
      done += portion.count
      try watch.look(
        SnapshotProgress(
          bytesDone: done,
          bytesTotal: point.position.number - first + 1,
          lines: done
        )
      )
    }
    try run("UPDATE meta SET words_position = position")
  }

  func index(_ fact: Fact) throws(SnapshotError) {
    guard let words = IndexedWords(fact) else { return }
    try run(
      "INSERT INTO event_words (rowid, title, rest) VALUES (?, ?, ?)",
      .integer(fact.position.number),
      .text(words.title),
      .text(words.rest)
    )
  }

  func unindex(_ fact: Fact) throws(SnapshotError) {
    guard let words = IndexedWords(fact) else { return }
    try run(
      "INSERT INTO event_words (event_words, rowid, title, rest) VALUES ('delete', ?, ?, ?)",
      .integer(fact.position.number),
      .text(words.title),
      .text(words.rest)
    )
  }
}

/// The words under which an event is found; nil for one that was withdrawn.
struct IndexedWords: Sendable {
  let title: String
  let rest: String

  init?(_ fact: Fact) {
    guard !fact.isRetracted else { return nil }
    let prose = fact.prose
    title = IndexedWords.folded(prose.prefix(fact.title == nil ? 0 : 1))
    rest = IndexedWords.folded(prose.dropFirst(fact.title == nil ? 0 : 1))
  }

  private static func folded(_ texts: ArraySlice<String>) -> String {
    texts.flatMap(SearchFolding.tokens).joined(separator: " ")
  }
}
