/// A day of the proleptic Gregorian calendar, counted from 1970-01-01 (day 0).
///
/// The year 0000 exists and precedes 0001. No time zone is involved, ever.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01, negative before it; may be far outside the years 0000 to 9999.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  /// The day of that year, month and day of the month; nil if the calendar has no such day.
  ///
  /// Years of more than fifteen digits are refused, so that counting never overflows.
  package init?(year: Int, month: Int, day: Int) {
    guard year.magnitude <= 999_999_999_999_999, 1...12 ~= month,
      day >= 1, day <= Day.lengthOf(month: month, year: year)
    else { return nil }
    self.init(knownYear: year, month: month, day: day)
  }

  /// The day written `YYYY-MM-DD`; outside 0000 to 9999 exactly as `description` writes it.
  package init?(iso: String) {
    self.init(iso: iso.utf8Span.span)
  }

  /// The day written `YYYY-MM-DD` in these bytes, all of them.
  package init?(iso bytes: Span<UInt8>) {
    let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    let yearStart = isNegative ? 1 : 0
    let yearEnd = bytes.count - 6
    guard 4...15 ~= yearEnd - yearStart,
      bytes[yearEnd] == UInt8(ascii: "-"), bytes[yearEnd + 3] == UInt8(ascii: "-"),
      let magnitude = bytes.number(yearStart..<yearEnd),
      let month = bytes.number(yearEnd + 1..<yearEnd + 3),
      let day = bytes.number(yearEnd + 4..<yearEnd + 6)
    else { return nil }
    // One day has one spelling: no padded long years, no minus zero.
    let isPadded = yearEnd - yearStart > 4 && bytes[yearStart] == UInt8(ascii: "0")
    guard !isPadded, !(isNegative && magnitude == 0) else { return nil }
    self.init(year: isNegative ? -magnitude : magnitude, month: month, day: day)
  }

  /// The year, the month (1 to 12) and the day of the month (1 to 31).
  package var civil: (year: Int, month: Int, day: Int) {
    // Years run from March, so that a leap day comes last; 400 of them are 146 097 days.
    let shifted = number.modulo(146_097) + Day.epochShift
    let era = number.floorDivided(by: 146_097) + shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day as `YYYY-MM-DD`, with a leading `-` or more digits outside the years 0000 to 9999.
  package var description: String {
    let (year, month, day) = civil
    return Day.written(year: year) + "-" + month.padded(to: 2) + "-" + day.padded(to: 2)
  }

  package func adding(days: Int) -> Day {
    Day(number: number + days)
  }

  /// The number of days from the second to the first.
  package static func - (later: Day, earlier: Day) -> Int {
    later.number - earlier.number
  }

  package static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  /// The number of days in that month, which must be one of 1 to 12.
  package static func lengthOf(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The year in at least four digits, after a `-` if it is negative.
  static func written(year: Int) -> String {
    (year < 0 ? "-" : "") + Int(year.magnitude).padded(to: 4)
  }

  /// The day of a year, month and day of the month that are known to exist.
  init(knownYear year: Int, month: Int, day: Int) {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let era = yearFromMarch.floorDivided(by: 400)
    let yearOfEra = yearFromMarch - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - Day.epochShift)
  }

  /// The last day of that month.
  static func endOf(month: Int, year: Int) -> Day {
    Day(knownYear: year, month: month, day: lengthOf(month: month, year: year))
  }

  /// Days from 0000-03-01 to 1970-01-01.
  private static let epochShift = 719_468
}
