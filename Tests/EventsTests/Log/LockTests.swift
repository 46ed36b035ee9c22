import Foundation
import Testing

@testable import Events

/// One log, one writer.
@Suite struct LockTests {
  private let folder: Folder
  private var path: String { folder.path + "/events.log" }

  init() throws {
    folder = try Folder()
    _ = try FileLog.create(folder.path + "/events.log")
  }

  @Test func `a second writer is told who holds the log`() throws {
    let writer = try FileLog(path: path).writer(timeoutMilliseconds: 0)
    defer { writer.close() }
    let error = #expect(throws: EventLogError.self) {
      try FileLog(path: path).writer(timeoutMilliseconds: 30)
    }
    guard case .locked(path, let holder) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(holder?.process == Int(ProcessInfo.processInfo.processIdentifier))
    let command = try #require(holder?.command)
    #expect(
      error?.description == "\(path): somebody else is appending (process "
        + "\(ProcessInfo.processInfo.processIdentifier), \(command)); nothing was written. Try "
        + "again."
    )
  }

  @Test func `another program that holds the log is named`() throws {
    let process = Process()
    let output = Pipe()
    let input = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import fcntl, sys
      log = open(sys.argv[1])
      fcntl.flock(log, fcntl.LOCK_EX)
      print("locked", flush=True)
      sys.stdin.read()
      """, path,
    ]
    process.standardOutput = output
    process.standardInput = input
    try process.run()
    _ = output.fileHandleForReading.availableData
    let error = #expect(throws: EventLogError.self) {
      try FileLog(path: path).writer(timeoutMilliseconds: 0)
    }
    guard case .locked(_, let holder) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(holder?.process == Int(process.processIdentifier))
    #expect(holder?.command?.hasPrefix("python3") == true)
    #expect(error?.category == .busy)
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    try FileLog(path: path).writer(timeoutMilliseconds: 0).close()
  }

  @Test func `readers take no lock`() throws {
    let log = FileLog(path: path)
    let writer = try log.writer(timeoutMilliseconds: 0)
    _ = try writer.append([.arrest("e-1")], sealing: .counting())
    var cursor = try log.lines(after: .start)
    #expect(try cursor.next() != nil)
    writer.close()
  }

  @Test func `a writer that nobody holds any more gives the log free`() throws {
    let log = FileLog(path: path)
    _ = try log.writer(timeoutMilliseconds: 0)
    _ = try log.writer(timeoutMilliseconds: 0)
  }

  /// Writers that wait for each other lose no line.
  @Test func `many writers contend and every batch stands once`() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writerNumber in 1...4 {
        group.addTask {
          for batch in 1...5 {
            let writer = try FileLog(path: path).writer(timeoutMilliseconds: 60_000)
            let id = "w\(writerNumber)-\(batch)"
            _ = try writer.append([.arrest(id), .arrest(id + "b")], sealing: .counting())
            writer.close()
          }
        }
      }
      try await group.waitForAll()
    }
    let verification = try FileLog(path: path).verify { _ in }
    #expect(verification.counts == .init(lines: 40, batches: 20, withheld: 0))
    #expect(verification.damages.isEmpty)
  }

  @Test func `the holder is found by device and inode`() {
    let locks = """
      1: POSIX  ADVISORY  WRITE 12 08:01:99 0 EOF
      2: FLOCK  ADVISORY  READ 13 08:02:99 0 EOF
      3: FLOCK  ADVISORY  WRITE 14 08:1f:99 0 EOF
      3: -> FLOCK  ADVISORY  WRITE 15 08:01:99 0 EOF
      4: FLOCK  ADVISORY  WRITE 16 08:01:99 0 EOF

      """
    #expect(LockHolder.find(in: locks, major: 8, minor: 1, inode: 99) == 16)
    #expect(LockHolder.find(in: locks, major: 8, minor: 31, inode: 99) == 14)
    #expect(LockHolder.find(in: locks, major: 8, minor: 1, inode: 98) == nil)
    #expect(LockHolder.find(in: "", major: 8, minor: 1, inode: 98) == nil)
  }
}
