import Events
import Foundation

/// Reads drafts, one JSON object a line, and collects every fault.
struct DraftFile {
  let drafts: [SourcedDraft]

  /// The drafts in the file at `path`, or on standard input for `-`.
  init(_ path: String) throws {
    let name = path == "-" ? "standard input" : path
    let bytes: Data
    do {
      bytes =
        path == "-"
        ? try FileHandle.standardInput.readToEnd() ?? Data()
        : try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw Failure(.notFound, "\(name): cannot be read: \(error.localizedDescription).")
    }
    try self.init(Array(bytes), name: name)
  }

  private init(_ bytes: [UInt8], name: String) throws {
    let reader = DraftReader()
    var drafts: [SourcedDraft] = []
    var faults: [String] = []
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      let origin = "\(name):\(number)"
      do {
        let draft = try reader.draft(Array(line).span)
        drafts.append(SourcedDraft(draft: draft, origin: origin))
      } catch {
        faults += error.description.split(separator: "\n").map { "\(origin): \($0)" }
      }
    }
    self.drafts = drafts
    if !faults.isEmpty { throw Recording.refusal(faults) }
  }
}
