/// A line's place in the log, counted from 1; 0 is the place before the first line.
package struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int

  package init(_ number: Int) {
    self.number = number
  }

  package static let start = Position(0)
  package var next: Position { Position(number + 1) }
  package var description: String { String(number) }

  package static func < (left: Position, right: Position) -> Bool { left.number < right.number }
}

/// The id of a registered person, organisation, place, source or case, all in one namespace.
///
/// A slug of `a-z 0-9 -`; places also use `/` for hierarchy. At most 128 bytes.
package struct EntityID: Comparable, Sendable, CustomStringConvertible {
  package static let bytesMax = 128
  package let text: String
  private let fingerprint: UInt64

  /// The id in these bytes, which were found to be one.
  init(known bytes: Span<UInt8>) {
    text = String(repairing: bytes)
    fingerprint = Fingerprint.of(bytes)
  }

  package init?(_ text: String) {
    guard EntityID.isValid(text.utf8Span.span) else { return nil }
    self.text = text
    fingerprint = Fingerprint.of(text.utf8Span.span)
  }

  package var description: String { text }

  /// Whether only a place can bear this id.
  package var isHierarchical: Bool { text.utf8.contains(UInt8(ascii: "/")) }

  /// The place above this one: `kz` for `kz/atyrau`.
  package var parent: EntityID? {
    guard let slash = text.lastIndex(of: "/") else { return nil }
    return EntityID(String(text[..<slash]))
  }

  /// Whether this is `other`, or a place inside it.
  package func isWithin(_ other: EntityID) -> Bool {
    self == other || text.utf8.starts(with: (other.text + "/").utf8)
  }

  package static func < (left: EntityID, right: EntityID) -> Bool { left.text < right.text }

  static func isValid(_ text: Span<UInt8>) -> Bool {
    guard (1...bytesMax).contains(text.count), characters.contains(all: text) else { return false }
    // No part between slashes is empty.
    let slash = UInt8(ascii: "/")
    var before = slash
    for index in text.indices {
      if text[index] == slash, before == slash { return false }
      before = text[index]
    }
    return before != slash
  }

  private static let characters = ASCIISet.digits + ASCIISet.lowerCase + ASCIISet("-/")
}

extension EntityID: Hashable {
  package static func == (left: EntityID, right: EntityID) -> Bool {
    left.fingerprint == right.fingerprint && left.text == right.text
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}

/// A hash of an id, taken once: people are looked up by their ids all the time.
private enum Fingerprint {
  /// FNV-1a over words; ids that collide cost time and nothing else.
  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var at = 0
    while at + 8 <= bytes.count {
      hash = (hash ^ bytes.word(at: at)) &* 0x0000_0100_0000_01B3
      hash ^= hash >> 29
      at += 8
    }
    while at < bytes.count {
      hash = (hash ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3
      at += 1
    }
    return hash
  }
}
