package import Events

/// Since when something has been so: the date as written, and its bounds.
package struct SinceDate: Sendable, Hashable {
  /// EDTF, as precise as the source and no more.
  package let text: String
  package let bounds: DayBounds

  /// The beginning of `date`: an event that lasts takes effect when it begins.
  init(beginningOf date: EDTF, bounds: DayBounds? = nil) {
    self.text = date.isInterval ? SinceDate.left(of: date) : date.verbatim
    self.bounds = bounds ?? date.beginning
  }

  /// A beginning of which only is known that it is not later than `date`.
  ///
  /// `[..2017-10]` for `2017-10~`; the latest day, if the date is an interval or a set.
  init(notLaterThan date: EDTF) {
    let latest = date.end.latest ?? date.beginning.latest
    text = "[..\(date.isCompound ? latest?.description ?? date.plainDay : date.plainDay)]"
    bounds = DayBounds(earliest: nil, latest: latest)
  }

  private static func left(of interval: EDTF) -> String {
    let parts = interval.verbatim.split(separator: "/", omittingEmptySubsequences: false)
    guard let left = parts.first, left != "", left != ".." else {
      return "[..\(parts.last ?? "")]"
    }
    return String(left)
  }
}

extension EDTF {
  /// Whether it is more than one day, month or year.
  fileprivate var isCompound: Bool {
    isInterval || verbatim.unicodeScalars.contains { $0 == "[" || $0 == "{" }
  }

  /// The day as written, without a time and without doubts.
  fileprivate var plainDay: String {
    var day = ""
    for character in verbatim.unicodeScalars {
      if character == "T" { break }
      if character != "?", character != "~", character != "%" {
        day.unicodeScalars.append(character)
      }
    }
    return day
  }
}
