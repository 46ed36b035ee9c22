internal import Events
internal import GRDB

/// A database in a file or in memory: the one place that opens connections.
struct Store: Sendable {
  /// Where it lies, for messages.
  let path: String
  private let queue: DatabaseQueue
  /// The log whose lines it knows by their places.
  private let log: any EventLog

  /// Opens the database at `path`; whoever finds it locked waits `busyMilliseconds`.
  static func file(
    _ path: String,
    of log: any EventLog,
    busyMilliseconds: Int,
    readOnly: Bool = false
  ) throws(SnapshotError) -> Store {
    var configuration = configuration
    configuration.busyMode = .timeout(Double(busyMilliseconds) / 1000)
    configuration.readonly = readOnly
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return Store(path: path, queue: queue, log: log)
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  static func memory(of log: any EventLog) throws(SnapshotError) -> Store {
    do {
      var configuration = configuration
      // Where nothing can be written beside the log, nothing is written in shared folders either.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
      let queue = try DatabaseQueue(configuration: configuration)
      return Store(path: "the snapshot in memory", queue: queue, log: log)
    } catch {
      throw SnapshotError(error, at: "the snapshot in memory")
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.label = "snapshot"
    return configuration
  }

  /// Asks within one transaction, so that every answer is about the same moment; whoever asks
  /// within `body` asks within the same.
  func read<Answer>(
    _ body: (Connection) throws(SnapshotError) -> Answer
  ) throws(SnapshotError) -> Answer {
    do {
      return try queue.unsafeReentrantRead { database in
        let connection = Connection(database, path, log)
        if database.isInsideTransaction { return try body(connection) }
        var answer: Answer?
        try database.inTransaction(.deferred) {
          answer = try body(connection)
          return .commit
        }
        guard let answer else { preconditionFailure("a transaction that ends has an answer") }
        return answer
      }
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  /// Asks tables of the connection's own and no others: nobody else changes them, so that it needs
  /// no transaction.
  func readOwn<Answer>(
    _ body: (Connection) throws(SnapshotError) -> Answer
  ) throws(SnapshotError) -> Answer {
    do {
      return try queue.unsafeReentrantRead { try body(Connection($0, path, log)) }
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  /// Changes all or nothing; nobody else changes anything meanwhile.
  func write<Answer>(
    _ body: (Connection) throws(SnapshotError) -> Answer
  ) throws(SnapshotError) -> Answer {
    try inTransaction(.immediate, body)
  }

  /// Holds the database alone: meanwhile nobody else even reads.
  func alone<Answer>(
    _ body: (Connection) throws(SnapshotError) -> Answer
  ) throws(SnapshotError) -> Answer {
    try inTransaction(.exclusive, body)
  }

  private func inTransaction<Answer>(
    _ kind: Database.TransactionKind,
    _ body: (Connection) throws(SnapshotError) -> Answer
  ) throws(SnapshotError) -> Answer {
    do {
      return try queue.writeWithoutTransaction { database in
        var answer: Answer?
        try database.inTransaction(kind) {
          answer = try body(Connection(database, path, log))
          return .commit
        }
        guard let answer else { preconditionFailure("a transaction that ends has an answer") }
        return answer
      }
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  /// Runs a statement outside of any transaction, as pragmas want it.
  func outside(_ sql: StaticString) throws(SnapshotError) {
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: "\(sql)") }
    } catch {
      throw SnapshotError(error, at: path)
    }
  }

  func close() throws(SnapshotError) {
    do {
      try queue.close()
    } catch {
      throw SnapshotError(error, at: path)
    }
  }
}
