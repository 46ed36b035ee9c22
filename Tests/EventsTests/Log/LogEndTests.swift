import Foundation
import Synchronization
import Testing

@testable import Events

/// Bytes in memory that count how many of them are read.
private final class CountedBytes: ByteSource {
  let name = "counted"
  private let bytes: [UInt8]
  private let read = Mutex(0)

  var readCount: Int { read.withLock(\.self) }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func count() -> Int { bytes.count }

  func read(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<bytes.count)
    read.withLock { $0 += range.count }
    return Array(bytes[range])
  }
}

@Suite struct LogEndTests {
  private func bytesRead(toFindTheEndOf lines: [[UInt8]]) throws -> Int {
    let source = CountedBytes(SampleLog.joined(lines))
    let end = try LogEnd.find(in: source, count: source.count())
    let point = try SettledLog(source: source, end: end).checkedEnd()
    #expect(point.position == Position(lines.count))
    return source.readCount
  }

  @Test func `finding the end costs the same however long the log is`() throws {
    let lines = SampleLog.lines(900)
    let read = try bytesRead(toFindTheEndOf: Array(lines[..<300]))
    #expect(try bytesRead(toFindTheEndOf: lines) == read)
    #expect(read < 150_000)
  }

  @Test func `the end is found behind a line of a mebibyte`() throws {
    let short = try SealedBatch([.arrest("e-1", title: "")], after: .start, sealing: .counting())
    let rest = LineFormat.lineBytesMax - short.lines[0].bytes.count
    let long = Draft.arrest("e-1", title: String(repeating: "x", count: rest))
    let first = try SealedBatch([long], after: .start, sealing: .counting())
    let second = try SealedBatch([long], after: first.end, sealing: .counting())
    let log = MemoryLog(first.bytes + second.bytes)
    let writer = try log.writer(timeoutMilliseconds: 0)
    #expect(writer.end == second.end)
  }

  @Test func `a locked file that is no longer the log is noticed`() throws {
    let folder = try Folder()
    let path = folder.path + "/events.log"
    let log = try FileLog.create(path)
    let locked = try FileBytes.openForWriting(log)
    #expect(try locked.lock())
    #expect(try locked.isStillTheLog())
    _ = try FileLog.create(folder.path + "/restored.log")
    try FileManager.default.removeItem(atPath: path)
    #expect(try !locked.isStillTheLog())
    try FileManager.default.moveItem(atPath: folder.path + "/restored.log", toPath: path)
    #expect(try !locked.isStillTheLog())
    // The log that stands there now is nobody's, and can be locked.
    try log.writer(timeoutMilliseconds: 0).close()
  }
}
