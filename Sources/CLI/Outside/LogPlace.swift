import Events
import Foundation

/// Where the log and its snapshot lie.
struct LogPlace {
  let log: String
  let snapshot: String

  /// The log that a command means: `--log`, else `$ANNALS_LOG`, else the nearest `events.log` here
  /// or in a parent folder.
  init(_ options: LogOptions, _ outside: Outside = .current) throws(Failure) {
    try self.init(log: options.log, snapshot: options.snapshot, outside)
  }

  /// The log at these paths, each nil if it was not stated.
  init(log path: String?, snapshot: String?, _ outside: Outside) throws(Failure) {
    if snapshot?.isEmpty == true { throw LogPlace.emptyPath(option: "--snapshot") }
    if let stated = try LogPlace.stated(path, outside) {
      log = stated
    } else {
      log = try LogPlace.nearest(from: outside.currentDirectory)
    }
    self.snapshot = snapshot ?? LogPlace.snapshot(beside: log)
    if isSnapshotTheLog {
      throw Failure(
        .wrongUsage,
        "--snapshot \(self.snapshot): this is the log itself. Name another file."
      )
    }
  }

  /// Whether both paths lead to one file, which making the snapshot anew would replace.
  private var isSnapshotTheLog: Bool {
    do {
      guard let log = try OpenFile.status(of: log) else { return false }
      return try OpenFile.status(of: snapshot)?.isSameFile(as: log) ?? false
    } catch {
      // What cannot be looked at is not replaced; whoever opens it is told why.
      return false
    }
  }

  /// The log that `--log`, here `path`, or `$ANNALS_LOG` names; nil if neither does.
  static func stated(_ path: String?, _ outside: Outside) throws(Failure) -> String? {
    // What is stated and empty is most often a variable that was never set: no other log is meant.
    if path?.isEmpty == true { throw emptyPath(option: "--log") }
    return path ?? outside.environment["ANNALS_LOG"].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func emptyPath(option: String) -> Failure {
    Failure(.wrongUsage, "\(option): the path is empty. Name a file, or leave the option out.")
  }

  /// The log's name as messages show it.
  var name: String { log }

  private static func nearest(from folder: String) throws(Failure) -> String {
    var folder = URL(fileURLWithPath: folder)
    if FileManager.default.fileExists(atPath: folder.appendingPathComponent("events.log").path) {
      return "events.log"
    }
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("events.log").path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
    }
    throw Failure(
      .notFound,
      """
      no events.log here or in a folder above.
      Start one with `annals init`, or name one with --log PATH or $ANNALS_LOG.
      """
    )
  }

  /// `events.sqlite` for `events.log`.
  private static func snapshot(beside log: String) -> String {
    let stem = log.hasSuffix(".log") ? String(log.dropLast(4)) : log
    return stem + ".sqlite"
  }
}
