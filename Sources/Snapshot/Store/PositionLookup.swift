internal import Events
internal import GRDB
internal import GRDBSQLite

/// Tells where events stand, one id after the other.
final class PositionLookup {
  private let statement: Statement
  private let path: String

  init(_ statement: Statement, path: String) {
    self.statement = statement
    self.path = path
  }

  /// Where the event called `id` stands; nil if there is none.
  func position(of id: EventID) throws(SnapshotError) -> Int? {
    var text = id.text
    var position: Int?
    // SAFETY: the statement lives as long as this does, and the text until the statement is reset.
    let code = text.withUTF8 { bytes -> CInt in
      let raw = unsafe statement.sqliteStatement
      let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      unsafe sqlite3_bind_text(raw, 1, start, CInt(bytes.count), nil)
      let code = unsafe sqlite3_step(raw)
      if code == SQLITE_ROW { position = Int(unsafe sqlite3_column_int64(raw, 0)) }
      unsafe sqlite3_reset(raw)
      return code
    }
    if code == SQLITE_DONE || code == SQLITE_ROW { return position }
    throw SnapshotError(DatabaseError(resultCode: ResultCode(rawValue: code)), at: path)
  }
}
