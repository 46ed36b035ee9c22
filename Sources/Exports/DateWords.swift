internal import Events

/// Dates in words, for readers of documents.
enum DateWords {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  static func words(of date: EDTF) -> String { date.words }

  /// The words of a date that was kept as text; the text itself if it cannot be read.
  static func words(_ text: String) -> String {
    do { return try EDTF(parsing: text).words } catch { return text }
  }
}
