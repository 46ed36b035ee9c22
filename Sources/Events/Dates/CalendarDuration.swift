/// A length of time in calendar units, as ISO 8601 writes it: `P5Y`, `P1Y6M`, `P15D`.
///
/// Units stand in the order years, months, weeks, days, then after `T` hours, minutes, seconds;
/// each is a whole number of up to nine digits. Two durations are equal if they are written alike.
package struct CalendarDuration: Hashable, Sendable, CustomStringConvertible {
  package let verbatim: String
  package let years: Int
  package let months: Int
  package let weeks: Int
  package let days: Int
  package let hours: Int
  package let minutes: Int
  package let seconds: Int

  package init(parsing text: String) throws(CalendarDurationError) {
    let amounts = try DurationAmounts(reading: text)
    verbatim = text
    years = amounts[.years]
    months = amounts[.months]
    weeks = amounts[.weeks]
    days = amounts[.days]
    hours = amounts[.hours]
    minutes = amounts[.minutes]
    seconds = amounts[.seconds]
  }

  package var description: String { verbatim }

  /// The day this long after `day`: 31 January 2017 + P1M is 28 February 2017.
  ///
  /// Years and months go by the calendar and clamp to the end of the month; then weeks and days
  /// are counted, and hours, minutes and seconds, rounded up together to whole days.
  package func added(to day: Day) -> Day {
    day.adding(months: years * 12 + months).adding(days: wholeDays)
  }

  /// The day this long before `day`, counted in the same order as `added(to:)`.
  ///
  /// It does not always undo an addition: 28 February - P1M is 28 January.
  package func subtracted(from day: Day) -> Day {
    day.adding(months: -(years * 12 + months)).adding(days: -wholeDays)
  }

  /// The duration in English: `1 year 6 months`.
  package var words: String {
    let amounts = [
      (years, "year"), (months, "month"), (weeks, "week"), (days, "day"),
      (hours, "hour"), (minutes, "minute"), (seconds, "second"),
    ]
    let phrases = amounts.filter { $0.0 != 0 }.map { count, unit in
      "\(count) \(unit)" + (count == 1 ? "" : "s")
    }
    return phrases.isEmpty ? "0 days" : phrases.joined(separator: " ")
  }

  private var wholeDays: Int {
    let clock = hours * 3_600 + minutes * 60 + seconds
    return weeks * 7 + days + (clock + 86_399) / 86_400
  }
}

extension Day {
  /// The same day of the month that many months on, or the last of the month if it is shorter.
  package func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let monthsOn = month - 1 + months
    let newYear = year + monthsOn.floorDivided(by: 12)
    let newMonth = monthsOn.modulo(12) + 1
    let length = Day.lengthOf(month: newMonth, year: newYear)
    return Day(knownYear: newYear, month: newMonth, day: min(day, length))
  }
}
