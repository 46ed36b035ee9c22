extension EventID {
  /// A UUID of version 7 (RFC 9562): the moment in milliseconds, then 74 of the random bits.
  static func generated(at now: Instant, random: (UInt64, UInt64)) -> EventID {
    let milliseconds = UInt64(clamping: now.seconds) &* 1000 & 0xFFFF_FFFF_FFFF
    let high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
    let low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
    return EventID(UUIDNumber(high: high, low: low))
  }
}
