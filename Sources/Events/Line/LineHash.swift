internal import Crypto

/// The SHA-256 by which a line commits to itself and to every line before it.
///
/// Written as 43 characters of base64url; only the canonical spelling is read.
package struct LineHash: Sendable, CustomStringConvertible {
  static let characterCount = 43

  private let words: InlineArray<4, UInt64>

  /// What the first line follows: 43 times `A`, 256 bits of zero.
  package static let start = LineHash(words: [0, 0, 0, 0])

  /// The hash written in these bytes, all of them; nil unless canonical.
  package init?(_ text: Span<UInt8>) {
    var words: InlineArray<4, UInt64> = [0, 0, 0, 0]
    var span = words.mutableSpan
    guard Base64URL.read(text, into: &span) else { return nil }
    self.words = words
  }

  package init?(_ text: String) {
    self.init(text.utf8Span.span)
  }

  private init(words: InlineArray<4, UInt64>) {
    self.words = words
  }

  /// The hash of a line: SHA-256 of the hash before it, a newline, and the line's body.
  package static func of(body: Span<UInt8>, after previous: LineHash) -> LineHash {
    let head = previous.head
    return LineHash(sha256: head.span, body)
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
    self.words = words
  }

  /// The 43 characters and a newline, after which a line's body is hashed.
  private var head: InlineArray<44, UInt8> {
    var head = InlineArray<44, UInt8>(repeating: UInt8(ascii: "\n"))
    var span = head.mutableSpan
    Base64URL.write(words.span, into: &span)
    return head
  }

  /// Appends the 43 characters.
  package func write(to bytes: inout [UInt8]) {
    Base64URL.write(words.span, to: &bytes)
  }

  package var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension LineHash: Hashable {
  package static func == (left: LineHash, right: LineHash) -> Bool {
    left.words[0] == right.words[0] && left.words[1] == right.words[1]
      && left.words[2] == right.words[2] && left.words[3] == right.words[3]
  }

  package func hash(into hasher: inout Hasher) {
    // The words are a cryptographic hash: one of them spreads well enough.
    hasher.combine(words[0])
  }
}
