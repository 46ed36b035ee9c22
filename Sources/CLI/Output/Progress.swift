import Events
import Foundation
import Snapshot

/// How far long work has come, on one line of a terminal; silent elsewhere, and on short work.
final class Progress {
  private let title: String
  private let isShown: Bool
  private let start = Date()
  private var lastShown = Date()
  private var hasShown = false
  private(set) var lines = 0
  private static let secondsBeforeFirst = 0.5
  private static let secondsBetween = 0.1

  init(_ title: String, _ outside: Outside = .current) {
    self.title = title
    isShown = outside.isTerminal(.error)
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
