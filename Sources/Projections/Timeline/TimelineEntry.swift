package import Events

/// One happening in a timeline.
package struct TimelineEntry: Row {
  /// How it stands to the day that is asked about.
  package enum When: Hashable, Sendable {
    /// It has begun by then.
    case certain
    /// It can have begun by then.
    case possible
    /// It is dated later.
    case ahead
    /// The entry stands on the day for which the event announces something.
    case planned(EDTF)
  }

  /// The happening; its bounds are those of the planned date, where the entry stands on that.
  package let happening: Happening
  package let when: When
  /// In what each other account differs, in the order of the log.
  package let differences: [AccountDifference]
  /// Whether the happening also has an entry on its own day.
  package let isSecond: Bool

  /// `others` are the other accounts of the happening, in the order of the log.
  init(_ happening: Happening, _ when: When, others: [Fact], isSecond: Bool = false) {
    self.happening = happening
    self.when = when
    self.isSecond = isSecond
    differences = others.map { AccountDifference(of: $0, from: happening.fact) }
  }

  init(_ happening: Happening, _ when: When, in record: Record) {
    self.init(happening, when, others: happening.otherAccounts.compactMap { record[$0] })
  }

  package var isPossible: Bool { when == .possible }

  /// Whether it lies ahead of the day that is asked about.
  package var isPlanned: Bool {
    switch when {
    case .certain, .possible: false
    case .ahead, .planned: true
    }
  }

  package static let columns =
    ["n", "id", "recorded", "by"] + ContentReader.contentNames
    + ["position", "earliest", "latest", "possible", "accounts", "differs", "planned", "for"]

  /// The event's own members as corrected, without what seals it, then what the timeline adds.
  package var json: JSON {
    var content = happening.fact.content
    if content.persons != happening.persons { content.persons = happening.persons }
    var members = happening.fact.event.headMembers + content.members
    members.append(JSONMember("position", .integer(happening.position.number)))
    members.append(JSONMember("earliest", .optional(happening.beginning.earliest)))
    members.append(JSONMember("latest", .optional(happening.end.latest)))
    members.append(JSONMember("possible", .boolean(isPossible)))
    members.append(JSONMember("accounts", .ids(happening.otherAccounts)))
    members.add("differs", differences.isEmpty ? nil : .array(differences.map(\.json)))
    members.add("planned", isPlanned ? .boolean(true) : nil)
    if case .planned(let date) = when { members.add("for", .text(date.verbatim)) }
    return .object(members)
  }
}

/// In what another account of a happening differs from the preferred one, and on whose word.
package struct AccountDifference: Sendable {
  package let event: EventID
  /// The members that differ, those of `details` as `details.term`.
  package let members: [String]
  package let sources: [EntityID]

  init(of account: Fact, from preferred: Fact) {
    event = account.id
    sources = account.sources.map(\.source)
    let top = AccountDifference.names(account.comparable, preferred.comparable)
    let fields = AccountDifference.names(account.details.members, preferred.details.members)
    members = top + fields.map { "details.\($0)" }
  }

  /// The names of members whose values differ, first those of `mine`, then those only in `theirs`.
  private static func names(_ mine: [JSONMember], _ theirs: [JSONMember]) -> [String] {
    let onlyTheirs = theirs.filter { mine[named: $0.name] == nil }
    return (mine.filter { theirs[named: $0.name] != $0.value } + onlyTheirs).map(\.name)
  }

  var json: JSON {
    .object([
      JSONMember("event", .text(event.text)),
      JSONMember("in", .texts(members)),
      JSONMember("sources", .ids(sources)),
    ])
  }
}

extension Fact {
  /// What accounts can differ in, but for `details` and `sources`.
  fileprivate var comparable: [JSONMember] {
    var content = content
    content.details = Details()
    content.sources = []
    content.accountOf = nil
    content.statedCertainty = content.certainty
    return content.members
  }
}
