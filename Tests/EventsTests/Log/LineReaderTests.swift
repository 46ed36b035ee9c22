import Dispatch
import Synchronization
import Testing

@testable import Events

/// Lines of every length come back as they were written, wherever a piece of the log ends.
@Suite struct LineReaderTests {
  private static let piece = 1 << 17

  /// Lengths of titles: short ones, and those about the length of a piece and of the longest line.
  private static func lengths(_ seed: UInt64) -> [Int] {
    var numbers = SeededNumbers(state: seed)
    return (0..<12).map { _ in
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: Int.random(in: 1...300, using: &numbers)
      case 1: 5_000
      case 2: 90_000
      case 3: piece + Int.random(in: -400...400, using: &numbers)
      case 4: 3 * piece
      default: Int.random(in: 1...1_000_000, using: &numbers)
      }
    }
  }

  private static func log(titlesOf lengths: [Int]) throws -> (bytes: [UInt8], titles: [String]) {
    let titles = lengths.enumerated().map { number, length in
      String(repeating: "\(number % 10)", count: length)
    }
    let log = MemoryLog()
    let writer = try log.writer(timeoutMilliseconds: 0)
    defer { writer.close() }
    for title in titles {
      var content = Content(kind: "health")
      content.title = title
      _ = try writer.append([Draft(content: content)], sealing: .counting())
    }
    return (log.bytes, titles)
  }

  @Test(arguments: [[196_000, 196_000, 196_000, 196_000], [140_000, 400_000, 100]])
  func `long lines one after the other are read whole`(lengths: [Int]) throws {
    try LineReaderTests.expectWhole(lengths)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `every line is read as it was written`(seed: UInt64) throws {
    try LineReaderTests.expectWhole(LineReaderTests.lengths(seed))
  }

  private static func expectWhole(_ lengths: [Int]) throws {
    let (bytes, titles) = try log(titlesOf: lengths)
    for isTerminated in [true, false] {
      let log = MemoryLog(isTerminated ? bytes : bytes.dropLast())
      var cursor = try log.lines(after: .start)
      var read: [String?] = []
      while let line = try cursor.next() {
        guard case .event(let event) = line.line else { continue }
        read.append(event.title)
      }
      let isSame = read == titles
      #expect(isSame, "\(lengths), read \(read.count)")
      #expect(try log.verify { _ in }.damages.isEmpty, "\(lengths)")
      let end = LogEnd(offset: log.bytes.count + (isTerminated ? 0 : 1))
      let reader = LineReader(BytesInMemory(log.bytes, name: "log"), after: .start, to: end)
      #expect(try LineReaderTests.skimmed(reader) == lengths.count, "\(lengths)")
    }
  }

  private static func skimmed(_ reader: LineReader) throws -> Int {
    var reader = reader
    var count = 0
    while try reader.skim() != nil { count += 1 }
    return count
  }

  @Test(.timeLimit(.minutes(1)))
  func `a log is read where no other thread is free`() throws {
    let (bytes, titles) = try LineReaderTests.log(titlesOf: Array(repeating: 900, count: 600))
    let isOver = DispatchSemaphore(value: 0)
    let busyCount = 600
    for _ in 0..<busyCount { DispatchQueue.global().async { isOver.wait() } }
    defer { for _ in 0..<busyCount { isOver.signal() } }
    var cursor = try MemoryLog(bytes).lines(after: .start)
    var count = 0
    while try cursor.next() != nil { count += 1 }
    #expect(count == titles.count)
  }

  @Test(arguments: [0, 1, 200])
  func `a log that was cut while it was read is damaged`(cutCount: Int) throws {
    let (bytes, titles) = try LineReaderTests.log(titlesOf: [900, 900])
    let source = BytesInMemory(Array(bytes.dropLast(cutCount)), name: "log")
    var reader = LineReader(source, after: .start, to: LogEnd(offset: bytes.count + 500))
    var count = 0
    reading: while true {
      switch try reader.step() {
      case .line: count += 1
      case .damage: break reading
      case .end: throw EventLogError.unreadable(path: "log", .inputOutput)
      }
    }
    #expect(count == (cutCount < 2 ? titles.count : 1))
  }

  @Test func `after a read that failed the next one finds the line`() throws {
    let (bytes, titles) = try LineReaderTests.log(titlesOf: Array(repeating: 900, count: 600))
    for failing in 0..<8 {
      let source = FailingOnce(bytes, failing: failing)
      var reader = LineReader(source, after: .start, to: LogEnd(offset: bytes.count))
      var read: [String?] = []
      var failures = 0
      while failures < 2 {
        do {
          guard let line = try reader.next() else { break }
          guard case .event(let event) = line.line else { continue }
          read.append(event.title)
        } catch {
          guard case .unreadable = error else { throw error }
          failures += 1
        }
      }
      let isSame = read == titles
      #expect(isSame, "read \(failing)")
    }
  }
}

/// The bytes of a log of which one reading fails.
private final class FailingOnce: ByteSource {
  let name = "log"
  private let bytes: [UInt8]
  private let failing: Int
  /// Guards how often was read; pieces are read ahead by another thread.
  private let readings = Mutex(0)

  init(_ bytes: [UInt8], failing: Int) {
    self.bytes = bytes
    self.failing = failing
  }

  func count() -> Int { bytes.count }

  func read(_ range: Range<Int>) throws(EventLogError) -> [UInt8] {
    let number = readings.withLock { readings in
      defer { readings += 1 }
      return readings
    }
    if number == failing { throw .unreadable(path: name, .inputOutput) }
    return Array(bytes[range.clamped(to: 0..<bytes.count)])
  }
}
