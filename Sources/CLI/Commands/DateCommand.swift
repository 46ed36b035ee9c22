import ArgumentParser
import Events

/// `annals date`: what dates say, and how far they reach.
struct DateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "date",
    abstract: "Explain dates.",
    discussion: """
      Dates are EDTF (ISO 8601-2), as uncertain as their source left them. The earliest day is the \
      first possible one of the beginning, the latest the last possible one of the end.

      EXAMPLES
        annals date 2016-05~ '[..2017-10-07]' 2016/2017-03
        annals date --format json -- -0044-03-15
      """
  )

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The dates.", valueName: "edtf"))
  var dates: [String]

  @OptionGroup var format: FormatOptions

  func run() throws {
    let dates = dates.filter { $0 != "--" }
    let explained = dates.map(ExplainedDate.init)
    var printer = Printer()
    if format.format == .text {
      for (index, date) in explained.enumerated() {
        if index > 0 { printer.line() }
        for line in date.lines { printer.line(line) }
      }
    } else {
      Rows(objects: explained.map(\.json))
        .print(format.format, columns: ExplainedDate.columns, to: &printer)
    }
    try printer.finish()
    let bad = explained.count { $0.date == nil }
    if bad > 0 {
      throw Failure(
        .inputRefused,
        explained.count == 1
          ? "this is no date."
          : "\(bad) of \(explained.count) \(bad == 1 ? "is no date" : "are no dates")."
      )
    }
  }
}

/// A text that is or is not a date, with what it says.
struct ExplainedDate {
  let text: String
  let date: EDTF?
  let error: EDTFError?

  init(_ text: String) {
    self.text = text
    do {
      date = try EDTF(parsing: text)
      error = nil
    } catch {
      date = nil
      self.error = error
    }
  }

  static let columns = [
    "edtf", "valid", "level", "earliest", "latest", "approximate", "uncertain", "words", "error",
  ]

  var json: JSON {
    [
      "edtf": .text(text),
      "valid": .boolean(date != nil),
      "level": date.map { .integer($0.level) } ?? .null,
      "earliest": .optional(date?.beginning.earliest?.description),
      "latest": .optional(date?.end.latest?.description),
      "approximate": .boolean(date?.isApproximate ?? false),
      "uncertain": .boolean(date?.isUncertain ?? false),
      "words": .text(date?.words ?? "not a date"),
      "error": .optional(error?.description),
    ]
  }

  /// The explanation in aligned lines.
  var lines: [String] {
    guard let date else {
      return ["\(Shown.line(text))", "  not a date  \(error.map { "\($0)" } ?? "")"]
    }
    var marks: [String] = []
    if date.isApproximate { marks.append("approximate") }
    if date.isUncertain { marks.append("uncertain") }
    var lines = [
      Shown.line(text),
      "  in words   \(date.words)",
      "  earliest   \(date.beginning.earliest?.description ?? "open or unknown")",
      "  latest     \(date.end.latest?.description ?? "open or unknown")",
      "  qualified  \(marks.isEmpty ? "no" : marks.joined(separator: ", "))",
      "  level      \(date.level)",
    ]
    if !date.isWithinLogYears {
      lines.append("  note       the years of the record are 0000 to 9999")
    }
    return lines
  }
}
