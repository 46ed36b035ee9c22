import Events
import Testing

struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
    ("0000-01-01", -719_528), ("9999-12-31", 2_932_896), ("10000-01-01", 2_932_897),
    ("-0001-12-31", -719_529), ("1600-02-29", -135_081), ("2026-11-22", 20_779),
  ])
  func `a day is counted from 1970 and written back`(iso: String, number: Int) {
    #expect(Day(iso: iso) == Day(number: number))
    #expect(Day(number: number).description == iso)
  }

  @Test(arguments: 0...24)
  func `four centuries of days agree with counting them one by one`(era: Int) {
    // 97 leap years and 365 days a year, counted here without the code under test.
    let start = era * 400
    var number = era * (400 * 365 + 97) - 719_528
    var mistakes: [Day] = []
    for year in start..<start + 400 {
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        // The edges of every month, and one day within it.
        for day in [1, 2 + Int(number.magnitude % UInt(length - 2)), length] {
          let counted = Day(number: number + day - 1)
          if counted.civil != (year, index + 1, day)
            || Day(year: year, month: index + 1, day: day) != counted
          {
            mistakes.append(counted)
          }
        }
        if Day(year: year, month: index + 1, day: length + 1) != nil {
          mistakes.append(Day(number: number))
        }
        number += length
      }
    }
    #expect(mistakes.isEmpty)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `any day survives its own text`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let bits = Int.random(in: 1...48, using: &chance)
      let day = Day(number: Int.random(in: -(1 << bits)...(1 << bits), using: &chance))
      let (year, month, dayOfMonth) = day.civil
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
      #expect(Day(iso: day.description) == day)
    }
  }

  @Test(arguments: [
    "", "2016", "2016-05", "2016-5-17", "2016-05-17 ", " 2016-05-17", "2016-02-30", "2016-00-01",
    "2016-13-01", "2016-05-00", "+2016-05-17", "02016-05-17", "-0000-01-01", "216-05-17",
    "2016/05/17", "2016-05-1X", "2016-05-17T10:15:00Z", "２０１６-05-17", "--0001-01-01",
    "1234567890123456-01-01",
  ])
  func `another spelling is no day`(iso: String) {
    #expect(Day(iso: iso) == nil)
  }

  @Test(arguments: [(2017, 2, 29), (1900, 2, 29), (2016, 4, 31), (2016, 0, 1), (2016, 1, 0)])
  func `the calendar has no such day`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func `the farthest days have a year without trapping`() {
    #expect(Day(number: .max).civil.year > 25_000_000_000_000_000)
    #expect(Day(number: .min).civil.year < -25_000_000_000_000_000)
    #expect(Day(year: .max, month: 1, day: 1) == nil)
    #expect(Day(year: .min, month: 1, day: 1) == nil)
  }

  @Test func `days are ordered, added and subtracted`() throws {
    let first = try #require(Day(iso: "2016-05-17"))
    let second = try #require(Day(iso: "2016-06-01"))
    #expect(first < second)
    #expect(second - first == 15)
    #expect(first.adding(days: 15) == second)
    #expect(second.adding(days: -15) == first)
  }
}
