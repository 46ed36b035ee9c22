internal import Events
internal import Projections

/// The names of a register by their words, in tables of the connection's own.
///
/// Words are found by hashes of this run and compared by Swift, which knows the same letters in
/// other code points.
final class StoredNames: NamesByWords {
  private unowned let register: StoredRegistrations
  private let lengths = Recent<String, [Int]>(StoredNames.wordsMax)
  private static let wordsMax = 8_000

  /// Notes the names of everything in `register`.
  init(_ register: StoredRegistrations) {
    self.register = register
    _ = register.askAll { connection throws(SnapshotError) in try connection.noteNames() }
  }

  func lengths(of word: String) -> [Int] {
    lengths.value(of: word) {
      register.ask { connection throws(SnapshotError) in
        try connection.integers(
          "SELECT length FROM temp.name_lengths WHERE word = ?",
          .integer(word.hashValue)
        )
      } ?? []
    }
  }

  func names(of words: [String]) -> [WordedName] {
    let sorted = words.sorted()
    let rows = register.ask { connection throws(SnapshotError) in
      try connection.notedNames(hash: sorted.hashValue)
    }
    return (rows ?? []).compactMap { row in
      let name = SearchFolding.words(in: row.text).map(\.token)
      guard name.sorted() == sorted else { return nil }
      let bearers = register.namesakes(of: row.entity).filter { register.entity($0) != nil }
      return WordedName(name, bearers: bearers)
    }
  }
}

extension Connection {
  fileprivate func notedNames(
    hash: Int
  ) throws(SnapshotError) -> [(entity: EntityID, text: String)] {
    let found = try rows(
      """
      SELECT n.entity, n.text FROM temp.names_by_words w
        JOIN temp.register_names n ON n.entity = w.entity AND n.number = w.number
      WHERE w.words = ?
      """,
      .integer(hash)
    ) { columns throws(SnapshotError) in (EntityID(try columns.text(0)), try columns.text(1)) }
    return found.compactMap { id, text in id.map { (entity: $0, text: text) } }
  }

  fileprivate func noteNames() throws(SnapshotError) {
    try script(
      """
      DROP TABLE IF EXISTS temp.names_by_words;
      DROP TABLE IF EXISTS temp.name_lengths;
      CREATE TEMP TABLE names_by_words (
        words INTEGER NOT NULL, entity TEXT NOT NULL, number INTEGER NOT NULL,
        PRIMARY KEY (words, entity, number)
      ) STRICT, WITHOUT ROWID;
      CREATE TEMP TABLE name_lengths (
        word INTEGER NOT NULL, length INTEGER NOT NULL, PRIMARY KEY (word, length)
      ) STRICT, WITHOUT ROWID;
      """
    )
    let byWords = try inserter("INSERT INTO temp.names_by_words VALUES (?, ?, ?)")
    let lengths = try inserter("INSERT OR IGNORE INTO temp.name_lengths VALUES (?, ?)")
    var last = (entity: "", number: -1)
    while true {
      let rows = try nextNames(after: last)
      guard let end = rows.last else { return }
      for row in rows {
        let words = SearchFolding.words(in: row.text).map(\.token)
        guard words.count > 1 else { continue }
        byWords.add(words.sorted().hashValue)
        byWords.add(row.entity)
        byWords.add(row.number)
        try byWords.insert()
        for word in words {
          lengths.add(word.hashValue)
          lengths.add(words.count)
          try lengths.insert()
        }
      }
      last = (end.entity, end.number)
    }
  }

  private func nextNames(
    after last: (entity: String, number: Int)
  ) throws(SnapshotError) -> [(entity: String, number: Int, text: String)] {
    try rows(
      """
      SELECT entity, number, text FROM temp.register_names WHERE (entity, number) > (?, ?)
      ORDER BY entity, number LIMIT ?
      """,
      .text(last.entity),
      .integer(last.number),
      .integer(CatchUp.portion)
    ) { columns throws(SnapshotError) in
      (entity: try columns.text(0), number: try columns.integer(1), text: try columns.text(2))
    }
  }
}
