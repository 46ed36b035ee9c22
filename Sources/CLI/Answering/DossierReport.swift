import Events
import Projections

/// A person's dossier on the terminal.
struct DossierReport {
  private let dossier: Dossier
  private let answer: Answer
  private let width = Outside.current.columns
  private static let labelColumns = 15

  init(_ dossier: Dossier, _ answer: Answer) {
    self.dossier = dossier
    self.answer = answer
  }

  func print(to printer: inout Printer) {
    printer.line(Ink.output.heading(Shown.line("\(dossier.name) (\(dossier.person))")))
    let others = dossier.names.filter { !$0.text.hasSameBytes(as: dossier.name) }
    for name in others {
      let kind = name.kind.map { " (\(Brief.words($0.rawValue)))" } ?? ""
      line("also", name.text + kind, to: &printer)
    }
    printer.line()
    printStatus(to: &printer)
    printSpells(to: &printer)
    printer.line()
    printer.line(Ink.output.heading("Timeline"))
    TimelineReport(dossier.timeline, width: width).print(to: &printer)
    if !dossier.demands.isEmpty {
      printer.line()
      printer.line(Ink.output.heading("Demands"))
      DemandsReport(dossier.demands, answer).print(to: &printer)
    }
    if !dossier.related.isEmpty {
      printer.line()
      printer.line(Ink.output.heading("Related"))
      for entry in dossier.related {
        printer.line("  " + Shown.line("\(answer.name(entry.person)) (\(entry.how))"))
      }
    }
  }

  private func line(_ label: String, _ text: String, to printer: inout Printer) {
    let lines = Paragraph.hanging(
      label,
      text,
      indent: DossierReport.labelColumns,
      width: width
    )
    for line in lines { printer.line(line) }
  }

  private func printStatus(to printer: inout Printer) {
    let status = dossier.status
    guard !status.isGroup else {
      printer.line("A group: it has no liberty of its own, and enters no number.")
      return printOtherAxes(of: status, to: &printer)
    }
    var state = Brief.words(status.liberty.rawValue)
    if let since = status.since { state += ", since \(Brief.since(since))" }
    if status.isHeld, let held = status.heldSince, held != status.since {
      state += " (held since \(Brief.since(held)))"
    }
    let isOld = status.liberty != .unknown && !status.isCurrent
    line(isOld ? "last known" : "liberty", state, to: &printer)
    if let day = status.lastEvidence {
      line(
        "last heard of",
        isOld ? "\(day); not confirmed since, and may have changed" : day.description,
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
      let lines = Paragraph.hanging(
        anomaly.level.rawValue,
        "\(anomaly.kind.rawValue): \(anomaly.text) "
          + "[\(anomaly.events.map(\.text).joined(separator: ", "))]",
        indent: DossierReport.labelColumns,
        width: width
      )
      for line in lines {
        printer.line(anomaly.level == .anomaly ? Ink.output.alarm(line) : line)
      }
    }
  }

  private func printOtherAxes(of status: DetentionStatus, to printer: inout Printer) {
    if status.process != .none {
      line("process", Brief.words(status.process.rawValue), to: &printer)
    }
    for restriction in status.restrictions {
      let until = restriction.until.map { " until \(Brief.date($0))" } ?? ""
      line(
        "restriction",
        "\(Brief.words(restriction.what)), since \(Brief.since(restriction.since))\(until)",
        to: &printer
      )
    }
    for recognition in status.recognition {
      let by = recognition.by.map { by in
        " (\(EntityID(by).map { answer.name($0) } ?? by))"
      }
      line(
        "recognition",
        "\(Brief.words(recognition.what))\(by ?? ""), "
          + "since \(Brief.since(recognition.since))",
        to: &printer
      )
    }
  }

  private func printSpells(to printer: inout Printer) {
    guard dossier.spells.count > 1 else { return }
    printer.line()
    printer.line(Ink.output.heading("Spells"))
    for spell in dossier.spells {
      let to = spell.to.map { Brief.date($0.text) } ?? "…"
      printer.line(
        "  \(Brief.words(spell.liberty.rawValue)): \(Brief.date(spell.from.text)) – \(to)"
      )
    }
  }
}
