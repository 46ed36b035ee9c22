import Events
import Foundation
import Snapshot

/// How far long work has come, on one line of a terminal; silent elsewhere, and on short work.
final class Progress {
  private var title: String
  private var isShown: Bool
  private let outside: Outside
  private var start = Date()
  private var lastShown = Date()
  private var hasShown = false
  private(set) var lines = 0
  private static let secondsBeforeFirst = 0.5
  private static let secondsBetween = 0.1

  init(_ title: String, _ outside: Outside = .current) {
    self.title = title
    self.outside = outside
    isShown = outside.isTerminal(.error)
  }

  /// Goes on to the next work; silently where that prints to the same terminal.
  func begin(_ title: String, printing isPrinting: Bool = false) {
    end()
    self.title = title
    start = Date()
    isShown = outside.isTerminal(.error) && !(isPrinting && outside.isTerminal(.output))
  }

  var seconds: Double { Date().timeIntervalSince(start) }

  /// Lines a second so far.
  var rate: Int { Int(Double(lines) / max(seconds, 0.001)) }

  func show(_ progress: SnapshotProgress) {
    lines = progress.lines
    let now = Date()
    guard isShown, seconds > Progress.secondsBeforeFirst,
      now.timeIntervalSince(lastShown) > Progress.secondsBetween
    else { return }
    lastShown = now
    hasShown = true
    let percent = progress.bytesDone * 100 / max(progress.bytesTotal, 1)
    write("\r\(title): \(percent) %, \(progress.lines) lines, \(rate) a second")
  }

  /// Takes the line off the terminal again.
  func end() {
    if hasShown { write("\r\u{1B}[K") }
    hasShown = false
  }

  private func write(_ text: String) { Notice.write(text) }
}

extension FileLog {
  /// Checks every line, and shows how far it has come.
  func verify(showing progress: Progress) throws(EventLogError) -> LogVerification {
    let bytesTotal = try lines(after: .start).bytesTotal
    return try verify { point in
      progress.show(
        SnapshotProgress(
          bytesDone: point.offset,
          bytesTotal: bytesTotal,
          lines: point.position.number
        )
      )
    }
  }
}
