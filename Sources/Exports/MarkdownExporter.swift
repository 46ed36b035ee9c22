internal import Events
internal import Projections

/// A dated list by year and month with footnoted sources; first a table of status, if persons were
/// asked for.
///
///     ## 2016
///
///     ### May
///
///     - **17 May 2016** Anna Berg is arrested[^1]
package enum MarkdownExporter: Exporter {
  package static let name = "markdown"

  package static func write(_ document: Document, to sink: (String) throws -> Void) throws {
    try write(document, footnotesMax: 10_000, to: sink)
  }

  /// With so many footnotes or more, they stand before the next entry, and what comes later cites
  /// its sources anew: however long a document or a month is, they do not all stand in memory.
  static func write(
    _ document: Document,
    footnotesMax: Int,
    to sink: (String) throws -> Void
  ) throws {
    try writeHead(of: document, to: sink)
    try writeStatuses(of: document, to: sink)
    var footnotes = Footnotes()
    var section: Section?
    var isAfterItem = false
    try document.eachEntry { entry in
      if footnotes.count >= footnotesMax {
        try footnotes.end(to: sink)
        isAfterItem = false
      }
      let own = Section(of: entry)
      if own != section {
        try sink(own.heading(after: section))
      } else if !isAfterItem {
        try sink("\n")
      }
      section = own
      try sink(item(entry, &footnotes))
      isAfterItem = entry.text == nil
    }
    if document.count == 0 { try sink("\nNothing is recorded.\n") }
    try footnotes.end(to: sink)
  }

  /// Dates stand in words, which keep what is uncertain about them, but not their spelling.
  package static func losses(of entry: Entry) -> [Loss] {
    var losses: [Loss] = []
    if entry.happening.date.level == 2 { losses.append(.precision) }
    if entry.hasQuotes { losses.append(.sources) }
    if entry.has("actors") { losses.append(.roles) }
    if entry.has("details", "tags", "place", "after", "because_of") { losses.append(.details) }
    return losses
  }

  private static func writeHead(
    of document: Document,
    to sink: (String) throws -> Void
  ) throws {
    let heading = document.heading
    try sink("# \(MarkdownText.escaped(heading.title))\n\n")
    try sink("As of \(heading.asOf), knowing \(heading.knownAt).\n")
    if !heading.filters.isEmpty {
      let filters = heading.filters.map(MarkdownText.escaped).joined(separator: "; ")
      // Initials end in a full stop already.
      try sink("Only: \(filters)\(filters.hasSuffix(".") ? "" : ".")\n")
    }
    try sink("From line \(heading.position) of the log, whose hash is `\(heading.headHash)`.\n")
    if !document.leftOut.isEmpty {
      try sink("Left out: \(document.leftOut.joined(separator: "; ")).\n")
    }
  }

  private static func writeStatuses(
    of document: Document,
    to sink: (String) throws -> Void
  ) throws {
    guard !document.statuses.isEmpty else { return }
    try sink("\n## Status\n\n| Person | Liberty | Since | Last heard | Current | Source | Note |\n")
    try sink("|---|---|---|---|---|---|---|\n")
    for standing in document.statuses {
      let cells = [
        standing.name, standing.liberty, standing.since, standing.lastHeard, standing.isCurrent,
        standing.sources.joined(separator: "; "), standing.notes.joined(separator: "; "),
      ]
      try sink("| \(cells.map(MarkdownText.escaped).joined(separator: " | ")) |\n")
    }
  }

  private static func item(_ entry: Entry, _ footnotes: inout Footnotes) -> String {
    var line = "- **\(MarkdownText.escaped(DateWords.words(of: entry.happening.date)))** "
    line += MarkdownText.escaped(entry.title)
    if entry.isPossible { line += " *(possibly: the dates do not decide)*" }
    if entry.isPlanned { line += " *(ahead)*" }
    switch entry.happening.certainty {
    case .confirmed, .reported: break
    case .believed, .disputed: line += " *(\(entry.happening.certainty.rawValue))*"
    }
    for account in entry.accounts { line += " *(\(MarkdownText.escaped(account.words)))*" }
    for source in entry.sources { line += "[^\(footnotes.number(of: source))]" }
    line += "\n"
    // A paragraph of its own; without the blank line, Markdown would run it into the title.
    for paragraph in entry.text.map(paragraphs) ?? [] { line += "\n  \(paragraph)\n" }
    return line
  }

  private static func paragraphs(of text: String) -> [String] {
    text.unicodeScalars.split { MarkdownText.breaksLine($0) }
      .map { MarkdownText.escaped(String($0)) }.filter { !$0.isEmpty }
  }

  /// The year and month under which an event stands.
  private struct Section: Equatable {
    let year: String
    /// Nil where the date is no more exact than a year.
    let month: String?

    init(of entry: Entry) {
      let beginning = entry.happening.beginning
      guard let day = beginning.earliest ?? beginning.latest else {
        year = "Undated"
        month = nil
        return
      }
      let civil = day.civil
      year = String(civil.year)
      let last = beginning.latest?.civil
      let isInOneMonth = last.map { $0.year == civil.year && $0.month == civil.month } ?? false
      month =
        beginning.earliest == nil || isInOneMonth ? DateWords.months[civil.month - 1] : nil
    }

    func heading(after other: Section?) -> String {
      var heading = ""
      let isNewYear = other?.year != year
      if isNewYear { heading += "\n## \(year)\n" }
      // Within a year, what is known no more exactly can come after what is.
      if let name = month ?? (isNewYear ? nil : "In the course of the year") {
        heading += "\n### \(name)\n"
      }
      return heading + "\n"
    }
  }

  /// The sources in the order in which they are first cited.
  private struct Footnotes {
    private var numbers: [Entry.Source: Int] = [:]
    private var sources: [Entry.Source] = []
    /// How many were written already.
    private let written: Int

    init(written: Int = 0) {
      self.written = written
    }

    var count: Int { sources.count }

    mutating func number(of source: Entry.Source) -> Int {
      if let number = numbers[source] { return number }
      sources.append(source)
      numbers[source] = written + sources.count
      return written + sources.count
    }

    /// Writes them; whoever cites a source after that gives it another number.
    mutating func end(to sink: (String) throws -> Void) throws {
      if !sources.isEmpty { try sink("\n") }
      for (index, source) in sources.enumerated() {
        try sink("[^\(written + index + 1)]: \(MarkdownText.escaped(source.words))\n")
      }
      self = Footnotes(written: written + sources.count)
    }
  }
}

extension Entry.Account {
  /// `another account differs in date and title: Letter of 3 May`.
  fileprivate var words: String {
    var words = "another account "
    let names = differences.map { $0.replacing("details.", with: "") }
    words += names.isEmpty ? "agrees" : "differs in \(names.joined(separator: ", "))"
    return sources.isEmpty ? words : words + ": " + sources.joined(separator: "; ")
  }
}
