internal import Events

/// Something that an event says and a document does not.
package enum Loss: String, Sendable {
  /// The date as written: its words stand there instead.
  case precision
  /// Quotes, and the ids of sources.
  case sources
  /// Who took part, and as what.
  case roles
  /// Details, tags, the place, or what it is linked to.
  case details
  /// What was left out or replaced because it may not leave the house.
  case confidentiality

  /// What an entry lost before it came to a format.
  static func byDisclosure(of entry: Entry) -> [Loss] {
    entry.hasConfidentialPart || entry.isCut || entry.isProtected ? [.confidentiality] : []
  }
}

/// What one event loses.
package struct EventLosses: Sendable, CustomStringConvertible {
  /// As the document gives it.
  package let id: String
  package let losses: [Loss]

  package var description: String {
    "\(id): \(losses.map(\.rawValue).joined(separator: ", "))"
  }
}

extension Entry {
  /// Whether it has one of these members.
  func has(_ names: String...) -> Bool { names.contains { members[named: $0] != nil } }

  /// Whether a source of it is quoted.
  var hasQuotes: Bool {
    (members[named: "sources"]?.array ?? []).contains { $0["quote"] != nil || $0["lang"] != nil }
  }
}
