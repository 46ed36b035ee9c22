/// What a check of every line of a log found.
package struct LogVerification: Sendable {
  /// How much of the log is there to be read.
  package struct Counts: Hashable, Sendable {
    /// Lines that stand where they belong and as they were written, withheld ones included.
    package var lines = 0
    package var batches = 0
    package var withheld = 0

    mutating func add(hasMore: Bool, isWithheld: Bool) {
      lines += 1
      if !hasMore { batches += 1 }
      if isWithheld { withheld += 1 }
    }

    mutating func remove(hasMore: Bool, isWithheld: Bool) {
      lines -= 1
      if !hasMore { batches -= 1 }
      if isWithheld { withheld -= 1 }
    }
  }

  package private(set) var counts = Counts()
  /// Every damage, in the order of the file.
  package private(set) var damages: [Damage] = []
  package private(set) var tornTail: TornTail?
  /// The point before the first damage; the end of the log if there is none.
  package private(set) var end: LogPoint = .start

  init(_ log: SettledLog, visit: (LogPoint) -> Void) throws(EventLogError) {
    tornTail = log.end.tornTail
    if let sound = SoundStretch.all(of: log, visit: visit) {
      counts = sound.counts
      end = sound.end
      return
    }
    var reader = try log.lines(after: .start)
    reading: while true {
      // The clock is not asked for each of a million lines.
      if reader.point.position.number.isMultiple(of: 1024) { visit(reader.point) }
      if let hasMore = try reader.skim() {
        counts.add(hasMore: hasMore, isWithheld: false)
        continue
      }
      switch try reader.step() {
      case .line(let line): counts.add(line.line)
      case .damage(let damage):
        var diagnosis = try Diagnosis(of: log, from: reader.point, counts: counts)
        try diagnosis.finish()
        counts = diagnosis.counts
        damages = diagnosis.damages.isEmpty ? [damage] : diagnosis.damages
        break reading
      case .end: break reading
      }
    }
    end = reader.point
  }
}

extension LogVerification.Counts {
  mutating func add(_ other: LogVerification.Counts) {
    lines += other.lines
    batches += other.batches
    withheld += other.withheld
  }

  mutating func add(_ line: Line) {
    if case .withheld = line {
      add(hasMore: line.hasMore, isWithheld: true)
    } else {
      add(hasMore: line.hasMore, isWithheld: false)
    }
  }
}
