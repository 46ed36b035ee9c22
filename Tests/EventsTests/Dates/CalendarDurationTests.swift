import Events
import Testing

struct CalendarDurationTests {
  @Test(arguments: [
    ("2016-01-31", "P1M", "2016-02-29"), ("2017-01-31", "P1M", "2017-02-28"),
    ("2016-05-17", "P15D", "2016-06-01"), ("2016-02-29", "P1Y", "2017-02-28"),
    ("2016-02-29", "P4Y", "2020-02-29"), ("2016-08-31", "P6M", "2017-02-28"),
    ("2016-12-31", "P2M", "2017-02-28"), ("2016-11-30", "P1M", "2016-12-30"),
    ("2016-05-17", "P5Y", "2021-05-17"), ("2016-05-17", "P1Y6M", "2017-11-17"),
    ("2016-05-17", "P2W", "2016-05-31"), ("2016-05-17", "P0D", "2016-05-17"),
    ("2016-05-17", "PT1H", "2016-05-18"), ("2016-05-17", "PT24H", "2016-05-18"),
    ("2016-05-17", "PT36H", "2016-05-19"), ("2016-05-17", "PT23H59M60S", "2016-05-18"),
    ("2016-05-17", "PT0S", "2016-05-17"), ("2017-01-31", "P1M1D", "2017-03-01"),
    ("2016-05-17", "P1Y2M3W4DT5H6M7S", "2017-08-12"), ("1999-12-31", "P1D", "2000-01-01"),
    ("-0001-12-31", "P1D", "0000-01-01"),
  ])
  func `a duration is added by the calendar`(start: String, text: String, end: String) throws {
    let day = try #require(Day(iso: start))
    #expect(try CalendarDuration(parsing: text).added(to: day) == Day(iso: end))
  }

  @Test(arguments: [
    ("2016-03-31", "P1M", "2016-02-29"), ("2017-03-31", "P1M", "2017-02-28"),
    ("2016-06-01", "P15D", "2016-05-17"), ("2016-02-29", "P1Y", "2015-02-28"),
    ("2016-01-31", "P2M", "2015-11-30"), ("2016-01-15", "P1M", "2015-12-15"),
    ("2017-02-28", "P1M", "2017-01-28"), ("2016-05-17", "PT36H", "2016-05-15"),
    ("2016-03-31", "P1M1D", "2016-02-28"), ("2016-05-17", "P20Y", "1996-05-17"),
  ])
  func `a duration is subtracted by the calendar`(start: String, text: String, end: String) throws {
    let day = try #require(Day(iso: start))
    #expect(try CalendarDuration(parsing: text).subtracted(from: day) == Day(iso: end))
  }

  @Test(arguments: [
    ("P5Y", "5 years"), ("P1Y6M", "1 year 6 months"), ("P15D", "15 days"), ("P1D", "1 day"),
    ("P2W", "2 weeks"), ("PT36H", "36 hours"), ("P0D", "0 days"), ("P1Y0M1D", "1 year 1 day"),
    ("P1Y2M3W4DT5H6M1S", "1 year 2 months 3 weeks 4 days 5 hours 6 minutes 1 second"),
  ])
  func `a duration is put in words`(text: String, words: String) throws {
    #expect(try CalendarDuration(parsing: text).words == words)
  }

  static let writing = "write P5Y, P1Y6M, P2W, P15D or PT36H"
  static let order = "units stand once, in the order Y M W D, then after T: H M S"

  @Test(arguments: [
    ("", "not a duration; \(writing)"),
    ("5Y", "not a duration; \(writing)"),
    ("-P5Y", "not a duration; \(writing)"),
    ("P5", "not a duration; \(writing)"),
    ("P5y", "not a duration; \(writing)"),
    ("PY", "not a duration; \(writing)"),
    ("P-5Y", "not a duration; \(writing)"),
    ("P5Y ", "not a duration; \(writing)"),
    ("P5H", "not a duration; \(writing)"),
    ("PT5D", "not a duration; \(writing)"),
    ("PT1HT1M", "not a duration; \(writing)"),
    ("P٥Y", "not a duration; \(writing)"),
    ("P", "a duration without units; \(writing)"),
    ("PT", "a duration without units; \(writing)"),
    ("P1YT", "a duration without units; \(writing)"),
    ("P6M1Y", order),
    ("P1Y1Y", order),
    ("P1D1W", order),
    ("P0.5Y", "whole numbers only; write P6M, not P0.5Y"),
    ("P0,5Y", "whole numbers only; write P6M, not P0.5Y"),
    ("P1234567890D", "a number of a duration has at most nine digits"),
  ])
  func `what is not a duration is refused with the reason`(text: String, reason: String) {
    let error = #expect(throws: CalendarDurationError.self) {
      try CalendarDuration(parsing: text)
    }
    #expect(error?.description == "\(text): \(reason)")
  }

  @Test func `a duration of more than 128 bytes is refused`() {
    let text = "P" + String(repeating: "0", count: 200) + "D"
    let error = #expect(throws: CalendarDurationError.self) {
      try CalendarDuration(parsing: text)
    }
    #expect(error?.description == "a duration of 202 bytes; at most 128 are read")
  }

  @Test func `the units are kept as written`() throws {
    let duration = try CalendarDuration(parsing: "P1Y2M3W4DT5H6M7S")
    #expect(duration.verbatim == "P1Y2M3W4DT5H6M7S")
    #expect([duration.years, duration.months, duration.weeks, duration.days] == [1, 2, 3, 4])
    #expect([duration.hours, duration.minutes, duration.seconds] == [5, 6, 7])
    #expect(try CalendarDuration(parsing: "P12M") != CalendarDuration(parsing: "P1Y"))
  }

  @Test func `the longest duration does not overflow`() throws {
    let nines = "999999999"
    let longest = try CalendarDuration(
      parsing: "P\(nines)Y\(nines)M\(nines)W\(nines)DT\(nines)H\(nines)M\(nines)S"
    )
    let day = Day(number: 0)
    #expect(longest.added(to: day).civil.year > 1_000_000_000)
    #expect(longest.subtracted(from: day).civil.year < -1_000_000_000)
  }
}
