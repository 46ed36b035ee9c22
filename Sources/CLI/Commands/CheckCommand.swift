import ArgumentParser
import Events
import Projections

/// `annals check`: what is wrong with the record, or does not fit together.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "What is wrong with the record, or does not fit together.",
    discussion: """
      Looks at vocabulary, references, facts without source, and anomalies. Ends with 65 on \
      errors, with --strict also on anomalies; warnings, notes and suggestions never fail. Whether \
      the lines are as they were written is for `annals verify`.

      EXAMPLES
        annals check --strict
        annals check --format jsonl
      """
  )

  @Flag(help: "End with 65 on anomalies, too.")
  var strict = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let question = try Question(log, clocks)
    let findings = question.record.check(asOf: question.asOf)
    let answer = Answer(question: question, format: format.format)
    try answer.print(findings) { printer in
      for finding in findings {
        let place = finding.line.map { "\(question.log):\($0): " } ?? ""
        let text = "\(place)\(finding.level.rawValue): \(finding.kind): \(finding.text)"
        let fails = finding.level == .error || finding.level == .anomaly
        for line in Paragraph.lines(text, width: Outside.current.columns) {
          printer.line(fails ? Ink.output.alarm(line) : line)
        }
      }
      if !findings.isEmpty { printer.line() }
      for line in Paragraph.lines(sum(findings), width: Outside.current.columns) {
        printer.line(line)
      }
    }
    let fails = findings.contains { $0.level == .error || (strict && $0.level == .anomaly) }
    if fails { throw ExitCode(ExitStatus.inputRefused.rawValue) }
  }

  private func sum(_ findings: [Finding]) -> String {
    let parts = Finding.Level.allCases.map { level in
      Brief.count(findings.filter { $0.level == level }.count, level.rawValue, level.plural)
    }
    return parts.joined(separator: ", ") + "."
  }
}

extension Finding.Level {
  fileprivate var plural: String {
    switch self {
    case .error: "errors"
    case .anomaly: "anomalies"
    case .warning: "warnings"
    case .note: "notes"
    case .suggestion: "suggestions"
    }
  }
}
