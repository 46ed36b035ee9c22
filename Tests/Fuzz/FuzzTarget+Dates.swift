import Events

extension FuzzTarget {
  /// Dates: what is read has its bounds in order, and is read alike from text and from bytes.
  static func dates(_ corpus: Corpus) throws -> FuzzTarget {
    FuzzTarget("dates", try corpus.lines("dates.txt")) { input throws(Violation) in
      let date: EDTF
      do throws(EDTFError) {
        date = try EDTF(parsing: input.span)
      } catch {
        try require(!error.description.isEmpty, "a refusal without words")
        return error.course
      }
      let text = String(decoding: input, as: UTF8.self)
      try require(Array(date.verbatim.utf8) == input, "another text than was read")
      let again = try required("the text is refused, its bytes are not") {
        try EDTF(parsing: text)
      }
      try require(again == date && again.beginning == date.beginning, "text differs from bytes")
      try checkBounds(of: date)
      try require(!date.words.isEmpty, "a date without words")
      try require(0...2 ~= date.level, "level \(date.level)")
      return date.level + (date.isInterval ? 8 : 16) + (date.isWithinLogYears ? 32 : 64)
    }
  }

  private static func checkBounds(of date: EDTF) throws(Violation) {
    for bounds in [date.beginning, date.end] {
      if let earliest = bounds.earliest, let latest = bounds.latest {
        try require(earliest <= latest, "\(earliest) is after \(latest)")
      }
      for day in [bounds.earliest, bounds.latest].compactMap(\.self) where date.isWithinLogYears {
        try require(0...9999 ~= day.civil.year, "\(day) is outside the years of a log")
        try require(Day(iso: "\(day)") == day, "\(day) is not read as it is written")
      }
    }
    if let first = date.beginning.earliest, let last = date.end.latest {
      try require(first <= last, "it begins \(first) and ends \(last)")
    }
  }

  /// Durations: what is read can be added to any day, and moves it that way.
  static func durations(_ corpus: Corpus) throws -> FuzzTarget {
    let days = ["0000-01-01", "2016-02-29", "9999-12-31"].compactMap { Day(iso: $0) }
    return FuzzTarget("durations", try corpus.lines("durations.txt")) { input throws(Violation) in
      let duration: CalendarDuration
      do throws(CalendarDurationError) {
        duration = try CalendarDuration(parsing: String(decoding: input, as: UTF8.self))
      } catch {
        try require(!error.description.isEmpty, "a refusal without words")
        return error.course
      }
      try require(Array(duration.verbatim.utf8) == input, "another text than was read")
      try require(!duration.words.isEmpty, "a duration without words")
      for day in days {
        try require(duration.added(to: day) >= day, "adding it to \(day) goes back")
        try require(duration.subtracted(from: day) <= day, "taking it from \(day) goes on")
        let next = day.adding(days: 1)
        try require(duration.added(to: day) <= duration.added(to: next), "order is lost at \(day)")
      }
      return duration.years.signum() + 2 * duration.months.signum() + 4 * duration.days.signum()
        + 8 * duration.hours.signum() + 16 * duration.weeks.signum()
    }
  }
}

extension EDTFError {
  /// Which of the refusals it is.
  fileprivate var course: Int {
    switch self {
    case .empty: -1
    case .tooLong: -2
    case .refused(_, let fault): fault.hashValue
    }
  }
}

extension CalendarDurationError {
  /// Which of the refusals it is.
  fileprivate var course: Int {
    switch self {
    case .notADuration: -1
    case .noUnits: -2
    case .order: -3
    case .fraction: -4
    case .numberTooLong: -5
    case .tooLong: -6
    }
  }
}
