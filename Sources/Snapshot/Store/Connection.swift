internal import Events
internal import GRDB

/// An open database within a transaction.
///
/// Statements are written in the source, and whatever comes from outside is bound to them: no SQL
/// is ever built from what the record says.
struct Connection {
  private let database: Database
  let path: String
  private let lines: StoredLines

  init(_ database: Database, _ path: String, _ log: any EventLog) {
    self.database = database
    self.path = path
    lines = StoredLines(log)
  }

  /// The event on the line at `place` of the log.
  func event(at place: LinePlace) throws(SnapshotError) -> Event {
    do {
      return try lines.source().event(at: place)
    } catch {
      throw .log(error)
    }
  }

  /// What tells where events stand, by a statement that is kept prepared.
  func positionLookup() throws(SnapshotError) -> PositionLookup {
    do {
      let statement = try database.makeStatement(sql: "SELECT position FROM events WHERE id = ?")
      return PositionLookup(statement, path: path)
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  /// What inserts rows by one statement, which is kept prepared.
  func inserter(_ sql: StaticString) throws(SnapshotError) -> RowInserter {
    do {
      return RowInserter(try database.makeStatement(sql: "\(sql)"), path: path)
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  /// Runs one statement that is kept prepared.
  func run(_ sql: StaticString, _ values: Value...) throws(SnapshotError) {
    try run(sql, values)
  }

  func run(_ sql: StaticString, _ values: [Value]) throws(SnapshotError) {
    do {
      let statement = try database.cachedStatement(sql: "\(sql)")
      statement.setUncheckedArguments(StatementArguments(values.map(\.bound)))
      try statement.execute()
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  /// Runs a script of many statements.
  func script(_ sql: StaticString) throws(SnapshotError) {
    do {
      try database.execute(sql: "\(sql)")
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  /// What `read` makes of each row.
  func rows<Answer>(
    _ sql: StaticString,
    _ values: Value...,
    read: (Columns) throws(SnapshotError) -> Answer
  ) throws(SnapshotError) -> [Answer] {
    do {
      let statement = try database.cachedStatement(sql: "\(sql)")
      statement.setUncheckedArguments(StatementArguments(values.map(\.bound)))
      var answers: [Answer] = []
      let cursor = try Row.fetchCursor(statement)
      while let row = try cursor.next() { answers.append(try read(Columns(row, path))) }
      return answers
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  /// What `read` makes of the first row; nil if there is none.
  func row<Answer>(
    _ sql: StaticString,
    _ values: Value...,
    read: (Columns) throws(SnapshotError) -> Answer
  ) throws(SnapshotError) -> Answer? {
    do {
      let statement = try database.cachedStatement(sql: "\(sql)")
      statement.setUncheckedArguments(StatementArguments(values.map(\.bound)))
      guard let row = try Row.fetchOne(statement) else { return nil }
      return try read(Columns(row, path))
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  /// The first column of every row, as whole numbers.
  func integers(_ sql: StaticString, _ values: Value...) throws(SnapshotError) -> [Int] {
    do {
      let statement = try database.cachedStatement(sql: "\(sql)")
      statement.setUncheckedArguments(StatementArguments(values.map(\.bound)))
      return try Int.fetchAll(statement)
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  /// The first column of every row, as ids; what is no id is left out.
  func entities(_ sql: StaticString, _ values: Value...) throws(SnapshotError) -> [EntityID] {
    do {
      let statement = try database.cachedStatement(sql: "\(sql)")
      statement.setUncheckedArguments(StatementArguments(values.map(\.bound)))
      return try String.fetchAll(statement).compactMap { EntityID($0) }
    } catch {
      throw SnapshotError(error, at: path)
    }
  }
}

/// The lines of the log, opened when the first of them is asked for.
private final class StoredLines {
  private let log: any EventLog
  private var opened: LineSource?

  init(_ log: any EventLog) {
    self.log = log
  }

  func source() throws(EventLogError) -> LineSource {
    if let opened { return opened }
    let source = try log.lineSource()
    opened = source
    return source
  }
}

/// What is bound to a statement.
enum Value {
  case null
  case integer(Int)
  case text(String)

  static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
  static func optional(_ number: Int?) -> Value { number.map(Value.integer) ?? .null }
  static func optional(_ day: Day?) -> Value { optional(day?.description) }
  static func flag(_ isSet: Bool) -> Value { .integer(isSet ? 1 : 0) }
  static func id(_ id: EntityID) -> Value { .text(id.text) }
  static func id(_ id: EventID) -> Value { .text(id.text) }
  static func optional(_ id: EntityID?) -> Value { optional(id?.text) }
  static func optional(_ id: EventID?) -> Value { optional(id?.text) }

  fileprivate var bound: (any DatabaseValueConvertible)? {
    switch self {
    case .null: nil
    case .integer(let number): number
    case .text(let text): text
    }
  }
}

/// The columns of a row, while it is read.
struct Columns {
  private let row: Row
  private let path: String

  init(_ row: Row, _ path: String) {
    self.row = row
    self.path = path
  }

  func integer(_ index: Int) throws(SnapshotError) -> Int {
    guard let number = optionalInteger(index) else { throw misread }
    return number
  }

  func text(_ index: Int) throws(SnapshotError) -> String {
    guard let text = optionalText(index) else { throw misread }
    return text
  }

  func flag(_ index: Int) throws(SnapshotError) -> Bool { try integer(index) != 0 }

  func optionalText(_ index: Int) -> String? {
    String.fromDatabaseValue(row[index])
  }

  func optionalInteger(_ index: Int) -> Int? {
    Int.fromDatabaseValue(row[index])
  }

  func event(_ index: Int) throws(SnapshotError) -> EventID {
    guard let id = EventID(try text(index)) else { throw misread }
    return id
  }

  func entity(_ index: Int) throws(SnapshotError) -> EntityID {
    guard let id = EntityID(try text(index)) else { throw misread }
    return id
  }

  /// The first and the last day that are written there and in the next column.
  func days(_ index: Int) -> DayBounds {
    DayBounds(
      earliest: optionalText(index).flatMap { Day(iso: $0) },
      latest: optionalText(index + 1).flatMap { Day(iso: $0) }
    )
  }

  /// The date that is written there; nil if there is none.
  func optionalDate(_ index: Int) throws(SnapshotError) -> EDTF? {
    guard let text = optionalText(index) else { return nil }
    do {
      return try EDTF(parsing: text)
    } catch {
      throw misread
    }
  }

  /// Every column, as SQL would write it.
  var all: [String] { row.databaseValues.map(\.description) }

  private var misread: SnapshotError {
    .unreadable(snapshot: path, reason: "a column holds something else than was written to it")
  }
}
