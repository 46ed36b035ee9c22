internal import Events
package import Projections

/// A timeline made ready to leave the house: what may not be published is gone from it.
///
/// Its entries are made when somebody asks for them, one after the other.
package struct Document {
  package let heading: Heading
  /// The status of the persons that were asked for.
  package let statuses: [Standing]
  /// How many entries it has.
  package let count: Int
  /// What was left out, in words.
  package let leftOut: [String]
  private let timeline: any TimelineEntries
  private let disclosure: Disclosure
  private let sensitive: Bool

  /// Takes `timeline` of `record` as it may be published; reads it once, to say what is left out.
  ///
  /// The confidential part never is. The details, text and quotes of `health`, `ill-treatment` and
  /// `commitment` are only with `sensitive`. People appear as their registration says, also by what
  /// was recorded later: `latest` holds everything that is recorded, and is nil if `record` does.
  package init(
    _ timeline: any TimelineEntries,
    of record: any NameRegister,
    latest: (any NameRegister)?,
    stating statement: Statement,
    statuses: [DetentionStatus] = [],
    sensitive: Bool = false
  ) throws {
    let disclosure = Disclosure(of: record, latest: latest)
    self.timeline = timeline
    self.disclosure = disclosure
    self.sensitive = sensitive
    heading = Heading(statement, disclosure)
    self.statuses = statuses.map { Standing($0, disclosure) }
    var tally = LeftOut()
    try timeline.eachEntry { tally.count($0, disclosure, sensitive: sensitive) }
    count = tally.entries
    leftOut = tally.words(withheld: statement.withheld)
  }

  /// Calls `body` with each entry, in the order of the timeline.
  package func eachEntry(_ body: (Entry) throws -> Void) throws {
    try timeline.eachEntry { try body(Entry($0, disclosure, sensitive: sensitive)) }
  }
}

/// From how many events something was left out.
private struct LeftOut {
  private(set) var entries = 0
  private var confidential = 0
  private var sensitive = 0
  private var protected = 0

  mutating func count(_ entry: TimelineEntry, _ disclosure: Disclosure, sensitive isOpen: Bool) {
    entries += 1
    if entry.isSecond { return }
    if entry.happening.fact.privateDigest != nil { confidential += 1 }
    if PublishedMembers.areAll(of: entry, disclosure, sensitive: isOpen) { return }
    let published = PublishedMembers(of: entry, disclosure, sensitive: isOpen)
    if published.isCut { sensitive += 1 }
    if published.isProtected { protected += 1 }
  }

  func words(withheld: Int) -> [String] {
    var words: [String] = []
    func add(_ what: String, _ count: Int, _ noun: String) {
      if count > 0 { words.append("\(what) \(count) \(noun)\(count == 1 ? "" : "s")") }
    }
    add("the confidential part of", confidential, "event")
    add("sensitive details, text and quotes of", sensitive, "event")
    add("names of protected people in", protected, "event")
    add("the content of", withheld, "withheld line")
    return words
  }
}
