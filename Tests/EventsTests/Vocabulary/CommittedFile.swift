import Foundation

/// A file of the repository; one that the code generates is written anew where `$ANNALS_REGENERATE`
/// is set.
struct CommittedFile {
  let url: URL

  init(_ path: String) {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    url = root.appending(path: path)
  }

  /// The committed text, once it was written anew if that was asked for.
  func text(orRegenerating generated: String) throws -> String {
    if ProcessInfo.processInfo.environment["ANNALS_REGENERATE"] != nil {
      try Data(generated.utf8).write(to: url)
    }
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  /// The lines of the committed text.
  var lines: [String] {
    get throws {
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      return text.split(separator: "\n").map(String.init)
    }
  }
}
