extension JSONParser {
  /// The string that begins at the quote under `at`.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> String {
    at += 1
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return try text(bytes, start..<(at - 1))
      case UInt8(ascii: "\\"):
        return try escapedString(bytes, from: start)
      case 0..<0x20: throw controlCharacter(bytes[at])
      default: at += 1
      }
    }
    throw JSONError(.unexpectedEnd, at: at)
  }

  /// `range` as text, if it is valid UTF-8.
  func text(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(JSONError) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      throw JSONError(.invalidUTF8, at: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }

  private mutating func escapedString(
    _ bytes: Span<UInt8>,
    from start: Int
  ) throws(JSONError) -> String {
    var plain = start
    var result = ""
    at = start
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        result += try text(bytes, plain..<at)
        at += 1
        return result
      case UInt8(ascii: "\\"):
        result += try text(bytes, plain..<at)
        result.unicodeScalars.append(try escape(bytes))
        plain = at
      case 0..<0x20: throw controlCharacter(bytes[at])
      default: at += 1
      }
    }
    throw JSONError(.unexpectedEnd, at: at)
  }

  private func controlCharacter(_ byte: UInt8) -> JSONError {
    JSONError(byte == 0 ? .nul : .controlCharacter(byte), at: at)
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(JSONError) -> Unicode.Scalar {
    let start = at
    at += 1
    guard at < bytes.count else { throw JSONError(.unexpectedEnd, at: at) }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar(bytes, from: start)
    default: throw JSONError(.badEscape, at: start)
    }
  }

  private mutating func scalar(
    _ bytes: Span<UInt8>,
    from start: Int
  ) throws(JSONError) -> Unicode.Scalar {
    let unit = try fourDigits(bytes, from: start)
    if unit == 0 { throw JSONError(.nul, at: start) }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    else { throw JSONError(.loneSurrogate, at: start) }
    at += 2
    let low = try fourDigits(bytes, from: start)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
    else { throw JSONError(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func fourDigits(
    _ bytes: Span<UInt8>,
    from start: Int
  ) throws(JSONError) -> UInt32 {
    guard at + 4 <= bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else {
        throw JSONError(.badEscape, at: start)
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
