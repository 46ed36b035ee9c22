import Events
import Foundation

/// The world around a command: streams, clock, randomness, environment.
///
/// Nothing below the command reads them.
struct Outside {
  let environment: [String: String]
  let currentDirectory: String

  static let current = Outside(
    environment: ProcessInfo.processInfo.environment,
    currentDirectory: FileManager.default.currentDirectoryPath
  )

  /// Lets SQLite sort in files beside the one at `path` rather than in a folder that others share.
  ///
  /// It looks where to when the first database is opened.
  func keepTemporaryFiles(beside path: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    // SAFETY: setenv copies both texts; no other thread runs before a database is opened.
    _ = unsafe setenv("SQLITE_TMPDIR", folder, 1)
  }

  /// The present moment, in whole seconds.
  var now: Instant { Instant(seconds: Int(Date().timeIntervalSince1970)) }

  /// The local day, by the rules that `TZ` states or the system keeps.
  ///
  /// Foundation knows zones by name only, and takes every other `TZ` for UTC.
  var today: Day {
    let now = now
    return Instant(seconds: now.seconds + Outside.secondsEast(at: now)).day
  }

  /// How far local clocks were ahead of UTC at that moment.
  private static func secondsEast(at moment: Instant) -> Int {
    var seconds = time_t(moment.seconds)
    // SAFETY: localtime_r reads the one and fills the other, and of that a number alone is kept.
    var local = unsafe tm()
    return unsafe localtime_r(&seconds, &local) == nil ? 0 : local.tm_gmtoff
  }

  /// Random bits from the system's generator.
  var randomBits: (UInt64, UInt64) {
    var generator = SystemRandomNumberGenerator()
    return (generator.next(), generator.next())
  }

  var sealing: Sealing { Sealing(now: now, random: { randomBits }) }

  /// Whether somebody sits at the other end of the stream.
  func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Whether colour may be used: only on a terminal, and unless `NO_COLOR` forbids it.
  func usesColour(on stream: Stream) -> Bool {
    isTerminal(stream) && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// How many columns the terminal has; 80 where nobody says.
  var columns: Int {
    var size = winsize()
    // SAFETY: the call fills the one `winsize` that this request takes, and keeps no pointer.
    if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    guard let stated = environment["COLUMNS"].flatMap({ Int($0) }), stated > 0 else { return 80 }
    return min(stated, Outside.columnsMax)
  }

  /// No line is wider, whatever the environment says.
  private static let columnsMax = 10_000

  enum Stream: Int32 {
    case input = 0
    case output = 1
    case error = 2
  }
}
