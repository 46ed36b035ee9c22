internal import Events
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

  /// Takes `timeline` of `record` as it may be published.
  ///
  /// The confidential part never is. The details, text and quotes of `health`, `ill-treatment` and
  /// `commitment` are only with `sensitive`. People appear as their registration says, also by what
  /// was recorded later: `latest` holds everything that is recorded.
  package init(
    _ timeline: Timeline,
    of record: Record,
    latest: Record,
    stating statement: Statement,
    statuses: [DetentionStatus] = [],
    sensitive: Bool = false
  ) {
    let disclosure = Disclosure(of: record, latest: latest)
    heading = Heading(statement, disclosure)
    entries = timeline.entries.map { Entry($0, disclosure, sensitive: sensitive) }
    self.statuses = statuses.map { Standing($0, disclosure) }
    leftOut = Document.leftOut(of: entries, withheld: statement.withheld)
  }

  private static func leftOut(of entries: [Entry], withheld: Int) -> [String] {
    var words: [String] = []
    func add(_ what: String, where isLeftOut: (Entry) -> Bool) {
      // What is planned stands twice.
      let count = Set(entries.filter(isLeftOut).map(\.happening.position)).count
      if count > 0 { words.append("\(what) \(count) \(count == 1 ? "event" : "events")") }
    }
    add("the confidential part of", where: \.hasConfidentialPart)
    add("sensitive details, text and quotes of", where: \.isCut)
    add("names of protected people in", where: \.isProtected)
    if withheld > 0 {
      words.append("the content of \(withheld) withheld \(withheld == 1 ? "line" : "lines")")
    }
    return words
  }
}
