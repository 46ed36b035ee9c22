package import Events
package import Projections

/// A timeline made ready to leave the house: what may not be published is gone from it.
package struct Document: Sendable {
  package let heading: Heading
  /// In the order of the timeline.
  package let entries: [Entry]
  /// The status of the persons that were asked for.
  package let statuses: [Standing]
  /// What was left out, in words.
  package let leftOut: [String]

  /// Where a person stood, as a document may say it.
  package struct Standing: Sendable {
    package let name: String
    package let status: DetentionStatus
  }

  /// Takes `timeline` as it may be published.
  ///
  /// The confidential part never is. The details of `health`, `ill-treatment` and `commitment` are
  /// only with `sensitive`. People appear as their registration says.
  package init(
    _ timeline: Timeline,
    of record: Record,
    heading: Heading,
    statuses: [DetentionStatus] = [],
    sensitive: Bool = false
  ) {
    let disclosure = Disclosure(of: record)
    self.heading = heading
    entries = timeline.entries.map { Entry($0, disclosure, sensitive: sensitive) }
    self.statuses = statuses.map {
      Standing(name: disclosure.name(of: $0.person), status: $0)
    }
    leftOut = Document.leftOut(of: entries, withheld: heading.withheld)
  }

  private static func leftOut(of entries: [Entry], withheld: Int) -> [String] {
    var words: [String] = []
    let confidential = entries.filter(\.hasConfidentialPart).count
    if confidential > 0 { words.append("the confidential part of \(events(confidential))") }
    let sensitive = entries.filter(\.isCut).count
    if sensitive > 0 { words.append("sensitive details of \(events(sensitive))") }
    let protected = entries.filter(\.isProtected).count
    if protected > 0 { words.append("names of protected people in \(events(protected))") }
    if withheld > 0 {
      words.append("the content of \(withheld) withheld line\(withheld == 1 ? "" : "s") of the log")
    }
    return words
  }

  private static func events(_ count: Int) -> String { count == 1 ? "1 event" : "\(count) events" }
}

/// One event of a document.
package struct Entry: Sendable {
  /// The event's members as they may be published, in the order of the line format.
  package let members: [JSONMember]
  package let happening: Happening
  package let id: String
  package let title: String
  package let text: String?
  package let persons: [String]
  package let place: String?
  package let sources: [Source]
  package let isPossible: Bool
  package let isPlanned: Bool
  /// Whether sensitive details were left out of it.
  package let isCut: Bool
  /// Whether somebody's name was replaced in it.
  package let isProtected: Bool
  package let hasConfidentialPart: Bool

  /// A source as a footnote names it.
  package struct Source: Hashable, Sendable {
    package let words: String
  }

  /// Kinds whose details are published only on request.
  static let sensitiveKinds: Set<String> = ["health", "ill-treatment", "commitment"]

  init(_ entry: TimelineEntry, _ disclosure: Disclosure, sensitive: Bool) {
    happening = entry.happening
    let content = entry.happening.fact.content
    let cuts = !sensitive && Entry.sensitiveKinds.contains(content.kind)
    isCut = cuts && (!content.details.isEmpty || content.text != nil)
    let members = disclosure.members(of: entry, cutting: cuts)
    self.members = members.published
    isProtected = members.isChanged
    id = disclosure.id(of: entry.happening.fact)
    title = disclosure.text(content.title ?? content.kind)
    text = cuts ? nil : content.text.map(disclosure.text)
    persons = entry.happening.persons.map(disclosure.name)
    place = content.place.map(disclosure.name)
    sources = content.sources.map { disclosure.source($0) }
    isPossible = entry.isPossible
    isPlanned = entry.isPlanned
    hasConfidentialPart = entry.happening.fact.privateDigest != nil
  }
}
