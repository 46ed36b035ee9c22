import Events

/// What a salvage found and did.
struct SalvageReport {
  let log: String
  let files: SalvageFiles
  let found: Salvage

  func print(_ format: RowFormat, to printer: inout Printer) {
    switch format {
    case .text: print(to: &printer)
    case .json, .jsonl: printer.line(json.written)
    case .csv: Rows(objects: [json]).print(.csv, columns: columns, to: &printer)
    }
  }

  private func print(to printer: inout Printer) {
    let places = found.damages.count
    let state = places == 0 ? "sound." : "damaged in \(Brief.count(places, "place"))."
    printer.line("\(Shown.line(log)): \(state)")
    for damage in found.damages {
      printer.line()
      printer.line("\(Shown.line(log)):\(Shown.line(damage.finding))")
    }
    printer.line()
    printer.line(Shown.line(files.log))
    let batches = Brief.count(found.copied.batches, "batch", "batches")
    let whole = found.isComplete ? "; this is all of it" : ""
    printer.line("  copied    \(Brief.count(found.copied.lines, "line")), in \(batches)\(whole)")
    printer.line("  head      \(found.end.position) \(found.end.hash)")
    if found.setAsideCount > 0 { printDrafts(to: &printer) }
    if let leftOut { printer.line("left out    \(leftOut)") }
    if found.setAsideCount > 0 {
      printer.line()
      printer.line("Look at the drafts, take out what should not be recorded, then run")
      printer.line(
        "  annals --log \(ShellWord(files.log)) append --jsonl \(ShellWord(files.drafts))"
      )
    }
  }

  private func printDrafts(to printer: inout Printer) {
    printer.line(Shown.line(files.drafts))
    // What is untested may be anything.
    let line = found.untested.isEmpty ? "sound line" : "line"
    let count = Brief.count(found.setAsideCount, line)
    let follows = found.setAsideCount == 1 ? "follows" : "follow"
    printer.line("  drafts    \(count) that no longer \(follows) in the chain")
    for place in found.untested {
      printer.line(
        "  untested  line \(place.position), at \(Shown.line(log)):\(place.line) "
          + "(byte \(place.offset)): the line before it is lost or may have changed, so it cannot "
          + "be told whether this one did"
      )
    }
  }

  /// What is in neither file, in words; nil if there is nothing.
  private var leftOut: String? {
    let parts = [
      (found.lostCount, "damaged line", "damaged lines"),
      (found.missingCount, "missing line", "missing lines"),
      (found.withheldLeftOut, "withheld line", "withheld lines"),
      (found.tornBytes, "byte at the end", "bytes at the end"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { Brief.count($0.0, $0.1, $0.2) }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private var columns: [String] {
    [
      "log", "sound", "to", "copied", "batches", "head", "hash", "complete", "drafts", "drafted",
      "lost", "missing", "withheld", "torn_bytes",
    ]
  }

  private var json: JSON {
    [
      "log": .text(log),
      "sound": .boolean(found.damages.isEmpty),
      "to": .text(files.log),
      "copied": .integer(found.copied.lines),
      "batches": .integer(found.copied.batches),
      "head": .integer(found.end.position.number),
      "hash": .text(found.end.hash.description),
      "complete": .boolean(found.isComplete),
      "drafts": found.setAsideCount > 0 ? .text(files.drafts) : .null,
      "drafted": .integer(found.setAsideCount),
      "untested": .array(found.untested.map(\.json)),
      "lost": .integer(found.lostCount),
      "missing": .integer(found.missingCount),
      "withheld": .integer(found.withheldLeftOut),
      "torn_bytes": .integer(found.tornBytes),
      "damages": .array(found.damages.map(\.json)),
    ]
  }
}

extension Salvage.Place {
  fileprivate var json: JSON {
    ["line": .integer(line), "byte": .integer(offset), "n": .integer(position.number)]
  }
}
