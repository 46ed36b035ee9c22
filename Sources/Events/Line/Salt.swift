/// 128 random bits that make a withheld line or a confidential part unguessable.
package struct Salt: Hashable, Sendable {
  /// 22 characters of base64url.
  package let text: String

  init(_ random: (UInt64, UInt64)) {
    let words: InlineArray<2, UInt64> = [random.0, random.1]
    var bytes: [UInt8] = []
    Base64URL.write(words.span, to: &bytes)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Nil unless the text is the canonical spelling of 128 bits.
  package init?(_ text: String) {
    var words: InlineArray<2, UInt64> = [0, 0]
    var span = words.mutableSpan
    guard Base64URL.read(text.utf8Span.span, into: &span) else { return nil }
    self.text = text
  }
}
