/// What can be registered and referred to by id; also the kind of event that registers it.
package enum EntitySort: String, CaseIterable, Sendable, Hashable {
  case person, organisation, place, source
  case caseFile = "case"

  /// The sort as a noun with its article.
  package var noun: String { (self == .organisation ? "an " : "a ") + rawValue }
}

extension [EntitySort] {
  /// The sorts in words: `person or organisation`.
  package var words: String { map(\.rawValue).joined(separator: " or ") }
}
