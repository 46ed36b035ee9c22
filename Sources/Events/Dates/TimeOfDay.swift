/// The time after the `T` of a date: `T10:15:00`, with `Z`, `+05`, `-03:30` or no zone.
enum TimeOfDay {
  /// Reads a time from its `T` on, and moves beyond it.
  static func check(_ bytes: Span<UInt8>, from position: inout Int) throws(EDTFFault) {
    let start = position + 1
    guard start + 8 <= bytes.count, bytes[start + 2] == colon, bytes[start + 5] == colon,
      let hour = bytes.number(start..<start + 2),
      let minute = bytes.number(start + 3..<start + 5),
      let second = bytes.number(start + 6..<start + 8)
    else { throw .wrongWidth(.time) }
    position = start + 8
    let offset = try minutesFromUTC(bytes, from: &position)
    let isMidnight = hour == 24 && minute == 0 && second == 0
    // A leap second is the last of a UTC day, whatever the local clock shows.
    let isLeapSecond = second == 60 && (hour * 60 + minute - offset).modulo(1_440) == 1_439
    guard isMidnight || (hour < 24 && minute < 60 && (second < 60 || isLeapSecond)) else {
      throw .noSuchTime
    }
  }

  private static func minutesFromUTC(
    _ bytes: Span<UInt8>,
    from position: inout Int
  ) throws(EDTFFault) -> Int {
    switch bytes.byte(at: position) {
    case UInt8(ascii: "Z"):
      position += 1
      return 0
    case UInt8(ascii: "+"), UInt8(ascii: "-"): break
    default: return 0
    }
    let isBehind = bytes[position] == UInt8(ascii: "-")
    let start = position + 1
    guard start + 2 <= bytes.count, let hours = bytes.number(start..<start + 2), hours < 24 else {
      throw .noSuchOffset
    }
    position = start + 2
    var offset = hours * 60
    if bytes.byte(at: position) == colon {
      guard position + 3 <= bytes.count,
        let minutes = bytes.number(position + 1..<position + 3), minutes < 60
      else { throw .noSuchOffset }
      position += 3
      offset += minutes
    }
    if isBehind, offset == 0 { throw .noSuchOffset }
    return isBehind ? -offset : offset
  }

  private static let colon = UInt8(ascii: ":")
}
