import ArgumentParser
import Foundation

/// Feeds the readers of annals with what nobody should write, the same for the same seed.
@main
struct Fuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Feed the readers of annals with what nobody should write.",
    discussion: """
      Every target takes its share of the executions. Ends with 1 if something that must hold does \
      not, if one execution takes more than a second, or if the memory grows beyond the limit; the \
      input is printed, and repeated with --replay.
      """
  )

  @Option(help: "Where the numbers begin; the same seed gives the same inputs.")
  var seed: UInt64 = 1

  @Option(help: "How many in all.")
  var executions = 70_000

  @Option(help: "This target only.")
  var target: String?

  @Option(help: "Lines of this log as further inputs.")
  var log: String?

  @Option(help: "One input in hexadecimal digits, for the target.")
  var replay: String?

  @Option(help: "The most memory that the program may use, in MiB.")
  var memory = 512

  @Flag(help: "Print the names of the targets.")
  var list = false

  private static let executionSecondsMax = 1.0

  func run() throws {
    let targets = try FuzzTarget.all(Corpus(log: log)).filter {
      target == nil || $0.name == target
    }
    if targets.isEmpty { throw ValidationError("there is no target \(target ?? "")") }
    if list {
      for target in targets { print(target.name) }
      return
    }
    InFlight.tellOfCrashes()
    InFlight.watch(seconds: Fuzz.executionSecondsMax)
    if let replay { return try repeatInput(replay, targets) }
    var failed = false
    for target in targets {
      var fuzzer = Fuzzer(target, seed: seed)
      let report = fuzzer.run(executions: executions / targets.count)
      print(report.line)
      if let violation = report.violation {
        InFlight.tellOfViolation()
        print("\(target.name): FAILED: \(violation.what)")
        failed = true
      }
      if Usage.peakMebibytes > memory {
        print("\(target.name): FAILED: memory beyond \(memory) MiB")
        failed = true
      }
    }
    if failed { throw ExitCode(1) }
  }

  private func repeatInput(_ digits: String, _ targets: [FuzzTarget]) throws {
    let characters = Array(digits)
    let input = stride(from: 0, to: characters.count - 1, by: 2).compactMap {
      UInt8(String(characters[$0...($0 + 1)]), radix: 16)
    }
    for target in targets {
      InFlight.begin(input, number: 0)
      do {
        print("\(target.name): \(try target.execute(input))")
      } catch {
        print("\(target.name): FAILED: \(error.what)")
        throw ExitCode(1)
      }
    }
  }
}

extension FuzzTarget {
  /// Every target, in the order of the flow.
  static func all(_ corpus: Corpus) throws -> [FuzzTarget] {
    [
      try .dates(corpus), try .durations(corpus), try .json(corpus), try .patches(corpus),
      try .drafts(corpus), try .lines(corpus), try .logs(corpus),
    ]
  }
}
