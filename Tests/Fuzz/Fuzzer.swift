/// Executes a target again and again, and keeps the inputs that took a course of their own.
struct Fuzzer {
  /// What came of a target.
  struct Report {
    let name: String
    var executions = 0
    var longest = 0
    var courses = 0
    var seconds = 0.0
    /// The longest that one execution took.
    var slowest = Duration.zero
    var violation: Violation?

    var line: String {
      let rate = seconds > 0 ? Int(Double(executions) / seconds) : 0
      return "\(name): \(executions) executions, \(rate) a second, \(courses) courses, "
        + "slowest \(Int(slowest / .microseconds(1))) µs, longest input \(longest) bytes, "
        + "memory \(Usage.peakMebibytes) MiB"
    }
  }

  private static let poolMax = 1024
  /// Longer inputs are tried once: they would take the time of many others.
  private static let keptBytesMax = 4096

  private let target: FuzzTarget
  private var mutator: Mutator
  private var pool: [[UInt8]]
  private var courses: Set<Int> = []

  init(_ target: FuzzTarget, seed: UInt64) {
    self.target = target
    mutator = Mutator(seed: seed)
    pool = target.seeds
  }

  mutating func run(executions: Int) -> Report {
    var report = Report(name: target.name)
    let start = ContinuousClock.now
    for execution in 0..<executions {
      // The seeds come first, as they are.
      let input = execution < target.seeds.count ? target.seeds[execution] : mutant()
      report.executions += 1
      report.longest = max(report.longest, input.count)
      InFlight.begin(input, number: execution)
      let begun = ContinuousClock.now
      do {
        let course = try target.execute(input)
        let taken = ContinuousClock.now - begun
        if taken > report.slowest { report.slowest = max(report.slowest, try again(input, taken)) }
        if courses.insert(course).inserted, execution >= target.seeds.count { keep(input) }
      } catch {
        report.violation = error
        break
      }
    }
    InFlight.end()
    report.courses = courses.count
    report.seconds = (ContinuousClock.now - start) / .seconds(1)
    return report
  }

  /// How long an execution takes that took `first`; other programs may have held the first one up.
  private func again(_ input: [UInt8], _ first: Duration) throws(Violation) -> Duration {
    let begun = ContinuousClock.now
    _ = try target.execute(input)
    return min(first, ContinuousClock.now - begun)
  }

  private mutating func mutant() -> [UInt8] {
    var input = mutator.mutant(of: pool)
    target.reshape?(&input, &mutator.chance)
    return input
  }

  private mutating func keep(_ input: [UInt8]) {
    guard input.count <= Fuzzer.keptBytesMax else { return }
    if pool.count < Fuzzer.poolMax {
      pool.append(input)
    } else {
      // The seeds stay.
      let first = min(target.seeds.count, Fuzzer.poolMax - 1)
      pool[first + mutator.chance.roll(pool.count - first)] = input
    }
  }
}
