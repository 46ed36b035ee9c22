extension EventID {
  /// A UUID of version 7 (RFC 9562): the moment in milliseconds, then 74 of the random bits.
  static func generated(at now: Instant, random: (UInt64, UInt64)) -> EventID {
    let milliseconds = UInt64(clamping: now.seconds) &* 1000 & 0xFFFF_FFFF_FFFF
    let high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
    let low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
    let digits = hexadecimal(high) + hexadecimal(low)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      text.append(digit)
    }
    guard let id = EventID(text) else { preconditionFailure("a UUID is an event id") }
    return id
  }

  private static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
