import Events
import Projections

/// A timeline by year: when, what, and on whose word.
struct TimelineReport {
  let timeline: Timeline
  let width: Int
  private static let dateColumns = 18

  init(_ timeline: Timeline, width: Int = Outside.current.columns) {
    self.timeline = timeline
    self.width = width
  }

  func print(to printer: inout Printer) {
    if timeline.entries.isEmpty { return printer.line("Nothing that fits is recorded.") }
    var heading: String?
    for entry in timeline.entries {
      let year = self.heading(of: entry)
      if year != heading {
        if heading != nil { printer.line() }
        printer.line(Ink.output.heading(year))
        heading = year
      }
      for line in lines(of: entry) { printer.line(line) }
    }
    printer.line()
    printer.line(sum)
  }

  private func heading(of entry: TimelineEntry) -> String {
    let beginning = entry.happening.beginning
    guard let day = beginning.earliest ?? beginning.latest else { return "Undated" }
    return String(day.civil.year)
  }

  private func lines(of entry: TimelineEntry) -> [String] {
    let happening = entry.happening
    var text = happening.title ?? happening.kind
    if entry.isPossible { text += " (possibly: the dates do not decide)" }
    if entry.isPlanned { text += " (ahead)" }
    switch happening.certainty {
    case .reported, .confirmed: break
    case .believed, .disputed: text += " (\(happening.certainty.rawValue))"
    }
    if !happening.sources.isEmpty {
      text += " [\(Brief.citations(happening.sources))]"
    }
    for difference in entry.differences { text += " (\(difference.words))" }
    return Paragraph.hanging(
      "  " + Brief.date(happening.date.verbatim),
      text,
      indent: TimelineReport.dateColumns,
      width: width
    )
  }

  private var sum: String {
    let possible = timeline.entries.filter(\.isPossible).count
    return Brief.count(timeline.entries.count, "event")
      + (possible == 0 ? "." : ", of which \(possible) only possibly by then.")
  }
}

extension AccountDifference {
  /// That there is another account, in what it differs, and on whose word.
  fileprivate var words: String {
    var text = "other account \(event)"
    if members.isEmpty {
      text += " says the same"
    } else {
      let names = members.map { $0.hasPrefix("details.") ? String($0.dropFirst(8)) : $0 }
      text += " differs in \(names.joined(separator: ", "))"
    }
    return text + (sources.isEmpty ? "" : " [\(sources.map(\.text).joined(separator: ", "))]")
  }
}
