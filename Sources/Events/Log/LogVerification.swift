/// What a check of every line of a log found.
package struct LogVerification: Sendable {
  /// Sound lines, withheld ones included.
  package private(set) var lineCount = 0
  package private(set) var batchCount = 0
  package private(set) var withheldCount = 0
  /// Every damage, in the order of the file.
  package private(set) var damages: [Damage] = []
  package private(set) var tornTail: TornTail?
  /// The point after the last line before the first damage.
  package private(set) var end: LogPoint = .start

  init(_ log: SettledLog, visit: (LogPoint) -> Void) throws(EventLogError) {
    var reader = try log.lines(after: .start)
    tornTail = reader.tornTail
    do {
      while let line = try reader.next() {
        lineCount += 1
        if !line.line.hasMore { batchCount += 1 }
        if case .withheld = line.line { withheldCount += 1 }
        visit(reader.point)
      }
    } catch .damaged(_, let damage) {
      damages.append(damage)
    }
    end = reader.point
  }
}
