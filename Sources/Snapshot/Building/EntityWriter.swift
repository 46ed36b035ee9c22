internal import Events
internal import Projections

/// Writes who and what is registered, and every name.
struct EntityWriter {
  private let connection: Connection
  private let entities: RowInserter
  private let names: RowInserter
  private let words: RowInserter

  init(_ connection: Connection) throws(SnapshotError) {
    self.connection = connection
    entities = try connection.inserter(
      """
      INSERT INTO entities (id, sort, canonical, name, form, is_group, withdrawn, position)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    names = try connection.inserter(
      """
      INSERT INTO names (entity, number, text, lang, script, kind, exact_key, sound_key)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    words = try connection.inserter("INSERT INTO name_words (word, entity) VALUES (?, ?)")
  }

  func clear(_ id: EntityID) throws(SnapshotError) {
    try connection.run("DELETE FROM names WHERE entity = ?", .id(id))
    try connection.run("DELETE FROM name_words WHERE entity = ?", .id(id))
    try connection.run("DELETE FROM entities WHERE id = ?", .id(id))
  }

  /// Writes a registration to which nothing else was added.
  func insert(_ entity: Entity, at position: Position) throws(SnapshotError) {
    try insert(
      entity,
      at: position,
      as: entity.id,
      called: entity.displayName,
      isWithdrawn: false
    )
  }

  func insert(
    _ entity: Entity,
    at position: Position,
    as canonical: EntityID,
    called name: String,
    isWithdrawn: Bool
  ) throws(SnapshotError) {
    entities.add(entity.id.text)
    entities.add(entity.sort.rawValue)
    entities.add(canonical.text)
    entities.add(name)
    entities.add(isWithdrawn ? nil : entity.form)
    entities.add(!isWithdrawn && entity.isGroup)
    entities.add(isWithdrawn)
    entities.add(position.number)
    try entities.insert()
    if !isWithdrawn { try insertNames(of: entity) }
  }

  private func insertNames(of entity: Entity) throws(SnapshotError) {
    var all: Set<String> = []
    for (number, name) in entity.names.enumerated() {
      let sounds = NameFolding.soundKey(name.text)
      names.add(entity.id.text)
      names.add(number)
      names.add(name.text)
      names.add(name.lang)
      names.add(name.script)
      names.add(name.kind?.rawValue)
      names.add(NameFolding.exactKey(name.text))
      names.add(sounds)
      try names.insert()
      // Lookups and searches split some names differently; both must find them.
      all.formUnion(sounds.split(separator: " ").map(String.init))
      all.formUnion(SearchFolding.tokens(name.text))
    }
    for word in all {
      words.add(word)
      words.add(entity.id.text)
      try words.insert()
    }
  }
}
