internal import Dispatch
internal import Synchronization

/// Lines of a log that were found plainly sound, one after the other.
///
/// A line's hash covers what the line before it states, so stretches of a log can be checked at the
/// same time: each takes the line before it at its word, and the stretch before proves that word.
struct SoundStretch: Sendable {
  private let start: LogPoint
  private(set) var end: LogPoint
  private(set) var counts = LogVerification.Counts()

  private static let atOnce = 64

  /// All of a log from its beginning, checked on as many cores as there are; nil where some line
  /// needs a closer look.
  ///
  /// A stretch has about `bytes` bytes. `visit` is told now and then up to where all is sound.
  static func all(
    of log: SettledLog,
    bytes: Int = 2 << 20,
    visit: (LogPoint) -> Void
  ) -> SoundStretch? {
    var whole = SoundStretch(start: .start, end: .start)
    while whole.end.offset < log.end.offset {
      guard let places = places(in: log, from: whole.end, bytes: bytes) else { return nil }
      for stretch in stretches(of: log, places) {
        guard let stretch, whole.add(stretch) else { return nil }
      }
      visit(whole.end)
    }
    return whole
  }

  private init(start: LogPoint, end: LogPoint) {
    self.start = start
    self.end = end
  }

  /// Where a stretch begins, as the line before it claims, and the byte before which it ends.
  private struct Place {
    let start: LogPoint
    let stop: Int
  }

  /// The places of the next stretches; nil where that cannot be told.
  private static func places(in log: SettledLog, from start: LogPoint, bytes: Int) -> [Place]? {
    var places: [Place] = []
    var start = start
    while places.count < atOnce, start.offset < log.end.offset {
      let least = start.offset + bytes
      if least >= log.end.offset {
        places.append(Place(start: start, stop: log.end.offset))
        break
      }
      // What cannot be read is met again by whoever looks closer, who says why.
      guard let next = try? log.source.claimedPoint(behind: least) else { return nil }
      places.append(Place(start: start, stop: min(next.offset, log.end.offset)))
      start = next
    }
    return places
  }

  /// What was found at these places, each nil where a line needs a closer look.
  private static func stretches(of log: SettledLog, _ places: [Place]) -> [SoundStretch?] {
    // Guards what the threads find; each writes to a place of its own.
    let found = Mutex([SoundStretch?](repeating: nil, count: places.count))
    DispatchQueue.concurrentPerform(iterations: places.count) { number in
      let stretch = try? SoundStretch(of: log, places[number])
      found.withLock { $0[number] = stretch }
    }
    return found.withLock { $0 }
  }

  /// Checks the lines of one stretch; nil where one is not sound.
  private init?(of log: SettledLog, _ place: Place) throws(EventLogError) {
    var reader = LineReader(log.source, after: place.start, to: log.end)
    start = place.start
    end = place.start
    while reader.point.offset < place.stop {
      if let hasMore = try reader.skim() {
        counts.add(hasMore: hasMore, isWithheld: false)
      } else if case .line(let line) = try reader.step() {
        counts.add(line.line)
      } else {
        return nil
      }
    }
    end = reader.point
  }

  /// Adds the stretch behind this one; false if this one does not end as it was taken to.
  private mutating func add(_ next: SoundStretch) -> Bool {
    guard next.start.position == end.position, next.start.offset == end.offset,
      next.start.hash == end.hash
    else { return false }
    end = next.end
    counts.add(next.counts)
    return true
  }
}

extension ByteSource {
  /// The point at the first line that begins behind that byte, as the line before it claims.
  fileprivate func claimedPoint(behind offset: Int) throws(EventLogError) -> LogPoint? {
    var width = 1 << 12
    while true {
      let bytes = try read(offset..<(offset + width))
      if let newline = bytes.span.firstIndex(of: UInt8(ascii: "\n"), from: 0) {
        return try claimedPoint(at: offset + newline + 1)?.point
      }
      if width > LineFormat.lineBytesMax { return nil }
      width *= 4
    }
  }
}
