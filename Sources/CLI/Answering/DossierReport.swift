import Events
import Projections

/// A person's dossier on the terminal.
struct DossierReport {
  private let dossier: Dossier
  private let answer: Answer
  private let width = Outside.current.columns

  init(_ dossier: Dossier, _ answer: Answer) {
    self.dossier = dossier
    self.answer = answer
  }

  func print(to printer: inout Printer) {
    printer.line(Shown.line("\(dossier.name) (\(dossier.person))"))
    let others = dossier.names.map(\.text).filter { $0 != dossier.name }
    if !others.isEmpty { line("also", others.joined(separator: ", "), to: &printer) }
    printer.line()
    printStatus(to: &printer)
    printSpells(to: &printer)
    printer.line()
    printer.line("Timeline")
    TimelineReport(dossier.timeline, width: width).print(to: &printer)
    if !dossier.demands.isEmpty {
      printer.line()
      printer.line("Demands")
      DemandsReport(dossier.demands, answer).print(to: &printer)
    }
    if !dossier.related.isEmpty {
      printer.line()
      printer.line("Related")
      for entry in dossier.related {
        printer.line("  " + Shown.line("\(answer.name(entry.person)) (\(entry.how))"))
      }
    }
  }

  private func line(_ label: String, _ text: String, to printer: inout Printer) {
    for line in Paragraph.hanging(label, text, indent: 14, width: width) { printer.line(line) }
  }

  private func printStatus(to printer: inout Printer) {
    let status = dossier.status
    guard !status.isGroup else {
      printer.line("A group: it has no liberty of its own, and enters no number.")
      return printOtherAxes(of: status, to: &printer)
    }
    var state = Brief.words(status.liberty.rawValue)
    if let since = status.since { state += ", since \(Brief.date(since.text))" }
    if status.isHeld, let held = status.heldSince, held != status.since {
      state += " (held since \(Brief.date(held.text)))"
    }
    line("liberty", state, to: &printer)
    if let day = status.lastEvidence {
      line(
        "last heard",
        status.isCurrent ? day.description : "\(day): not confirmed since, may have changed",
        to: &printer
      )
    }
    if !status.possibly.isEmpty {
      line(
        "possibly",
        status.possibly.map { Brief.words($0.rawValue) }.joined(separator: ", "),
        to: &printer
      )
    }
    if let end = status.expectedEnd {
      let how = end.isEstimated ? ", the start of the term is estimated" : ""
      line("due out", StatusReport.words(end) + how, to: &printer)
    } else if let reason = status.endReason {
      line("due out", "cannot be computed: \(reason)", to: &printer)
    }
    if let place = status.place { line("place", answer.name(place), to: &printer) }
    if let certainty = status.certainty { line("certainty", certainty.rawValue, to: &printer) }
    if !status.basis.isEmpty {
      line("rests on", status.basis.map(\.text).joined(separator: ", "), to: &printer)
    }
    printOtherAxes(of: status, to: &printer)
    for anomaly in status.anomalies {
      line(
        anomaly.level.rawValue,
        "\(anomaly.kind.rawValue): \(anomaly.text) "
          + "[\(anomaly.events.map(\.text).joined(separator: ", "))]",
        to: &printer
      )
    }
  }

  private func printOtherAxes(of status: DetentionStatus, to printer: inout Printer) {
    if status.process != .none { line("process", status.process.rawValue, to: &printer) }
    for restriction in status.restrictions {
      let until = restriction.until.map { " until \(Brief.date($0))" } ?? ""
      line(
        "restriction",
        "\(Brief.words(restriction.what)), since \(Brief.date(restriction.since.text))\(until)",
        to: &printer
      )
    }
    for recognition in status.recognition {
      let by = recognition.by.map { by in
        " by \(EntityID(by).map { answer.name($0) } ?? by)"
      }
      line(
        "recognition",
        "\(Brief.words(recognition.what))\(by ?? ""), since \(Brief.date(recognition.since.text))",
        to: &printer
      )
    }
  }

  private func printSpells(to printer: inout Printer) {
    guard dossier.status.spells.count > 1 else { return }
    printer.line()
    printer.line("Spells")
    for spell in dossier.status.spells {
      let to = spell.to.map { Brief.date($0.text) } ?? "…"
      printer.line(
        "  \(Brief.words(spell.liberty.rawValue)): \(Brief.date(spell.from.text)) – \(to)"
      )
    }
  }
}
