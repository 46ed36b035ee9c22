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

/// The identity of an event, unique for ever: 1 to 64 of `A-Z a-z 0-9 . _ -`, with a non-digit.
package struct EventID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  package init?(_ text: String) {
    guard EventID.isValid(text) else { return nil }
    self.text = text
  }

  package var description: String { text }

  package static func < (left: EventID, right: EventID) -> Bool { left.text < right.text }

  private static func isValid(_ text: String) -> Bool {
    guard (1...64).contains(text.utf8.count) else { return false }
    var hasNonDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
        hasNonDigit = true
      default: return false
      }
    }
    return hasNonDigit
  }
}

/// The id of a registered person, organisation, place, source or case, all in one namespace.
///
/// A slug of `a-z 0-9 -`; places also use `/` for hierarchy. At most 128 bytes.
package struct EntityID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package static let bytesMax = 128
  package let text: String

  package init?(_ text: String) {
    guard EntityID.isValid(text) else { return nil }
    self.text = text
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

  private static func isValid(_ text: String) -> Bool {
    guard (1...bytesMax).contains(text.utf8.count) else { return false }
    return text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
              UInt8(ascii: "-"):
              true
            default: false
            }
          }
      }
  }
}
