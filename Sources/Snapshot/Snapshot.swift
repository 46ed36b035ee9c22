package import Events
package import Projections

/// The record of a log in SQLite, up to date when it was opened, and asked without reading the log.
///
/// It is derived and disposable. The confidential part of events never enters it.
package struct Snapshot: Sendable {
  /// What whoever opened it should hear.
  package let warnings: [SnapshotWarning]
  /// What stands behind the last whole batch of the log, if an append was cut off there.
  package let tornTail: TornTail?
  let store: Store

  private init(_ opened: Opening.Opened) {
    store = opened.store
    warnings = opened.warnings
    tornTail = opened.tornTail
  }

  /// How long somebody waits for a snapshot that another program holds.
  package static let busyMilliseconds = 10_000

  /// Opens the snapshot at `path` and brings it up to the end of `log`, or makes it anew.
  ///
  /// Costs the new lines and what they touch. Where the folder cannot be written, it is made in
  /// memory.
  package static func open(
    _ path: String,
    log: any EventLog,
    watch: Watch = Watch(),
    busyMilliseconds: Int = busyMilliseconds
  ) throws(SnapshotError) -> Snapshot {
    let opening = Opening(
      file: SnapshotFile(path),
      log: log,
      watch: watch,
      busyMilliseconds: busyMilliseconds
    )
    return Snapshot(try opening.open())
  }

  /// Makes the snapshot at `path` anew; refuses to replace what is none.
  package static func rebuild(
    _ path: String,
    log: any EventLog,
    watch: Watch = Watch(),
    busyMilliseconds: Int = busyMilliseconds
  ) throws(SnapshotError) -> Snapshot {
    let opening = Opening(
      file: SnapshotFile(path),
      log: log,
      watch: watch,
      busyMilliseconds: busyMilliseconds
    )
    return Snapshot(try opening.renew())
  }

  /// Whether the log still bears every line from which the snapshot at `path` was built: nothing
  /// else shows that a log was cut at the end of a batch.
  ///
  /// Throws if not; where there is no snapshot that can be asked, nothing is known.
  package static func compare(_ path: String, with log: any EventLog) throws(SnapshotError) {
    guard let point = SnapshotFile(path).point(of: log) else { return }
    do {
      _ = try log.lines(after: point)
    } catch .rewritten(_, _, linesWithheld: true) {
      // The next one who opens it makes it anew.
    } catch .rewritten {
      throw .rewritten(snapshot: path, point)
    } catch {
      throw .log(error)
    }
  }

  /// The last line that counts for whoever asks what was known at `limit`.
  package func lastPosition(knownAt limit: KnownAt) throws(SnapshotError) -> Position {
    try store.read { connection throws(SnapshotError) in
      Position(try connection.lastPosition(knownAt: limit))
    }
  }

  /// Up to where it was built.
  package func point() throws(SnapshotError) -> LogPoint {
    try store.read { connection throws(SnapshotError) in try connection.point() }
  }
}
