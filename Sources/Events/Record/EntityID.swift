/// The id of a registered person, organisation, place, source or case, all in one namespace.
///
/// A slug of `a-z 0-9 -`; places also use `/` for hierarchy. At most 128 bytes; up to 24 of them
/// take no memory of their own.
package struct EntityID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package static let bytesMax = 128
  private let form: Form

  private enum Form: Hashable, Sendable {
    case short(ShortText)
    case long(String)
  }

  /// The id in these bytes, which were found to be one.
  init(known bytes: Span<UInt8>) {
    form = ShortText(bytes).map(Form.short) ?? .long(String(repairing: bytes))
  }

  package init?(_ text: String) {
    let bytes = text.utf8Span.span
    guard EntityID.isValid(bytes) else { return nil }
    form = ShortText(bytes).map(Form.short) ?? .long(text)
  }

  package var text: String {
    switch form {
    case .short(let text): text.string
    case .long(let text): text
    }
  }

  package var description: String { text }

  /// Whether only a place can bear this id.
  package var isHierarchical: Bool { text.utf8.contains(UInt8(ascii: "/")) }

  /// The place above this one: `kz` for `kz/atyrau`.
  package var parent: EntityID? {
    let text = text
    guard let slash = text.lastIndex(of: "/") else { return nil }
    return EntityID(String(text[..<slash]))
  }

  /// Whether this is `other`, or a place inside it.
  package func isWithin(_ other: EntityID) -> Bool {
    self == other || text.utf8.starts(with: (other.text + "/").utf8)
  }

  /// In the order of their texts.
  package static func < (left: EntityID, right: EntityID) -> Bool {
    switch (left.form, right.form) {
    case (.short(let left), .short(let right)): left < right
    default: left.text < right.text
    }
  }

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
