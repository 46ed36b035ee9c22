internal import Events
internal import Projections

/// An event's members as they may be published.
struct PublishedMembers {
  let members: [JSONMember]
  let id: String
  /// Whether sensitive details, text or quotes were left out.
  let isCut: Bool
  /// Whether somebody's name or id was replaced.
  let isProtected: Bool

  /// Kinds of which more than the title is published only on request.
  static let sensitiveKinds: Set<String> = ["health", "ill-treatment", "commitment"]

  init(of entry: TimelineEntry, _ disclosure: Disclosure, sensitive: Bool) {
    let happening = entry.happening
    let recorded = entry.json.members ?? []
    let cuts = PublishedMembers.cuts(entry, sensitive: sensitive)
    let open = cuts ? recorded.compactMap(\.withoutSensitive) : recorded
    let id = disclosure.id(of: happening.id, at: happening.position)
    isCut = cuts && JSON.object(open) != JSON.object(recorded)
    if disclosure.isIdle {
      members = open
      isProtected = false
    } else {
      members = open.map { member in
        let published =
          member.name == "id" ? .text(id) : disclosure.published(member, kind: happening.kind)
        return JSONMember(member.name, published)
      }
      isProtected = JSON.object(members) != JSON.object(open)
    }
    self.id = id
  }

  /// Whether the members of `entry` leave as they are, which is told without making them.
  static func areAll(of entry: TimelineEntry, _ disclosure: Disclosure, sensitive: Bool) -> Bool {
    disclosure.isIdle && !cuts(entry, sensitive: sensitive)
  }

  private static func cuts(_ entry: TimelineEntry, sensitive: Bool) -> Bool {
    !sensitive && sensitiveKinds.contains(entry.happening.kind)
  }
}

extension JSONMember {
  private static let sensitiveNames: Set<String> = ["details", "text"]
  /// What the timeline adds to the members of an event.
  private static let timelineNames: Set<String> = [
    "n", "id", "recorded", "by", "position", "earliest", "latest", "possible", "accounts",
    "differs",
    "planned", "for",
  ]

  /// A member of a sensitive event as anybody may read it; nil for one that nobody may, or that
  /// this program does not know.
  fileprivate var withoutSensitive: JSONMember? {
    if JSONMember.sensitiveNames.contains(name) { return nil }
    let isKnown =
      ContentReader.contentNames.contains(name) || JSONMember.timelineNames.contains(name)
    if !isKnown { return nil }
    return name == "sources" ? JSONMember(name, value.withoutQuotes) : self
  }
}

extension JSON {
  /// A list of sources without what is quoted from them.
  fileprivate var withoutQuotes: JSON {
    guard let array else { return .array([]) }
    return .array(
      array.map { source in
        .object((source.members ?? []).filter { ["source", "at", "via"].contains($0.name) })
      }
    )
  }
}
