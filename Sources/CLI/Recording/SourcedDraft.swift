import Events

/// A draft and where it was read, so that messages can say where.
struct SourcedDraft {
  var draft: Draft
  /// Such as `facts.jsonl:12`; nil for what was given as options.
  let origin: String?

  /// `message`, each line of it after the origin.
  func located(_ message: String) -> String {
    guard let origin else { return message }
    return message.split(separator: "\n").map { "\(origin): \($0)" }.joined(separator: "\n")
  }
}
