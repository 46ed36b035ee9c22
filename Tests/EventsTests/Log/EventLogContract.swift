import Testing

@testable import Events

/// What every log must do, wherever its lines are kept.
@Suite struct EventLogContract {
  @Test(arguments: Backend.allCases) func `an empty log has no lines`(_ backend: Backend) throws {
    let log = try backend.log()
    #expect(try log.lines().isEmpty)
    #expect(try log.end() == .start)
  }

  @Test(arguments: Backend.allCases, [1, 2, 1000])
  func `a batch is read as it was appended`(_ backend: Backend, count: Int) throws {
    let log = try backend.log()
    let appended = try log.append((1...count).map { .arrest("e-\($0)") })
    let lines = try log.lines()
    #expect(lines.map(\.bytes) == appended.lines.map(\.bytes))
    #expect(lines.map(\.hash) == appended.lines.map(\.hash))
    #expect(lines.map(\.line.position.number) == Array(1...count))
    #expect(lines.map(\.line.hasMore) == Array(repeating: true, count: count - 1) + [false])
    #expect(lines.allSatisfy { $0.faults.isEmpty })
  }
}
