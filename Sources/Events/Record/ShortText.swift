/// Up to 24 bytes of ASCII other than NUL, held in three words.
///
/// The first byte is the highest of the first word, and NUL stands behind the last one, so that
/// words are in the order of the texts that they hold.
struct ShortText: Hashable, Sendable {
  private static let bytesMax = 24

  private let first: UInt64
  private let second: UInt64
  private let third: UInt64

  /// The text in these bytes; nil if there are too many of them.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count <= ShortText.bytesMax else { return nil }
    first = ShortText.word(bytes, at: 0)
    second = ShortText.word(bytes, at: 8)
    third = ShortText.word(bytes, at: 16)
  }

  /// Up to eight bytes from `start` on.
  private static func word(_ bytes: Span<UInt8>, at start: Int) -> UInt64 {
    if start + 8 <= bytes.count { return bytes.word(at: start).byteSwapped }
    var word: UInt64 = 0
    var shift: UInt64 = 56
    for index in start..<max(start, bytes.count) {
      word |= UInt64(bytes[index]) << shift
      shift -= 8
    }
    return word
  }

  var string: String {
    var bytes = InlineArray<24, UInt8>(repeating: 0)
    var count = 0
    func write(_ word: UInt64) {
      var rest = word
      while rest != 0 {
        bytes[count] = UInt8(rest >> 56)
        rest <<= 8
        count += 1
      }
    }
    write(first)
    write(second)
    write(third)
    return String(repairing: bytes.span.extracting(0..<count))
  }
}

extension ShortText: Comparable {
  static func < (left: ShortText, right: ShortText) -> Bool {
    (left.first, left.second, left.third) < (right.first, right.second, right.third)
  }
}
