import Events
import Projections

/// The status of many people as a table, with its sums.
struct StatusReport {
  private let statuses: [DetentionStatus]
  private let question: Question

  init(_ statuses: [DetentionStatus], _ question: Question) {
    self.statuses = statuses
    self.question = question
  }

  func print(to printer: inout Printer, width: Int = Outside.current.columns) {
    printer.line(question.statement)
    printer.line()
    if statuses.isEmpty { return printer.line("Nobody.") }
    var table = TextTable([
      .init("NAME", yields: true), .init("STATE"), .init("SINCE"), .init("SOURCE", yields: true),
    ])
    for status in statuses {
      table.add([
        question.record.registry.displayName(of: status.person), state(of: status),
        status.since.map(\.text) ?? "", status.sources.map(\.text).joined(separator: ", "),
      ])
    }
    for line in table.lines(width: width) { printer.line(line) }
  }

  private func state(of status: DetentionStatus) -> String {
    status.liberty.rawValue
  }
}
