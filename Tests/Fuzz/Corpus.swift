import Foundation

/// The inputs to begin with: one a line of the files in the folder Corpus.
struct Corpus {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus")

  /// Lines of a log, if one was named.
  let logLines: [[UInt8]]

  init(log: String?) throws {
    logLines = try log.map { try Corpus.lines(URL(fileURLWithPath: $0)) } ?? []
  }

  func lines(_ name: String) throws -> [[UInt8]] {
    try Corpus.lines(Corpus.folder.appendingPathComponent(name))
  }

  private static func lines(_ file: URL) throws -> [[UInt8]] {
    try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { [UInt8]($0) }
  }
}
