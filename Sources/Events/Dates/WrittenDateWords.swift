extension WrittenDate {
  /// The date in English: `17 May 2016`, `about spring 2016`, `day unknown in April 1985`.
  var words: String {
    let noun = nounPhrase
    guard !qualifier.isEmpty else { return noun }
    if isNamed, !hasMixedQualifiers { return qualifier.adverb + " " + noun }
    return "\(noun) (\(qualifierList))"
  }

  /// Whether it names one stretch of the calendar, so that `in`, `about` or `from` can precede it.
  var isNamed: Bool {
    guard year.significantDigits == nil || year.years.count == 1 else { return false }
    return (year.magnitude.isWhole || year.decade != nil) && month?.isWhole ?? true
      && day?.isWhole ?? true
  }

  /// Whether it is named in full and not qualified.
  var isPlain: Bool { isNamed && qualifier.isEmpty }

  /// Whether its parts are qualified differently.
  private var hasMixedQualifiers: Bool {
    (month != nil && qualifiers.month != qualifiers.year)
      || (day != nil && qualifiers.day != qualifiers.year)
  }

  /// What is qualified, and how: `day approximate, month and year uncertain`.
  private var qualifierList: String {
    guard hasMixedQualifiers else { return qualifier.adjective }
    var parts = [("year", qualifiers.year)]
    if let month { parts.insert((month.isSeason ? "season" : "month", qualifiers.month), at: 0) }
    if day != nil { parts.insert(("day", qualifiers.day), at: 0) }
    let groups: [DateQualifier] = [.approximate, .uncertain, [.approximate, .uncertain]]
    let phrases = groups.compactMap { group -> String? in
      let names = parts.filter { $0.1 == group }.map(\.0)
      return names.isEmpty ? nil : names.joined(separator: " and ") + " " + group.adjective
    }
    return phrases.joined(separator: ", ")
  }

  private var nounPhrase: String {
    guard let month else { return year.words }
    if let season { return seasonPhrase(season) }
    guard let day else { return monthPhrase(month) }
    switch (day.number, month.number) {
    case (let day?, let month?): return "\(day) \(EnglishMonth.name(month))\(ofYear)"
    case (let day?, nil) where month.isBlank:
      return "day \(day) of an unknown month \(year.linked)"
    case (nil, _) where day.isBlank && month.isBlank:
      return "day and month unknown in \(year.words)"
    case (nil, _?) where day.isBlank: return "day unknown in \(monthPhrase(month))"
    default:
      return daysPhrase(day, of: month) ?? "a day that fits \(year.digits)-\(month)-\(day)"
    }
  }

  /// The days side by side that a mask leaves in a month of which the length is known.
  private func daysPhrase(_ day: DigitMask, of month: DigitMask) -> String? {
    guard day.isOpenAtEndOnly, let month = month.number, let year = year.onlyYear else {
      return nil
    }
    let fitting = (1...Day.lengthOf(month: month, year: year)).filter(day.fits)
    guard let first = fitting.first, let last = fitting.last, first < last else { return nil }
    return "a day from \(first) to \(last) \(EnglishMonth.name(month))\(ofYear)"
  }

  private func monthPhrase(_ month: DigitMask) -> String {
    if let number = month.number { return EnglishMonth.name(number) + ofYear }
    if month.isBlank { return "month unknown in \(year.words)" }
    let names = (1...12).filter(month.fits).map(EnglishMonth.name)
    // Of a mask with one open digit, more than two months stand side by side.
    guard names.count > 2 else { return names.joined(separator: " or ") + ofYear }
    return "a month from \(names[0]) to \(names[names.count - 1])\(ofYear)"
  }

  private func seasonPhrase(_ season: Season) -> String {
    guard season.endsNextYear, let number = year.onlyYear else {
      return season.code < 33 ? season.name + ofYear : "\(season.name) \(year.linked)"
    }
    // Winter of 2016 is no winter until 2017: both years are named.
    return "\(season.name) \(Day.written(year: number))/\(Day.written(year: number + 1))"
  }

  /// The year as it follows a month or season: ` 2016`, ` in the 1950s`.
  private var ofYear: String {
    year.onlyYear.map { " " + Day.written(year: $0) } ?? " \(year.linked)"
  }
}

extension WrittenYear {
  /// The year in English: `2016`, `the 1950s`, `some year from 1900 to 1999`.
  var words: String {
    if let onlyYear {
      // A bare number of another length would not be taken for a year.
      return (0...9_999 ~= onlyYear ? "" : "the year ") + Day.written(year: onlyYear)
    }
    if let decade { return "the \(decade)s" }
    let first = Day.written(year: years.lowerBound)
    let last = Day.written(year: years.upperBound)
    if significantDigits != nil {
      let estimate = isNegative ? -magnitude.lowest : magnitude.lowest
      return "between \(first) and \(last) (estimated \(Day.written(year: estimate)))"
    }
    guard magnitude.isOpenAtEndOnly else { return "some year that fits \(digits)" }
    return "some year from \(first) to \(last)"
  }

  /// The only year that it can stand for, if there is one.
  var onlyYear: Int? { years.count == 1 ? years.lowerBound : nil }

  /// The year with which its decade begins, if it means one with a name of its own.
  ///
  /// `190X` has none: "the 1900s" are also a century.
  var decade: Int? {
    guard magnitude.unspecified == 1, !isNegative, magnitude.lowest >= 1_000,
      magnitude.lowest % 100 != 0
    else { return nil }
    return magnitude.lowest
  }

  /// The digits as written, with their sign.
  var digits: String { (isNegative ? "-" : "") + magnitude.description }

  /// The year after a noun: `of 2016`, `in the 1950s`.
  var linked: String { (onlyYear == nil && decade != nil ? "in " : "of ") + words }
}

extension DigitMask {
  /// Whether the unspecified digits are the last ones, so that all numbers in between fit.
  var isOpenAtEndOnly: Bool { unspecified & (unspecified + 1) == 0 }

  /// Whether the digits of a month stand for a season.
  fileprivate var isSeason: Bool { number.map { $0 > 12 } ?? false }
}

extension DateQualifier {
  fileprivate var adverb: String {
    switch self {
    case .approximate: "about"
    case .uncertain: "possibly"
    default: "possibly about"
    }
  }

  fileprivate var adjective: String {
    switch self {
    case .approximate: "approximate"
    case .uncertain: "uncertain"
    default: "uncertain and approximate"
    }
  }
}
