internal import Crypto

/// The SHA-256 by which a line commits to itself and to every line before it.
///
/// Written as 43 characters of base64url; only the canonical spelling is read.
package struct LineHash: Sendable, CustomStringConvertible {
  static let characterCount = 43

  /// The characters and a newline, after which the next line's body is hashed.
  private let head: InlineArray<44, UInt8>

  /// What the first line follows: 43 times `A`, 256 bits of zero.
  package static let start = LineHash(words: [0, 0, 0, 0])

  /// The hash written in these bytes, all of them; nil unless canonical.
  package init?(_ text: Span<UInt8>) {
    var words: InlineArray<4, UInt64> = [0, 0, 0, 0]
    var span = words.mutableSpan
    guard Base64URL.read(text, into: &span) else { return nil }
    self.init(words: words)
  }

  package init?(_ text: String) {
    self.init(text.utf8Span.span)
  }

  private init(words: InlineArray<4, UInt64>) {
    var head = InlineArray<44, UInt8>(repeating: UInt8(ascii: "\n"))
    var span = head.mutableSpan
    Base64URL.write(words.span, into: &span)
    self.head = head
  }

  /// The hash of a line: SHA-256 of the hash before it, a newline, and the line's body.
  package static func of(body: Span<UInt8>, after previous: LineHash) -> LineHash {
    LineHash(sha256: previous.head.span, body)
  }

  /// SHA-256 of `head` and then `tail`.
  init(sha256 head: Span<UInt8>, _ tail: Span<UInt8>) {
    var hasher = SHA256()
    // SAFETY: the hasher reads the lent bytes and keeps no pointer to them.
    unsafe head.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    // SAFETY: as above.
    unsafe tail.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    var words: InlineArray<4, UInt64> = [0, 0, 0, 0]
    // SAFETY: a digest has 32 bytes, of which each word takes eight.
    unsafe hasher.finalize().withUnsafeBytes { digest in
      for index in 0..<4 {
        words[index] = UInt64(
          bigEndian: unsafe digest.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
        )
      }
    }
    self.init(words: words)
  }

  /// Whether `text` is how it is written.
  func isWritten(in text: Span<UInt8>) -> Bool {
    guard text.count == LineHash.characterCount else { return false }
    // Gathered rather than looked for: that is done for many bytes at a time.
    var difference: UInt8 = 0
    for index in text.indices { difference |= text[index] ^ head[index] }
    return difference == 0
  }

  /// Appends the 43 characters.
  package func write(to bytes: inout [UInt8]) {
    for index in 0..<LineHash.characterCount { bytes.append(head[index]) }
  }

  package var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension LineHash: Hashable {
  package static func == (left: LineHash, right: LineHash) -> Bool {
    left.isWritten(in: right.head.span.extracting(first: characterCount))
  }

  package func hash(into hasher: inout Hasher) {
    // The characters spell a cryptographic hash: some of them spread well enough.
    var word: UInt64 = 0
    for index in 0..<8 { word = word << 8 | UInt64(head[index]) }
    hasher.combine(word)
  }
}
