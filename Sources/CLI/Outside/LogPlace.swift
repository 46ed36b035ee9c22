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
    let stated = path ?? outside.environment["ANNALS_LOG"]
    if let stated, !stated.isEmpty {
      log = stated
    } else {
      log = try LogPlace.nearest(from: outside.currentDirectory)
    }
    self.snapshot = snapshot ?? LogPlace.snapshot(beside: log)
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
