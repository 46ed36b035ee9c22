package import Events
package import Projections

extension Snapshot {
  /// The first `limit` of what `Record.search` finds, in its order, without walking the record.
  package func search(
    _ text: String,
    asOf day: Day,
    limit: Int,
    watch: Watch = Watch()
  ) throws(SnapshotError) -> [SearchHit] {
    let words = Set(SearchFolding.tokens(text)).sorted()
    if words.isEmpty || limit <= 0 { return [] }
    try indexWords(watch)
    return try store.read { connection throws(SnapshotError) in
      var hits: [SearchHit] = []
      for portion in try connection.candidates(words).portions(of: max(limit, 16)) {
        // The index may offer too much; what is found is decided in one place.
        var neighbourhood = Neighbourhood(connection, reach: .answer)
        for position in portion {
          // What it came after decides whether it can have begun.
          try neighbourhood.add(beginningOf: position)
          // Whose registration an event is about decides what a hit may show.
          for target in try connection.targets(of: position) { neighbourhood.add(alone: target) }
        }
        let found = try neighbourhood.record().search(text, asOf: day)
        let offered = Set(portion)
        hits += found.filter { offered.contains($0.position.number) }
        if hits.count >= limit { break }
      }
      return Array(hits.prefix(limit))
    }
  }
}

extension Snapshot {
  /// Brings the index of words up to the last line: nobody pays for it who never searches.
  private func indexWords(_ watch: Watch) throws(SnapshotError) {
    let isBehind = try store.read { connection throws(SnapshotError) in
      try connection.integers("SELECT 1 FROM meta WHERE words_position < position").isEmpty == false
    }
    if !isBehind { return }
    try store.write { connection throws(SnapshotError) in try connection.indexWords(watch) }
  }
}

extension Connection {
  /// The events in force in which every word may occur: those with a hit in the title first.
  fileprivate func candidates(_ words: [String]) throws(SnapshotError) -> [Int] {
    var found: Set<Int>?
    for word in words {
      var matching = Set(
        try integers(
          "SELECT rowid FROM event_words WHERE event_words MATCH ?",
          .text(IndexQuery.word(word))
        )
      )
      for id in try bearers(of: word) { matching.formUnion(try events(naming: id)) }
      found = found?.intersection(matching) ?? matching
      if found?.isEmpty == true { return [] }
    }
    let inTitle = Set(
      try integers(
        "SELECT rowid FROM event_words WHERE event_words MATCH ?",
        .text(IndexQuery.title(words))
      )
    )
    let sorted = (found ?? []).sorted()
    return sorted.filter(inTitle.contains) + sorted.filter { !inTitle.contains($0) }
  }

  /// Whoever bears a name with a word that begins with `word`, or is one with somebody who does.
  private func bearers(of word: String) throws(SnapshotError) -> [EntityID] {
    try entities(
      """
      SELECT DISTINCT e.id FROM name_words w
        JOIN entities bearer ON bearer.id = w.entity
        JOIN entities e ON e.canonical = bearer.canonical
      WHERE w.word >= ? AND w.word < ? AND e.withdrawn = 0
        AND e.sort IN ('person', 'organisation', 'place')
      """,
      .text(word),
      .text(word + "\u{10FFFF}")
    )
  }

  /// The events in force in which `id` takes part, in or below which they happened, or which
  /// register it.
  private func events(naming id: EntityID) throws(SnapshotError) -> [Int] {
    let below = Value.text(id.text + "/")
    // All that begins with the id and a slash lies before the id with the next character.
    let end = Value.text(id.text + "0")
    return try integers(
      """
      SELECT e.position FROM events e WHERE e.retracted_by IS NULL AND e.position IN (
        SELECT position FROM event_persons WHERE person = ?1
        UNION SELECT position FROM actors WHERE actor = ?1
        UNION SELECT position FROM refs WHERE entity = ?1 AND path = 'details.id'
        UNION SELECT position FROM events WHERE place = ?1
        UNION SELECT position FROM events WHERE place >= ?2 AND place < ?3)
      """,
      .id(id),
      below,
      end
    )
  }
}

/// What the full-text index is asked; words of a search are never read as its operators.
enum IndexQuery {
  /// Rows with a word that begins with `word`.
  static func word(_ word: String) -> String { quoted(word) + " *" }

  /// Rows with one of `words` in the title.
  static func title(_ words: [String]) -> String {
    "title : (" + words.map { quoted($0) + " *" }.joined(separator: " OR ") + ")"
  }

  private static func quoted(_ word: String) -> String {
    "\"" + word.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
