/// What a date says of its own certainty: `~` approximate, `?` uncertain, `%` both.
struct DateQualifier: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let approximate = DateQualifier(rawValue: 1)
  static let uncertain = DateQualifier(rawValue: 2)

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init?(byte: UInt8?) {
    switch byte {
    case UInt8(ascii: "~"): self = .approximate
    case UInt8(ascii: "?"): self = .uncertain
    case UInt8(ascii: "%"): self = [.approximate, .uncertain]
    default: return nil
    }
  }

  /// Reads the qualifier at that offset, if there is one, and moves beyond it.
  init(reading bytes: Span<UInt8>, at position: inout Int) throws(EDTFFault) {
    guard let found = DateQualifier(byte: bytes.byte(at: position)) else {
      self = []
      return
    }
    position += 1
    if DateQualifier(byte: bytes.byte(at: position)) != nil { throw .twoQualifiers }
    self = found
  }
}
