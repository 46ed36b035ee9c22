import Foundation
import Testing

@testable import Events

/// What stands in the log when the disk fails during an append.
@Suite struct DiskFailureTests {
  private let folder: Folder
  private var path: String { folder.path + "/events.log" }

  init() throws {
    folder = try Folder()
    let writer = try FileLog.create(folder.path + "/events.log").writer(timeoutMilliseconds: 0)
    _ = try writer.append([.arrest("e-1")], sealing: .counting())
    writer.close()
  }

  private func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

  private func ids() throws -> [String] {
    var cursor = try FileLog(path: path).lines(after: .start)
    var ids: [String] = []
    while let line = try cursor.next() { ids.append(line.event?.id.text ?? "") }
    return ids
  }

  private func append(
    _ faults: [Int: FailingDisk.Fault] = [:],
    _ drafts: [Draft] = [.arrest("e-2")]
  ) throws {
    let calls = FailingDisk(faults).calls
    let writer = try FileLog(path: path, calls: calls).writer(timeoutMilliseconds: 0)
    defer { writer.close() }
    _ = try writer.append(drafts, sealing: .counting())
  }

  @Test(arguments: [[1: FailingDisk.Fault.error(ENOSPC)], [1: .half, 2: .error(ENOSPC)]])
  func `a full disk leaves the log as it was`(faults: [Int: FailingDisk.Fault]) throws {
    let before = try bytes()
    let error = #expect(throws: EventLogError.self) { try append(faults) }
    #expect(
      error?.description == "\(path): cannot be written: No space left on device. What was written "
        + "of the batch was taken back: the log is as it was. Make room, then try again."
    )
    #expect(error?.category == .disk)
    #expect(try bytes() == before)
  }

  @Test(arguments: [[1: FailingDisk.Fault.half, 2: .half], [1: .error(EINTR), 2: .error(EINTR)]])
  func `a short or interrupted write goes on`(faults: [Int: FailingDisk.Fault]) throws {
    try append(faults)
    #expect(try ids() == ["e-1", "e-2"])
  }

  @Test func `what cannot be taken back is torn, and cut by the next append`() throws {
    let before = try bytes()
    let error = #expect(throws: EventLogError.self) {
      try append([1: .half, 2: .error(EIO), 3: .error(EIO)])
    }
    #expect(
      error?.description == "\(path): cannot be written: Input/output error. What was written of "
        + "the batch could not be taken back; readers leave it out, and the next append cuts it "
        + "off."
    )
    #expect(try bytes().count > before.count)
    #expect(try ids() == ["e-1"])
    try append()
    #expect(try ids() == ["e-1", "e-2"])
  }

  @Test func `after a failed sync nothing is cut, and nothing is promised`() throws {
    let before = try bytes()
    let error = #expect(throws: EventLogError.self) { try append([2: .error(EIO)]) }
    #expect(
      error?.description == "\(path): the disk did not confirm what was written: Input/output "
        + "error. It is not known whether the batch stands, and nothing was taken back. Run "
        + "`annals verify` and look at the end of the log before you append again."
    )
    #expect(error?.category == .disk)
    #expect(try bytes().count > before.count)
  }

  /// Saved tail, cut, confidential part, batch: whichever call fails, the log stays sound.
  @Test(arguments: [EIO, ENOSPC])
  func `whichever call fails, whole batches stand and the next append works`(
    number: Int32
  ) throws {
    let drafts = KnownLines.drafts
    let torn = try bytes() + Array("{\"n\":2,".utf8)
    try Data(torn).write(to: URL(filePath: path))
    let disk = FailingDisk([:])
    let writer = try FileLog(path: path, calls: disk.calls).writer(timeoutMilliseconds: 0)
    _ = try writer.append(drafts, sealing: .counting())
    writer.close()
    let callCount = disk.callCount
    // Part and its sync, tail and its sync, cut and its sync, batch and its sync.
    #expect(callCount == 8)
    for call in 1...callCount {
      for name in try folder.names where name != "events.log" {
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
      }
      try Data(torn).write(to: URL(filePath: path))
      let error = #expect(throws: EventLogError.self) { try append([call: .error(number)], drafts) }
      #expect(error?.category == .disk, "call \(call)")
      #expect(try ids().count == (call == callCount ? 3 : 1), "call \(call)")
      try append([:], [.arrest("e-next")])
      #expect(try ids().last == "e-next", "call \(call)")
      #expect(try FileLog(path: path).verify { _ in }.damages.isEmpty, "call \(call)")
    }
  }
}
