import Foundation
import Testing

@testable import Events

/// What only a log in a file does.
@Suite struct FileLogTests {
  private let folder: Folder
  private var path: String { folder.path + "/events.log" }

  init() throws {
    folder = try Folder()
  }

  private func append(
    _ log: FileLog,
    _ drafts: [Draft],
    sealing: Sealing = .counting()
  ) throws -> Appended {
    let writer = try log.writer(timeoutMilliseconds: 0)
    defer { writer.close() }
    return try writer.append(drafts, sealing: sealing)
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: folder.path + "/" + name)))
  }

  private func permissions(_ name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
    return attributes[.posixPermissions] as? Int
  }

  @Test func `a log is begun empty, for its owner alone, and once`() throws {
    let log = try FileLog.create(path)
    #expect(try bytes("events.log").isEmpty)
    #expect(try permissions("events.log") == 0o600)
    let error = #expect(throws: EventLogError.self) { try FileLog.create(log.path) }
    #expect(
      error?.description
        == "\(path): this file exists already; a log is begun once. Append to it, or name another."
    )
  }

  @Test func `a log that is not there is named, and none is made`() throws {
    let log = FileLog(path: path)
    let message =
      "\(path): there is no such log. Name one with --log, or begin one with `annals init`."
    for attempt in [
      { _ = try log.lines(after: .start) }, { _ = try append(log, [.arrest("e-1")]) },
    ] {
      let error = #expect(throws: EventLogError.self, performing: attempt)
      #expect(error?.description == message)
      #expect(error?.category == .noInput)
    }
    #expect(try folder.names.isEmpty)
  }

  /// Nobody, not even root, may write to a file of the system that tells something.
  @Test func `a log that may be read and not written is said to be that`() throws {
    let path = "/sys/kernel/uevent_seqnum"
    _ = try FileLog(path: path).lines(after: .start)
    let error = #expect(throws: EventLogError.self) {
      try append(FileLog(path: path), [.arrest("e-1")])
    }
    guard case .unwritable(path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.category == .disk)
  }

  @Test func `a folder is no log`() throws {
    let log = FileLog(path: folder.path)
    for attempt in [
      { _ = try log.lines(after: .start) }, { _ = try append(log, [.arrest("e-1")]) },
    ] {
      let error = #expect(throws: EventLogError.self, performing: attempt)
      #expect(
        error?.description == "\(folder.path): this is a folder; name the log in it, such as "
          + "\(folder.path)/events.log."
      )
      #expect(error?.category == .noInput)
    }
  }

  @Test func `a path through a file cannot be read`() throws {
    _ = try FileLog.create(path)
    let error = #expect(throws: EventLogError.self) {
      try FileLog(path: path + "/events.log").lines(after: .start)
    }
    #expect(error?.description == "\(path)/events.log: cannot be read: Not a directory.")
    #expect(error?.category == .noInput)
  }

  @Test func `a device is no log`() {
    let error = #expect(throws: EventLogError.self) {
      try FileLog(path: "/dev/null").lines(after: .start)
    }
    #expect(
      error?.description == "/dev/null: this is not a regular file, so it cannot be a log."
    )
  }

  @Test func `another reader of the format finds the same hashes`() throws {
    let log = try FileLog.create(path)
    _ = try append(log, KnownLines.drafts)
    _ = try append(log, (1...50).map { .arrest("a-\($0)", title: "Ы \"\($0)\"") })
    _ = try append(log, [.arrest("b-1")])
    let script = URL(filePath: #filePath).deletingLastPathComponent().path + "/verify.py"
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script, path]
    process.standardOutput = output
    try process.run()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    var cursor = try log.lines(after: .start)
    while try cursor.next() != nil {}
    #expect(String(decoding: read, as: UTF8.self) == "53 \(cursor.point.hash)\n")
  }

  @Test func `confidential parts lie beside the log, for its owner alone`() throws {
    let log = try FileLog.create(path)
    _ = try append(log, KnownLines.drafts)
    #expect(try permissions("events.private") == 0o600)
    #expect(
      String(decoding: try bytes("events.private"), as: UTF8.self)
        == KnownLines.confidentialLine + "\n"
    )
    #expect(!String(decoding: try bytes("events.log"), as: UTF8.self).contains("neighbour"))
  }

  @Test func `a file of confidential parts that others could read is closed to them`() throws {
    let log = try FileLog.create(path)
    let partsPath = folder.path + "/events.private"
    try Data("cut off".utf8).write(to: URL(filePath: partsPath))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: partsPath)
    _ = try append(log, KnownLines.drafts)
    #expect(try permissions("events.private") == 0o600)
    #expect(
      String(decoding: try bytes("events.private"), as: UTF8.self)
        == "cut off\n" + KnownLines.confidentialLine + "\n"
    )
  }

  @Test func `confidential parts are never written through a symbolic link`() throws {
    let log = try FileLog.create(path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/events.private",
      withDestinationPath: folder.path + "/elsewhere"
    )
    let error = #expect(throws: EventLogError.self) { try append(log, KnownLines.drafts) }
    #expect(
      error?.description == "\(folder.path)/events.private: cannot be written: Too many levels of "
        + "symbolic links. Nothing was appended."
    )
    #expect(error?.category == .disk)
    #expect(try bytes("events.log").isEmpty)
    #expect(try folder.names.sorted() == ["events.log", "events.private"])
  }

  @Test func `a log behind a symbolic link keeps its files beside itself`() throws {
    _ = try FileLog.create(path)
    let other = try Folder()
    let link = other.path + "/linked.log"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    _ = try append(FileLog(path: link), KnownLines.drafts)
    #expect(try other.names == ["linked.log"])
    #expect(try folder.names.sorted() == ["events.log", "events.private"])
  }

  @Test func `a saved tail is for the owner alone and takes no other's name`() throws {
    let log = try FileLog.create(path)
    _ = try append(log, [.arrest("e-1")])
    try Data("older".utf8).write(to: URL(filePath: path + ".torn-1-1"))
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("{\"n\":2".utf8))
    try file.close()
    let appended = try append(log, [.arrest("e-2")])
    // The folder may itself lie behind a link, which the name of the saved file does not show.
    #expect(appended.savedTail?.hasSuffix("/events.log.torn-1-2") == true)
    #expect(String(decoding: try bytes("events.log.torn-1-2"), as: UTF8.self) == "{\"n\":2")
    #expect(String(decoding: try bytes("events.log.torn-1-1"), as: UTF8.self) == "older")
    #expect(try permissions("events.log.torn-1-2") == 0o600)
  }

  @Test(arguments: [0o600, 0o640, 0o660, 0o644, 0o666])
  func `what is made of a log is shared as the log is, but never what is confidential`(
    permissions: Int
  ) throws {
    let log = try FileLog.create(path)
    _ = try append(log, [.arrest("e-1")])
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("{\"n\":2".utf8))
    try file.close()
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    _ = try append(log, KnownLines.drafts)
    #expect(try self.permissions("events.log.torn-1-1") == permissions)
    #expect(try self.permissions("events.private") == 0o600)
    #expect(try self.permissions("events.log") == permissions)
  }

  @Test(arguments: [1, 2])
  func `what a checkpoint covers is never cut`(signed: Int) throws {
    let log = try FileLog.create(path)
    _ = try append(log, [.arrest("e-1")])
    let whole = try bytes("events.log")
    try Data(whole + Array("{\"n\":2".utf8)).write(to: URL(filePath: path))
    try Data("example.org/log\n\(signed)\nAAAA\n\n— x y\n".utf8)
      .write(to: URL(filePath: path + ".checkpoint"))
    if signed == 1 {
      _ = try append(log, [.arrest("e-2")])
      return
    }
    let error = #expect(throws: EventLogError.self) { try append(log, [.arrest("e-2")]) }
    #expect(
      error?.description
        == "\(path): 6 bytes after line 1 are no whole batch, but a signed checkpoint covers 2 "
        + "lines, so lines that stood there were lost. Nothing was cut or written. Restore the log "
        + "from a backup, then run `annals verify`."
    )
    #expect(error?.category == .damaged)
    #expect(try bytes("events.log") == whole + Array("{\"n\":2".utf8))
  }

  @Test func `what a checkpoint elsewhere covers is never cut either`() throws {
    _ = try FileLog.create(path)
    try Data("{".utf8).write(to: URL(filePath: path))
    let log = FileLog(path: path, signed: Position(1))
    let error = #expect(throws: EventLogError.self) { try append(log, [.arrest("e-2")]) }
    #expect(error?.category == .damaged)
  }
}
