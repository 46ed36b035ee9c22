/// How an event becomes a line of the log.
///
/// A line is the event's members as one JSON object, closed by the hash that seals it. Reading is
/// in `LineFormat+Reading.swift`.
package enum LineFormat {
  /// The longest line, without its newline.
  package static let lineBytesMax = 1 << 20
  /// About as many bytes as a line with a title and a source has, to make room by.
  package static let usualBytes = 448

  /// The bytes at the end of a line that its hash does not cover: `,"hash":"`, the hash, `"}`.
  static let sealBytes = sealHead.count + LineHash.characterCount + sealTail.count
  static let sealHead = Array(",\"hash\":\"".utf8)
  static let sealTail = Array("\"}".utf8)

  /// The line of `event`, without its newline, and the hash that seals it.
  package static func seal(
    _ event: Event,
    after previous: LineHash
  ) -> (bytes: [UInt8], hash: LineHash) {
    seal(body(of: event), after: previous)
  }

  /// The line of `event` up to what seals it.
  static func body(of event: Event) -> [UInt8] {
    var bytes: [UInt8] = []
    JSON.object(event.sealedMembers).write(to: &bytes)
    bytes.removeLast()
    return bytes
  }

  /// The line that begins with `body`, without its newline, and the hash that seals it.
  static func seal(
    _ body: [UInt8],
    after previous: LineHash
  ) -> (bytes: [UInt8], hash: LineHash) {
    let hash = LineHash.of(body: body.span, after: previous)
    var bytes = body
    bytes.reserveCapacity(body.count + sealBytes)
    close(&bytes, with: hash)
    return (bytes, hash)
  }

  /// What may stand for the line at `position` when it is withheld, without its newline.
  package static func withheld(
    _ position: Position,
    hasMore: Bool,
    hash: LineHash
  ) -> [UInt8] {
    var bytes = Array("{\"n\":\(position),\"withheld\":true".utf8)
    if hasMore { bytes += Array(",\"more\":true".utf8) }
    close(&bytes, with: hash)
    return bytes
  }

  private static func close(_ bytes: inout [UInt8], with hash: LineHash) {
    bytes += sealHead
    hash.write(to: &bytes)
    bytes += sealTail
  }

  /// Whether a text in this line holds U+0000, which is written but never read.
  static func holdsNUL(_ line: Span<UInt8>) -> Bool {
    var start = 0
    while let at = line.firstIndex(of: UInt8(ascii: "\\"), from: start), at + 5 < line.count {
      let isZero = (2...5).allSatisfy { line[at + $0] == UInt8(ascii: "0") }
      if line[at + 1] == UInt8(ascii: "u"), isZero { return true }
      // What is escaped may be a backslash itself.
      start = at + 2
    }
    return false
  }
}
