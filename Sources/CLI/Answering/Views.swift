import Events
import Snapshot

/// Opens the snapshot of a log, caught up, with progress and warnings.
enum Views {
  /// Whoever goes on to append says itself what becomes of a torn tail.
  static func open(_ place: LogPlace, warnsOfTornTail: Bool = true) throws -> Snapshot {
    Outside.current.keepTemporaryFiles(beside: place.snapshot)
    let snapshot = try watched("Taking in \(place.log)") { watch in
      try Snapshot.open(place.snapshot, log: FileLog(path: place.log), watch: watch)
    }
    for warning in snapshot.warnings { Notice.warn(warning.description) }
    if warnsOfTornTail { warnOfTornTail(snapshot) }
    return snapshot
  }

  /// Makes the snapshot anew, and tells how many lines a second were taken in.
  static func rebuild(_ place: LogPlace) throws -> (Snapshot, lines: Int, seconds: Double) {
    Outside.current.keepTemporaryFiles(beside: place.snapshot)
    var summary = (lines: 0, seconds: 0.0)
    let snapshot = try watched("Rebuilding from \(place.log)") { watch, progress in
      let snapshot = try Snapshot.rebuild(
        place.snapshot,
        log: FileLog(path: place.log),
        watch: watch
      )
      summary = (progress.lines, progress.seconds)
      return snapshot
    }
    for warning in snapshot.warnings { Notice.warn(warning.description) }
    warnOfTornTail(snapshot)
    return (snapshot, summary.lines, summary.seconds)
  }

  /// Does what may take long, with progress, until it is done or interrupted.
  static func watched<Answer>(
    _ title: String,
    _ work: (Watch) throws -> Answer
  ) throws -> Answer {
    try watched(title) { watch, _ in try work(watch) }
  }

  private static func watched<Answer>(
    _ title: String,
    _ work: (Watch, Progress) throws -> Answer
  ) throws -> Answer {
    let progress = Progress(title)
    defer { progress.end() }
    let interrupt = Interrupt()
    defer { interrupt.end() }
    let watch = Watch(progress: { progress.show($0) }, isCancelled: { interrupt.hasCome })
    return try work(watch, progress)
  }

  private static func warnOfTornTail(_ snapshot: Snapshot) {
    if let tail = snapshot.tornTail { Notice.warn(tail.description) }
  }
}
