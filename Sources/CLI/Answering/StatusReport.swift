import Events
import Projections

/// The status of many people as a table by state, with sums.
struct StatusReport {
  /// Whose number the sums give.
  enum Sums {
    /// Everybody's, whoever of them is shown.
    case everybody([DetentionStatus])
    /// Those who are shown, where they are several.
    case shown
  }

  private let statuses: [DetentionStatus]
  private let sums: Sums
  private let question: Question
  private let width: Int

  init(
    _ statuses: [DetentionStatus],
    _ sums: Sums,
    _ question: Question,
    width: Int = Outside.current.columns
  ) {
    self.statuses = statuses
    self.sums = sums
    self.question = question
    self.width = width
  }

  func print(to printer: inout Printer) {
    for (index, group) in groups.enumerated() {
      if index > 0 { printer.line() }
      let title = "\(group.title) (\(group.statuses.count))"
      for line in Paragraph.lines(title, width: width) { printer.line(Ink.output.heading(line)) }
      for line in table(group.statuses) { printer.line("  " + line) }
    }
    printSums(to: &printer)
    printNotes(to: &printer)
  }

  // MARK: Groups

  private struct Group {
    let title: String
    let statuses: [DetentionStatus]
  }

  private var groups: [Group] {
    var groups: [Group] = []
    let persons = statuses.filter { !$0.isGroup }
    let order = LibertyState.held + LibertyState.allCases.filter { !$0.isHeld && $0 != .unknown }
    for isCurrent in [true, false] {
      for state in order {
        let title = StatusReport.title(of: state)
        groups.append(
          Group(
            title: isCurrent ? title : "Last known: \(title.lowercasedFirst)",
            statuses: persons.filter { $0.liberty == state && $0.isCurrent == isCurrent }
          )
        )
      }
    }
    let unknown = persons.filter { $0.liberty == .unknown }
    groups.append(Group(title: StatusReport.title(of: .unknown), statuses: unknown))
    let collective = statuses.filter(\.isGroup)
    groups.append(Group(title: "Groups, which enter no number", statuses: collective))
    return groups.filter { !$0.statuses.isEmpty }
  }

  static func title(of state: LibertyState) -> String {
    switch state {
    case .inCustody: "In custody, the source does not say on what basis"
    case .unknown: "Liberty unknown"
    case .conditional: "Conditional: suspended sentence, parole or restriction"
    case .bail: "On bail or another non-custodial measure"
    default: Brief.words(state.rawValue).uppercasedFirst
    }
  }

  private func table(_ statuses: [DetentionStatus]) -> [String] {
    let isHeldLonger = statuses.contains { $0.isHeld && $0.heldSince != $0.since }
    let isStale = statuses.contains { !$0.isCurrent && $0.lastEvidence != nil }
    let hasEnd = statuses.contains { $0.expectedEnd != nil }
    var columns = [TextTable.Column("NAME", yields: true), .init("SINCE")]
    if isHeldLonger { columns.append(.init("HELD SINCE")) }
    if isStale { columns.append(.init("LAST HEARD")) }
    if hasEnd { columns.append(.init("DUE OUT")) }
    columns.append(.init("SOURCE", yields: true))
    var table = TextTable(columns)
    for status in statuses {
      var cells = [
        question.name(of: status.person) + mark(of: status),
        status.isGroup ? "" : status.since.map(Brief.date) ?? "",
      ]
      if isHeldLonger { cells.append(status.heldSince.map(Brief.date) ?? "") }
      if isStale { cells.append(status.lastEvidence?.description ?? "") }
      if hasEnd { cells.append(status.expectedEnd.map(StatusReport.words) ?? "") }
      cells.append(status.sources.map(\.text).joined(separator: ", "))
      table.add(cells)
    }
    return table.lines(width: width - 2)
  }

  static func words(_ end: ExpectedEnd) -> String {
    guard let earliest = end.earliest, earliest != end.latest else {
      return end.earliest == nil ? "by \(end.latest)" : end.latest.description
    }
    return "\(earliest)–\(end.latest)"
  }

  /// Points to the notes below: something does not fit, or something else is possible.
  private func mark(of status: DetentionStatus) -> String {
    notes(of: status).isEmpty ? "" : " *"
  }

  // MARK: Sums

  private func printSums(to printer: inout Printer) {
    let lines: [String]
    switch sums {
    case .everybody(let all): lines = StatusReport.sums(of: all.filter { !$0.isGroup })
    case .shown:
      guard statuses.count > 1 else { return }
      lines = StatusReport.sums(of: statuses.filter { !$0.isGroup }).map {
        "Of these, \($0.lowercasedFirst)"
      }
    }
    if !statuses.isEmpty { printer.line() }
    for sum in lines {
      for line in Paragraph.lines(sum, width: width) { printer.line(line) }
    }
  }

  /// The two figures of the held, and those who are counted apart.
  private static func sums(of statuses: [DetentionStatus]) -> [String] {
    let held = statuses.filter(\.isHeld)
    let current = held.filter(\.isCurrent)
    let old = held.filter { !$0.isCurrent }
    var lines: [String] = []
    if !current.isEmpty {
      lines.append("Held: \(current.count) (\(parts(of: current))).")
    } else if old.isEmpty {
      lines.append("Held: nobody is recorded to be.")
    } else {
      lines.append("Held: nobody is confirmed to be.")
    }
    if !old.isEmpty {
      lines.append(
        "Last known held, not confirmed since \(lastConfirmed(old)): \(old.count) "
          + "(\(parts(of: old)))."
      )
    }
    let apart = LibertyState.allCases.filter(\.isCountedApart).map { state in
      let members = statuses.filter { $0.liberty == state }
      let old = members.filter { !$0.isCurrent }.count
      return "\(Brief.words(state.rawValue)) \(members.count)"
        + (old > 0 ? " (\(old) not confirmed)" : "")
    }
    lines.append("Counted apart: \(apart.joined(separator: ", ")).")
    return lines
  }

  /// The last day on which any of them was heard of; `or before`, where others were not.
  private static func lastConfirmed(_ statuses: [DetentionStatus]) -> String {
    let days = statuses.map(\.lastEvidence)
    guard let last = days.compactMap(\.self).max() else { return "their beginning" }
    return days.allSatisfy { $0 == last } ? "\(last)" : "\(last) or before"
  }

  private static func parts(of statuses: [DetentionStatus]) -> String {
    LibertyState.held.compactMap { state in
      let count = statuses.filter { $0.liberty == state }.count
      return count == 0 ? nil : "\(count) \(Brief.words(state.rawValue))"
    }.joined(separator: ", ")
  }

  // MARK: Notes

  private func printNotes(to printer: inout Printer) {
    let noted = statuses.map { ($0, notes(of: $0)) }.filter { !$0.1.isEmpty }
    guard !noted.isEmpty else { return }
    printer.line()
    for (status, notes) in noted {
      let name = question.name(of: status.person)
      for note in notes {
        let lines = Paragraph.lines("* \(name): \(note)", width: width - 2)
        for (index, line) in lines.enumerated() {
          printer.line(Ink.output.alarm(index == 0 ? line : "  " + line))
        }
      }
    }
  }

  private func notes(of status: DetentionStatus) -> [String] {
    var notes: [String] = []
    if !status.possibly.isEmpty {
      let others = status.possibly.map { Brief.words($0.rawValue) }.joined(separator: ", ")
      notes.append("possibly \(others): the dates do not decide")
    }
    if status.certainty == .disputed { notes.append("rests on a disputed event") }
    for anomaly in status.anomalies where anomaly.level == .anomaly {
      notes.append(
        "\(anomaly.kind.rawValue): \(anomaly.text) "
          + "[\(anomaly.events.map(\.text).joined(separator: ", "))]"
      )
    }
    return notes
  }
}

extension String {
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
