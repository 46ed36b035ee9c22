internal import Events

/// A part of an address in which letters are written as their bytes: `%D0%9A`.
struct EscapedAddress {
  /// The words of the text in it.
  let words: Range<Int>
  /// What it says.
  let plain: String

  /// Every such part of a text, in order and apart.
  static func all(in context: WordsInText) -> [EscapedAddress] {
    let text = context.text.utf8
    guard text.contains(UInt8(ascii: "%")) else { return [] }
    var found: [EscapedAddress] = []
    var first = 0
    while first < context.words.count {
      // From the first word up to the next one behind a space or a slash.
      var end = first + 1
      while end < context.words.count, !context.gap(after: end - 1).contains(where: isEnd) {
        end += 1
      }
      let start = first == 0 ? text.startIndex : context.words[first - 1].range.upperBound
      let before = context.text[start..<context.words[first].range.lowerBound]
      let rest = context.text[
        context.words[first].range.lowerBound..<context.words[end - 1].range.upperBound
      ]
      let written = (before.hasSuffix("%") ? "%" : "") + rest
      if let plain = unescaped(written) {
        found.append(EscapedAddress(words: first..<end, plain: plain))
      }
      first = end
    }
    return found
  }

  private static func isEnd(_ character: Character) -> Bool {
    character.isWhitespace || "/?&=#".contains(character)
  }

  /// The text with its escapes read; nil if it has none, or they are no text.
  private static func unescaped(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    var hasEscapes = false
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let escaped = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(escaped)
        rest = rest.dropFirst(2)
        hasEscapes = true
      } else {
        bytes.append(byte)
      }
    }
    return hasEscapes ? String(validating: bytes, as: UTF8.self) : nil
  }
}
