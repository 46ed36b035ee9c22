/// A line of a damaged log that is as annals wrote it.
struct SoundLine {
  var facts: LineFacts
  /// Whether its text was tested against the hash of the line before it.
  ///
  /// Otherwise that line is lost, and only the line after it, or its number, bears it out.
  var isTested: Bool
}
