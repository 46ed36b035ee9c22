extension WrittenDate {
  /// The first and the last day that these parts can stand for; a fault if there is none.
  static func days(
    year: WrittenYear,
    month: DigitMask?,
    day: DigitMask?
  ) throws(EDTFFault) -> ClosedRange<Day> {
    let years = year.years
    guard let month else { return days(of: 1...12, in: years) }
    if let number = month.number, !(1...12 ~= number) {
      guard let season = Season(code: number) else { throw .noSuchMonth(number) }
      if day != nil { throw .dayOfSeason }
      return season.days(of: years)
    }
    guard let day else {
      guard let first = (1...12).first(where: month.fits),
        let last = (1...12).last(where: month.fits)
      else { throw .nothingFits }
      return days(of: first...last, in: years)
    }
    guard let yearNumber = year.magnitude.number, let monthNumber = month.number,
      let dayNumber = day.number
    else { return try fillings(year: year, month: month, day: day) }
    let signed = year.isNegative ? -yearNumber : yearNumber
    guard let only = Day(year: signed, month: monthNumber, day: dayNumber) else {
      throw .noSuchDay(dayNumber, month: monthNumber, year: signed)
    }
    return only...only
  }

  private static func days(
    of months: ClosedRange<Int>,
    in years: ClosedRange<Int>
  ) -> ClosedRange<Day> {
    Day(
      knownYear: years.lowerBound,
      month: months.lowerBound,
      day: 1
    )...Day.endOf(
      month: months.upperBound,
      year: years.upperBound
    )
  }

  /// The first and the last day of the calendar that fit three parts, some of them masked.
  private static func fillings(
    year: WrittenYear,
    month: DigitMask,
    day: DigitMask
  ) throws(EDTFFault) -> ClosedRange<Day> {
    // What no leap year has, no year has: this ends a vain search through ten thousand years.
    guard filling(in: 2000, month, day, latest: false) != nil else { throw .nothingFits }
    var earliest: Day?
    for candidate in year.years where year.fits(candidate) {
      earliest = filling(in: candidate, month, day, latest: false)
      if earliest != nil { break }
    }
    var latest: Day?
    for candidate in year.years.reversed() where year.fits(candidate) {
      latest = filling(in: candidate, month, day, latest: true)
      if latest != nil { break }
    }
    guard let earliest, let latest else { throw .nothingFits }
    return earliest...latest
  }

  /// The first or the last day of one year that fits.
  private static func filling(
    in year: Int,
    _ month: DigitMask,
    _ day: DigitMask,
    latest: Bool
  ) -> Day? {
    for step in 1...12 {
      let candidate = latest ? 13 - step : step
      guard month.fits(candidate) else { continue }
      let days = 1...Day.lengthOf(month: candidate, year: year)
      guard let found = latest ? days.last(where: day.fits) : days.first(where: day.fits) else {
        continue
      }
      return Day(knownYear: year, month: candidate, day: found)
    }
    return nil
  }
}
