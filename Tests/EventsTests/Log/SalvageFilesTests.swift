import Foundation
import Testing

@testable import Events

/// The files that a salvage leaves, and that it leaves none when it fails.
@Suite struct SalvageFilesTests {
  private let folder: Folder
  private let salvage: Salvage
  private var log: String { folder.path + "/rescued.log" }
  private var drafts: String { log + ".drafts.jsonl" }

  /// Line 2 of three is altered: one line is copied, one set aside.
  init() throws {
    folder = try Folder()
    var lines = SampleLog.lines(3)
    lines[1] = SampleLog.edited(lines[1], "Anna", "Hanna")
    salvage = try MemoryLog(SampleLog.joined(lines)).salvage()
  }

  private func write(_ faults: [Int: FailingDisk.Fault] = [:]) throws(EventLogError) {
    try SalvageFiles(log: log, calls: FailingDisk(faults).calls).write(salvage) { event in
      Array(event.id.text.utf8)
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `a log and its drafts are made, which only their owner can read`() throws {
    try write()
    #expect(try text(log) == String(decoding: SampleLog.lines(3)[0], as: UTF8.self) + "\n")
    #expect(try text(drafts) == "e-3\n")
    for path in [log, drafts] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func `without lines set aside there is no file of drafts`() throws {
    let sound = try MemoryLog(SampleLog.joined(SampleLog.lines(3))).salvage()
    try SalvageFiles(log: log).write(sound) { _ in [] }
    #expect(try folder.names == ["rescued.log"])
  }

  @Test(arguments: ["rescued.log", "rescued.log.drafts.jsonl"], [true, false])
  func `nothing is replaced, and no link is followed`(name: String, isLink: Bool) throws {
    let path = folder.path + "/" + name
    let target = folder.path + "/target"
    if isLink {
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    } else {
      try Data("mine".utf8).write(to: URL(filePath: path))
    }
    let error = #expect(throws: EventLogError.self) { try write() }
    #expect(
      error?.description
        == "\(path): this file exists already, and is left as it is. Name a file that does not "
        + "exist."
    )
    #expect(error?.category == .busy)
    #expect(try folder.names == [name])
    if !isLink { #expect(try text(path) == "mine") }
  }

  /// Log and its sync, drafts and their sync.
  @Test(arguments: [1, 2, 3, 4]) func `whichever call fails, neither file is left`(
    call: Int
  ) throws {
    let error = #expect(throws: EventLogError.self) { try write([call: .error(ENOSPC)]) }
    #expect(
      error?.description
        == "\(call < 3 ? log : drafts): cannot be written: No space left on device. Nothing was "
        + "left there. Name a place that you can write to, and that has room."
    )
    #expect(error?.category == .disk)
    #expect(try folder.names.isEmpty)
  }

  @Test func `a short write goes on`() throws {
    try write([1: .half, 4: .half])
    #expect(try text(log) == String(decoding: SampleLog.lines(3)[0], as: UTF8.self) + "\n")
    #expect(try text(drafts) == "e-3\n")
  }

  @Test func `a folder that is not there is named`() throws {
    let error = #expect(throws: EventLogError.self) {
      try SalvageFiles(log: folder.path + "/none/a.log").write(salvage) { _ in [] }
    }
    #expect(
      error?.description
        == "\(folder.path)/none/a.log: cannot be written: No such file or directory. Nothing was "
        + "left there. Name a place that you can write to, and that has room."
    )
  }
}
