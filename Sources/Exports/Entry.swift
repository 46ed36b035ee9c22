package import Events
package import Projections

/// One event of a document.
package struct Entry: Sendable {
  /// The event's members as they may be published, in the order of the line format.
  package let members: [JSONMember]
  /// What decides where it stands and how sure it is: never to be shown itself.
  package let happening: Happening
  package let id: String
  package let title: String
  package let text: String?
  package let persons: [String]
  package let place: String?
  package let sources: [Source]
  /// The other accounts of it.
  package let accounts: [Account]
  package let isPossible: Bool
  package let isPlanned: Bool
  /// Whether sensitive details, text or quotes were left out of it.
  package let isCut: Bool
  /// Whether somebody's name or id was replaced in it.
  package let isProtected: Bool
  package let hasConfidentialPart: Bool

  /// A source as a footnote names it.
  package struct Source: Hashable, Sendable {
    package let words: String
  }

  /// Another account of the same happening.
  package struct Account: Sendable {
    /// The members in which it differs, those of `details` as `details.term`.
    package let differences: [String]
    package let sources: [String]
  }

  init(_ entry: TimelineEntry, _ disclosure: Disclosure, sensitive: Bool) {
    happening = entry.happening
    let content = entry.happening.fact.content
    let published = PublishedMembers(of: entry, disclosure, sensitive: sensitive)
    members = published.members
    isCut = published.isCut
    isProtected = published.isProtected
    id = published.id
    title = members[named: "title"]?.text ?? disclosure.text(content.kind)
    text = members[named: "text"]?.text
    persons = entry.happening.persons.map(disclosure.name)
    place = content.place.map(disclosure.name)
    sources = content.sources.map { Source($0, disclosure) }
    accounts = entry.differences.map { Account($0, disclosure) }
    isPossible = entry.isPossible
    isPlanned = entry.isPlanned
    hasConfidentialPart = entry.happening.fact.privateDigest != nil
  }
}

extension Entry.Source {
  init(_ citation: Citation, _ disclosure: Disclosure) {
    var words = disclosure.name(of: citation.source)
    if let at = citation.at { words += ", \(disclosure.text(at))" }
    if let via = citation.via { words += ", cited by \(disclosure.name(of: via))" }
    self.words = words
  }
}

extension Entry.Account {
  init(_ difference: AccountDifference, _ disclosure: Disclosure) {
    differences = difference.members.map(disclosure.text)
    sources = difference.sources.map(disclosure.name)
  }
}
