/// A part of a year that EDTF writes in the place of the month, from 21 to 41.
struct Season: Hashable, Sendable {
  /// The number written: 21 to 24 seasons, 25 to 28 northern, 29 to 32 southern ones, 33 to 36
  /// quarters, 37 to 39 thirds, 40 and 41 halves of the year.
  let code: Int

  init?(code: Int) {
    guard 21...41 ~= code else { return nil }
    self.code = code
  }

  /// The level of EDTF that has it.
  var level: UInt8 { code <= 24 ? 1 : 2 }

  /// The month in which it begins.
  var firstMonth: Int {
    switch code {
    case 21...24: 3 + (code - 21) * 3
    case 25...28: 3 + (code - 25) * 3
    case 29...32: (9 + (code - 29) * 3 - 1) % 12 + 1
    case 33...36: 1 + (code - 33) * 3
    case 37...39: 1 + (code - 37) * 4
    default: 1 + (code - 40) * 6
    }
  }

  /// How many months it lasts.
  var months: Int {
    switch code {
    case 37...39: 4
    case 40...41: 6
    default: 3
    }
  }

  /// Whether it ends in the year after the one that it is named for, as winter does.
  var endsNextYear: Bool { firstMonth + months - 1 > 12 }

  /// From the first day of it in the first of these years to its last day in the last of them.
  func days(of years: ClosedRange<Int>) -> ClosedRange<Day> {
    let lastMonth = (firstMonth + months - 2) % 12 + 1
    let lastYear = years.upperBound + (endsNextYear ? 1 : 0)
    return Day(
      knownYear: years.lowerBound,
      month: firstMonth,
      day: 1
    )...Day.endOf(
      month: lastMonth,
      year: lastYear
    )
  }

  /// The season in English, without a year.
  var name: String {
    let seasons = ["spring", "summer", "autumn", "winter"]
    switch code {
    case 21...24: return seasons[code - 21]
    case 25...28: return "northern " + seasons[code - 25]
    case 29...32: return "southern " + seasons[code - 29]
    case 33...36: return "the " + ["first", "second", "third", "fourth"][code - 33] + " quarter"
    case 37...39: return "the " + ["first", "second", "third"][code - 37] + " four months"
    default: return "the " + ["first", "second"][code - 40] + " half"
    }
  }
}
