import Events
import Testing

struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
    ("2026-11-22T10:15:00Z", 1_795_342_500), ("2016-02-29T12:34:56Z", 1_456_749_296),
    ("0000-01-01T00:00:00Z", -62_167_219_200), ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func `a moment is counted from 1970 and written back`(iso: String, seconds: Int) {
    #expect(Instant(iso: iso) == Instant(seconds: seconds))
    #expect(Instant(seconds: seconds).description == iso)
  }

  @Test(arguments: [
    "", "2026-11-22", "2026-11-22T10:15:00", "2026-11-22T10:15:00z", "2026-11-22 10:15:00Z",
    "2026-11-22T10:15Z", "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z", "2026-11-22T10:15:60Z",
    "2026-11-31T10:15:00Z", "2026-11-22T10:15:00+00:00", "2026-11-22T10:15:00.0Z",
    "-2026-11-22T10:15:00Z", "2026-11-22T1X:15:00Z", "2026-11-22T10-15-00Z",
  ])
  func `another spelling is no moment`(iso: String) {
    #expect(Instant(iso: iso) == nil)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `any moment survives its own text and lies in its day`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let moment = Instant(
        seconds: Int.random(in: -62_167_219_200...253_402_300_799, using: &chance)
      )
      #expect(Instant(iso: moment.description) == moment)
      #expect(moment.description.hasPrefix(moment.day.description))
      #expect(moment <= Instant.endOf(moment.day))
      #expect(moment > Instant.endOf(moment.day.adding(days: -1)))
    }
  }

  @Test func `a day ends with its last second`() throws {
    let day = try #require(Day(iso: "2016-05-17"))
    #expect(Instant.endOf(day).description == "2016-05-17T23:59:59Z")
    #expect(Instant.endOf(day).day == day)
    #expect(Instant(seconds: Instant.endOf(day).seconds + 1).day == day.adding(days: 1))
  }
}
