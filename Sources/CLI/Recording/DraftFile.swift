import Events
import Foundation

/// Reads drafts, one JSON object a line, and collects every fault.
struct DraftFile {
  let drafts: [SourcedDraft]

  /// The drafts in the file at `path`, or on standard input for `-`.
  init(_ path: String) throws {
    try self.init(DraftFile.bytes(path), name: DraftFile.name(path))
  }

  private init(_ bytes: [UInt8], name: String) throws {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let read = lines.enumerated().filter { !DraftFile.isBlank($1) }.mapOnAllCores { number, line in
      DraftFile.Line(line, origin: "\(name):\(number + 1)")
    }
    drafts = read.compactMap(\.draft)
    let faults = read.flatMap(\.faults)
    if !faults.isEmpty { throw Recording.refusal(faults) }
  }

  /// What stands on one line: a draft, or what is wrong with it.
  private struct Line: Sendable {
    let draft: SourcedDraft?
    let faults: [String]

    init(_ bytes: ArraySlice<UInt8>, origin: String) {
      do {
        let draft = try DraftReader().draft(Array(bytes).span)
        self.draft = SourcedDraft(draft: draft, origin: .line(origin))
        faults = []
      } catch {
        draft = nil
        faults = error.description.split(separator: "\n").map { "\(origin): \($0)" }
      }
    }
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  /// The text in the file at `path`, or on standard input for `-`.
  static func text(_ path: String) throws -> String {
    guard let text = String(validating: try bytes(path), as: UTF8.self) else {
      throw Failure(.inputRefused, "\(name(path)): this is not UTF-8.\nNothing was written.")
    }
    return text
  }

  private static func name(_ path: String) -> String { path == "-" ? "standard input" : path }

  private static func bytes(_ path: String) throws -> [UInt8] {
    do {
      let file = path == "-" ? FileHandle.standardInput : try FileHandle(forReadingFrom: path)
      return try Array(file.readToEnd() ?? Data())
    } catch {
      throw Failure(.notFound, "\(name(path)): cannot be read: \(reason(error)).")
    }
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let known = [error as NSError, underlying].compactMap(\.self)
    let posix = known.first { $0.domain == NSPOSIXErrorDomain }
    return posix.map { "\(SystemError(Int32($0.code)))" } ?? error.localizedDescription
  }
}

extension FileHandle {
  fileprivate convenience init(forReadingFrom path: String) throws {
    try self.init(forReadingFrom: URL(fileURLWithPath: path))
  }
}
