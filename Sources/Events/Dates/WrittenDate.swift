/// One date as written, down to its month, season or day: `2016-05-17`, `~2016-1X`, `2001-21`.
struct WrittenDate: Hashable, Sendable {
  /// The qualifiers that apply to each part, wherever they are written.
  struct Qualifiers: Hashable, Sendable {
    var year: DateQualifier
    var month: DateQualifier
    var day: DateQualifier
  }

  let year: WrittenYear
  /// The month, or the number of a season.
  let month: DigitMask?
  let day: DigitMask?
  let qualifiers: Qualifiers
  /// Whether a qualifier stands anywhere but at the end.
  let hasPartQualifiers: Bool
  /// The first and the last day that it can stand for.
  let days: ClosedRange<Day>

  /// Reads a date that begins at that offset, and moves beyond it.
  init(reading bytes: Span<UInt8>, at position: inout Int) throws(EDTFFault) {
    // A qualifier before a part is of that part alone; one after it also of all parts before it.
    let beforeYear = try DateQualifier(reading: bytes, at: &position)
    year = try WrittenYear(reading: bytes, at: &position)
    let afterYear = try DateQualifier(reading: bytes, at: &position)
    var beforeMonth: DateQualifier = []
    var afterMonth: DateQualifier = []
    var beforeDay: DateQualifier = []
    var afterDay: DateQualifier = []
    var month: DigitMask?
    var day: DigitMask?
    if bytes.byte(at: position) == UInt8(ascii: "-") {
      if year.standsAlone { throw .monthOfLongYear }
      position += 1
      beforeMonth = try DateQualifier(reading: bytes, at: &position)
      month = try DigitMask(reading: .month, width: 2, from: bytes, at: &position)
      afterMonth = try DateQualifier(reading: bytes, at: &position)
      if bytes.byte(at: position) == UInt8(ascii: "-") {
        position += 1
        beforeDay = try DateQualifier(reading: bytes, at: &position)
        day = try DigitMask(reading: .day, width: 2, from: bytes, at: &position)
        afterDay = try DateQualifier(reading: bytes, at: &position)
      }
    }
    self.month = month
    self.day = day
    let fromMonth = afterMonth.union(afterDay)
    qualifiers = Qualifiers(
      year: beforeYear.union(afterYear).union(fromMonth),
      month: beforeMonth.union(fromMonth),
      day: beforeDay.union(afterDay)
    )
    var early = beforeYear.union(beforeMonth).union(beforeDay)
    if month != nil { early.formUnion(afterYear) }
    if day != nil { early.formUnion(afterMonth) }
    hasPartQualifiers = !early.isEmpty
    days = try WrittenDate.days(year: year, month: month, day: day)
  }

  /// Every qualifier that stands anywhere in it.
  var qualifier: DateQualifier {
    qualifiers.year.union(qualifiers.month).union(qualifiers.day)
  }

  var season: Season? { month?.number.flatMap(Season.init(code:)) }

  /// Whether some digit of it is `X`.
  var isMasked: Bool {
    !year.magnitude.isWhole || !(month?.isWhole ?? true) || !(day?.isWhole ?? true)
  }

  /// Whether it lies in the years 0000 to 9999, which are written with four digits and no sign.
  var isWithinLogYears: Bool {
    days.lowerBound >= WrittenDate.firstLogDay && days.upperBound <= WrittenDate.lastLogDay
  }

  /// Whether it is a plain day, to which a time can be added.
  var isPlainDay: Bool { day != nil && level == 0 }

  /// The level of EDTF that it needs.
  var level: UInt8 {
    if hasPartQualifiers { return 2 }
    return max(year.level, season?.level ?? 0, maskLevel, qualifier.isEmpty ? 0 : 1)
  }

  /// The day 0000-01-01.
  private static let firstLogDay = Day(number: -719_528)
  /// The day 9999-12-31.
  private static let lastLogDay = Day(number: 2_932_896)

  /// Level 1 has masks of the last one or two digits of a bare year, of a whole month, a whole
  /// day, or both of these; everything else is level 2.
  private var maskLevel: UInt8 {
    guard isMasked else { return 0 }
    guard let month else { return [0b1, 0b11].contains(year.magnitude.unspecified) ? 1 : 2 }
    guard year.magnitude.isWhole else { return 2 }
    guard let day else { return month.isBlank ? 1 : 2 }
    return day.isBlank && (month.isWhole || month.isBlank) ? 1 : 2
  }
}
