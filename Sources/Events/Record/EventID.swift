/// The identity of an event, unique for ever: 1 to 64 of `A-Z a-z 0-9 . _ -`, with a non-digit.
///
/// A UUID as annals writes it is held as its number, which takes no memory of its own.
package struct EventID: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let form: Form

  private enum Form: Hashable, Sendable {
    case uuid(UUIDNumber)
    case other(String)
  }

  /// The id in these bytes, which were found to be one.
  init(known bytes: Span<UInt8>) {
    form = UUIDNumber(bytes).map(Form.uuid) ?? .other(String(repairing: bytes))
  }

  package init?(_ text: String) {
    let bytes = text.utf8Span.span
    guard EventID.isValid(bytes) else { return nil }
    form = UUIDNumber(bytes).map(Form.uuid) ?? .other(text)
  }

  init(_ uuid: UUIDNumber) {
    form = .uuid(uuid)
  }

  package var text: String {
    switch form {
    case .uuid(let number): number.text
    case .other(let text): text
    }
  }

  package var description: String { text }

  /// In the order of their texts, which for two UUIDs is that of their numbers.
  package static func < (left: EventID, right: EventID) -> Bool {
    switch (left.form, right.form) {
    case (.uuid(let left), .uuid(let right)): left < right
    default: left.text < right.text
    }
  }

  static func isValid(_ text: Span<UInt8>) -> Bool {
    guard (1...64).contains(text.count), characters.contains(all: text) else { return false }
    for index in text.indices where !text[index].isDigit { return true }
    return false
  }

  private static let characters =
    ASCIISet.digits + ASCIISet.upperCase + ASCIISet.lowerCase + ASCIISet("._-")
}
