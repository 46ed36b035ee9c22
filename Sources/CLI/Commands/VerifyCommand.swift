import ArgumentParser
import Events
import Snapshot

/// `annals verify`: whether every line is as it was written.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that no line of the log was changed, lost or added.",
    discussion: """
      Reads all of the log and reports every damage with its line, its byte and what to do. Ends \
      with 76 if there is any; an append that was cut off is only a warning.

      Write down the position and the hash of the last line: whoever has them can tell later that \
      nothing before it was changed.

      EXAMPLES
        annals verify
        annals verify --format json
      """
  )

  @OptionGroup var format: FormatOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let place = try LogPlace(log)
    let found = try verification(of: FileLog(path: place.log))
    var printer = Printer()
    switch format.format {
    case .text: print(found, place, to: &printer)
    case .json, .jsonl: printer.line(json(found, place).written)
    case .csv: Rows(objects: [json(found, place)]).print(.csv, columns: columns, to: &printer)
    }
    try printer.finish()
    if let tail = found.tornTail { Notice.warn("\(place.log): \(tail)") }
    if !found.damages.isEmpty {
      throw Failure(.logDamaged, "\(place.log) is damaged; \(VerifyCommand.advice)")
    }
    try warnOfCut(place)
  }

  private static let advice =
    "keep this copy. Restore the log from a backup, or copy what is sound of it with "
    + "`annals salvage --to FILE`. Nothing was changed."

  /// No line shows that those after it were cut off; a snapshot that took them in does.
  private func warnOfCut(_ place: LogPlace) throws {
    do {
      try Snapshot.compare(place.snapshot, with: FileLog(path: place.log))
    } catch SnapshotError.rewritten(let snapshot, let point) {
      Notice.warn(
        "\(snapshot): this took in line \(point.position) with the hash \(point.hash), which "
          + "\(place.log) does not bear: lines were cut off its end, or it was rewritten. Compare "
          + "it with a backup; if it is right, run `annals rebuild`."
      )
    }
  }

  private func verification(of log: FileLog) throws -> LogVerification {
    let progress = Progress("Verifying \(Shown.line(log.path))")
    defer { progress.end() }
    return try log.verify(showing: progress)
  }

  private func print(_ found: LogVerification, _ place: LogPlace, to printer: inout Printer) {
    let counts = [
      Brief.count(found.counts.lines, "sound line"),
      "in \(Brief.count(found.counts.batches, "batch", "batches"))",
      found.counts.withheld > 0 ? "\(found.counts.withheld) of them withheld" : nil,
    ]
    let damages = found.damages.count
    printer.line(
      "\(Shown.line(place.log)): "
        + (damages == 0 ? "sound." : "damaged in \(Brief.count(damages, "place")).")
    )
    printer.line("  lines  \(counts.compactMap(\.self).joined(separator: ", "))")
    printer.line("  head   \(found.end.position) \(found.end.hash)")
    if damages > 0 { printer.line("         (the last line before the first damage)") }
    for damage in found.damages {
      printer.line()
      printer.line("\(Shown.line(place.log)):\(Shown.text(damage.description))")
    }
  }

  private var columns: [String] {
    ["log", "sound", "lines", "batches", "withheld", "head", "hash", "damages", "torn"]
  }

  private func json(_ found: LogVerification, _ place: LogPlace) -> JSON {
    [
      "log": .text(place.log),
      "sound": .boolean(found.damages.isEmpty),
      "lines": .integer(found.counts.lines),
      "batches": .integer(found.counts.batches),
      "withheld": .integer(found.counts.withheld),
      "head": .integer(found.end.position.number),
      "hash": .text(found.end.hash.description),
      "damages": .array(found.damages.map(\.json)),
      "torn": found.tornTail.map(\.json) ?? .null,
    ]
  }
}

extension Damage {
  var json: JSON {
    [
      "line": .integer(line),
      "byte": .integer(offset),
      "after": .integer(after.number),
      "text": .text(account),
    ]
  }
}

extension TornTail {
  fileprivate var json: JSON {
    [
      "after": .integer(after.number),
      "byte": .integer(offset),
      "bytes": .integer(byteCount),
      "text": .text(description),
    ]
  }
}
