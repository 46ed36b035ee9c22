internal import GRDB
internal import GRDBSQLite

/// Inserts row after row by one prepared statement, bound without anything in between.
///
/// The one place that goes past GRDB, which makes values of what is bound: on a rebuild that is
/// most of the work.
final class RowInserter {
  private let statement: Statement
  private let path: String
  /// The texts of the row, one after the other.
  private var bytes: [UInt8] = []
  private var cells: [Cell] = []

  private enum Cell {
    case null
    case integer(Int)
    case text(start: Int, end: Int)
  }

  init(_ statement: Statement, path: String) {
    self.statement = statement
    self.path = path
  }

  /// Adds the next value of the row.
  func add(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    cells.append(.text(start: start, end: bytes.count))
  }

  func add(_ text: String?) {
    if let text { add(text) } else { cells.append(.null) }
  }

  func add(_ number: Int) { cells.append(.integer(number)) }

  func add(_ number: Int?) { cells.append(number.map(Cell.integer) ?? .null) }

  func add(_ isSet: Bool) { cells.append(.integer(isSet ? 1 : 0)) }

  /// Inserts the row of the values that were added, and begins another.
  func insert() throws(SnapshotError) {
    defer {
      bytes.removeAll(keepingCapacity: true)
      cells.removeAll(keepingCapacity: true)
    }
    // SAFETY: the statement is prepared and lives as long as this does; what is bound is not read
    // after the step, when its bytes are still lent.
    let code = unsafe bytes.withUnsafeBufferPointer { texts -> CInt in
      let raw = unsafe statement.sqliteStatement
      for (index, cell) in cells.enumerated() {
        unsafe bind(cell, CInt(index + 1), of: raw, texts)
      }
      let code = unsafe sqlite3_step(raw)
      unsafe sqlite3_reset(raw)
      return code
    }
    if code == SQLITE_DONE || code == SQLITE_ROW { return }
    throw SnapshotError(DatabaseError(resultCode: ResultCode(rawValue: code)), at: path)
  }

  private func bind(
    _ cell: Cell,
    _ index: CInt,
    of raw: OpaquePointer,
    _ texts: UnsafeBufferPointer<UInt8>
  ) {
    switch cell {
    // SAFETY: the statement is alive, and has a place of that number.
    case .null: unsafe sqlite3_bind_null(raw, index)
    case .integer(let number): unsafe sqlite3_bind_int64(raw, index, Int64(number))
    case .text(let start, let end):
      // SAFETY: the text lies within the lent bytes; an empty one needs an address all the same.
      guard start < end, let base = texts.baseAddress else {
        unsafe sqlite3_bind_text(raw, index, "", 0, nil)
        return
      }
      unsafe UnsafeRawPointer(base + start).withMemoryRebound(to: CChar.self, capacity: end - start)
      {
        _ = unsafe sqlite3_bind_text(raw, index, $0, CInt(end - start), nil)
      }
    }
  }
}
