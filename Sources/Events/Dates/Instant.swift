/// A moment of the record: whole seconds since 1970-01-01T00:00:00Z.
///
/// Leap seconds are not counted, as in every Unix clock.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  /// The moment written exactly `YYYY-MM-DDTHH:MM:SSZ`; nil if there is no such moment.
  package init?(iso: String) {
    self.init(iso: iso.utf8Span.span)
  }

  /// The moment written `YYYY-MM-DDTHH:MM:SSZ` in these bytes, all of them.
  package init?(iso bytes: Span<UInt8>) {
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let day = Day(iso: bytes.extracting(0..<10)),
      let hour = bytes.number(11..<13), hour < 24,
      let minute = bytes.number(14..<16), minute < 60,
      let second = bytes.number(17..<19), second < 60
    else { return nil }
    self.init(seconds: day.number * 86_400 + hour * 3_600 + minute * 60 + second)
  }

  /// The moment as `YYYY-MM-DDTHH:MM:SSZ`; years outside 0000 to 9999 as `Day` writes them.
  package var description: String {
    let second = seconds.modulo(86_400)
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }
    return "\(day)T" + clock.joined(separator: ":") + "Z"
  }

  /// The day of the moment in UTC.
  package var day: Day {
    Day(number: seconds.floorDivided(by: 86_400))
  }

  /// The last second of that day in UTC, 23:59:59Z.
  package static func endOf(_ day: Day) -> Instant {
    Instant(seconds: day.number * 86_400 + 86_399)
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.seconds < right.seconds
  }
}
