import Foundation
import Testing

@testable import Events

/// Where a log under test lives.
enum Backend: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case file, memory

  var testDescription: String { rawValue }

  /// A log that holds these bytes.
  func log(_ bytes: [UInt8] = []) throws -> LogUnderTest {
    switch self {
    case .file:
      let folder = try Folder()
      let path = folder.path + "/events.log"
      try Data(bytes).write(to: URL(filePath: path))
      return LogUnderTest(
        log: FileLog(path: path),
        name: path,
        bytes: { [UInt8](try Data(contentsOf: URL(filePath: path))) },
        savedTails: {
          try folder.names.filter { $0.hasPrefix("events.log.torn-") }.sorted()
            .map { [UInt8](try Data(contentsOf: URL(filePath: folder.path + "/" + $0))) }
        }
      )
    case .memory:
      let log = MemoryLog(bytes)
      return LogUnderTest(
        log: log,
        name: "memory",
        bytes: { log.bytes },
        savedTails: { log.savedTails }
      )
    }
  }
}

struct LogUnderTest {
  let log: any EventLog
  let name: String
  let bytes: () throws -> [UInt8]
  let savedTails: () throws -> [[UInt8]]

  /// Appends one batch and closes the writer.
  @discardableResult
  func append(
    _ drafts: [Draft],
    sealing: Sealing = .counting()
  ) throws -> Appended {
    let writer = try log.writer(timeoutMilliseconds: 0)
    defer { writer.close() }
    return try writer.append(drafts, sealing: sealing)
  }

  func lines(after point: LogPoint = .start) throws -> [LogLine] {
    var cursor = try log.lines(after: point)
    var lines: [LogLine] = []
    while let line = try cursor.next() { lines.append(line) }
    return lines
  }

  /// The end of the log, every line read.
  func end() throws -> LogPoint {
    var cursor = try log.lines(after: .start)
    while try cursor.next() != nil {}
    return cursor.point
  }
}

/// A folder of its own, removed when nobody holds it any more.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "annals-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path) }
  }
}

extension Sealing {
  /// A fixed moment, and random bits that count up.
  static func counting(at now: String = "2026-11-22T10:15:00Z") -> Sealing {
    var count: UInt64 = 0
    return Sealing(now: Instant(iso: now) ?? Instant(seconds: 0)) {
      count += 1
      return (0, count)
    }
  }
}

extension Draft {
  /// A draft of an arrest of an invented person, called by `id`.
  static func arrest(_ id: String, title: String = "Anna Berg is arrested") -> Draft {
    var content = Content(kind: "arrest")
    content.date = try? EDTF(parsing: "2021-03~")
    content.persons = EntityList([EntityID("anna-berg")].compactMap { $0 })
    content.title = title
    return Draft(id: EventID(id), by: "desk-2", content: content)
  }
}
