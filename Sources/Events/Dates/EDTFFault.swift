/// What is wrong with a text that is not a date.
///
/// Offsets count bytes from the start of the text.
package enum EDTFFault: Error, Hashable, Sendable {
  /// The parts that have a fixed place and width.
  package enum Part: String, Sendable {
    case date
    case year
    case month
    case day
    case time
  }

  case notADate
  case missing(Part, offset: Int)
  case wrongWidth(Part)
  case lowercaseX
  case unexpected(offset: Int)
  case noSuchMonth(Int)
  case noSuchDay(Int, month: Int, year: Int)
  case nothingFits
  case dayOfSeason
  case twoQualifiers
  case yearTooLong
  case needlessY
  case monthOfLongYear
  case significantDigits(Int)
  case maskWithSignificantDigits
  case minusZero
  case reversed
  case nothingDated
  case emptySet
  case unclosedSet
  case misplacedDots
  case dotsWithoutBrackets
  case intervalInSet
  case setInInterval
  case noSuchTime
  case noSuchOffset
  case timeWithoutDay
  case timeInside

  static let examples = "2016, 2016-05, 2016-05-17, 2016-05~, 201X or [..2016-05]"

  /// The fault in one sentence; `text` is the whole text in which it was found.
  func prose(about text: String) -> String {
    switch self {
    case .notADate: "not a date; write \(EDTFFault.examples)"
    case .missing(let part, let offset): missing(part, offset, in: text)
    case .wrongWidth(let part): EDTFFault.width(of: part)
    case .lowercaseX: "an unspecified digit is a capital X, as in 201X"
    case .unexpected(let offset): unexpected(offset, in: text)
    case .noSuchMonth(let month):
      "there is no month \(month.padded(to: 2)); months are 01 to 12 (seasons 21 to 41)"
    case .noSuchDay(let day, let month, let year): noSuch(day, month, year)
    case .nothingFits: "no day of the calendar fits this"
    case .dayOfSeason: "a season has no days; write the month, 01 to 12"
    case .twoQualifiers: "one qualifier in one place; % is both uncertain ? and approximate ~"
    case .yearTooLong: "a year has at most nine digits"
    case .needlessY: "Y begins a year of five to nine digits, the first not 0, as in Y17000"
    case .monthOfLongYear: "a year with Y or S stands alone, without month and day"
    case .significantDigits(let count):
      "this year has 1 to \(count) significant digits, as in 1950S2"
    case .maskWithSignificantDigits: "a year has X or significant digits, not both"
    case .minusZero: "the year 0000 has no minus"
    case .reversed: "the end precedes the beginning; write the earlier date first"
    case .nothingDated: "no date on either side of this; write at least one"
    case .emptySet: "an empty set; write its dates, as in [2016,2018]"
    case .unclosedSet: "the set is not closed; [ ends with ] and { with }"
    case .misplacedDots: ".. opens a set before its first date or after its last"
    case .dotsWithoutBrackets: ".. stands in brackets or beside /, as in [..2016] or 2016/.."
    case .intervalInSet: "/ does not stand in a set; write .. between its dates"
    case .setInInterval: "a set does not stand in an interval"
    case .noSuchTime: "there is no such time; write 00:00:00 to 23:59:59, or 24:00:00"
    case .noSuchOffset: "there is no such time zone; write Z, +05 or +05:30"
    case .timeWithoutDay: "a time needs a whole day without qualifiers, as in 2016-05-17T10:15:00"
    case .timeInside: "a time of day does not stand in an interval or a set"
    }
  }

  private func missing(_ part: Part, _ offset: Int, in text: String) -> String {
    let prefix = text.prefix(bytes: offset)
    guard let found = text.scalar(atByte: offset) else {
      return "a \(part.rawValue) is missing after \(prefix)"
    }
    return "after \(prefix) stands \(found.quoted) instead of a \(part.rawValue)"
  }

  private func unexpected(_ offset: Int, in text: String) -> String {
    let prefix = text.prefix(bytes: offset)
    guard let found = text.scalar(atByte: offset) else { return "it ends too early" }
    return "unexpected \(found.quoted) " + (prefix.isEmpty ? "at the start" : "after \(prefix)")
  }

  private func noSuch(_ day: Int, _ month: Int, _ year: Int) -> String {
    let length = Day.lengthOf(month: month, year: year)
    let first = day == 0 ? "there is no day 00; " : ""
    return first + "\(EnglishMonth.name(month)) \(Day.written(year: year)) has \(length) days"
  }

  private static func width(of part: Part) -> String {
    switch part {
    case .year: "a year has four digits and stands first, as in 2016, 2016-05 or 2016-05-17"
    case .month: "a month has two digits, as in 2016-05"
    case .day: "a day has two digits, as in 2016-05-07"
    case .date, .time: "a time has hours, minutes and seconds, as in 2016-05-17T10:15:00"
    }
  }
}

extension String {
  fileprivate func prefix(bytes count: Int) -> String {
    String(decoding: utf8.prefix(count), as: UTF8.self).printable
  }

  fileprivate func scalar(atByte offset: Int) -> Unicode.Scalar? {
    guard offset < utf8.count else { return nil }
    return self[utf8.index(utf8.startIndex, offsetBy: offset)...].unicodeScalars.first
  }
}
