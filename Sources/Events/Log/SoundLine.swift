/// A line of a damaged log that is as annals wrote it.
struct SoundLine {
  var facts: LineFacts
  /// Whether its text was tested against the hash of the line before it.
  ///
  /// Otherwise that line is lost or may be under a wrong hash, and only the line after it, or its
  /// number, bears it out.
  var isTested: Bool
  /// Whether it is withheld and the line after it contradicts its hash: one of the two changed.
  var isDoubted: Bool
}
