import Events
import Projections
import Testing

@Suite struct StatisticsTests {
  @Test func `events are numbered by kind, month and source`() throws {
    let rows = try Chronicle(
      """
      a arrest 2016-05-17 anna + {"sources":[{"source":"two"},{"source":"one"},{"source":"one"}]}
      b arrest 2016-05 bert
      c release 2016 anna
      d release [..2017] bert
      e practice 2010/2015 {"what":"x"}
      f arrest 2021 bert
      g arrest 2016 bert
      r retraction {"of":"g","reason":"r"}
      """
    ).record.figures(asOf: try day("2020-12-31"))
    #expect(
      rows.map { "\($0.what.rawValue) \($0.key) \($0.number)" } == [
        "kind arrest 2", "kind practice 1", "kind release 2", "kind retraction 1",
        "month_happened 2010 1", "month_happened 2016 1", "month_happened 2016-05 2",
        "month_happened undated 1", "month_recorded 2017-07 6", "source one 1", "source two 1",
      ]
    )
    #expect(rows.first?.json.written == #"{"what":"kind","key":"arrest","number":2}"#)
  }

  private static let held = """
    p person {"id":"crowd","names":[{"text":"Crowd"}],"group":true}
    a arrest 2016-01-10 anna
    b release 2016-03-31 anna
    c status 2015-12-31 bert {"liberty":"house_arrest"}
    d status 2016-02-01 cora {"liberty":"disappeared"}
    e status 2016-02-01 crowd {"liberty":"in_custody"}
    f arrest 2016-02-28 dora
    """

  @Test func `the held are numbered at the end of each month and on the last day`() throws {
    let rows = try Chronicle(StatisticsTests.held).record.heldOverTime(
      from: try day("2015-12-15"),
      to: try day("2016-04-10"),
      by: .month
    )
    #expect(
      rows.map(\.json.written) == [
        #"{"day":"2015-12-31","held":0,"not_current":0,"house_arrest":1,"open_facility":0,"#
          + #""disappeared":0}"#,
        #"{"day":"2016-01-31","held":1,"not_current":1,"house_arrest":1,"open_facility":0,"#
          + #""disappeared":0}"#,
        // 29 February: dora was taken the day before.
        #"{"day":"2016-02-29","held":2,"not_current":1,"house_arrest":1,"open_facility":0,"#
          + #""disappeared":1}"#,
        #"{"day":"2016-03-31","held":1,"not_current":1,"house_arrest":1,"open_facility":0,"#
          + #""disappeared":1}"#,
        #"{"day":"2016-04-10","held":1,"not_current":1,"house_arrest":1,"open_facility":0,"#
          + #""disappeared":1}"#,
      ]
    )
  }

  @Test func `an assertion counts from the month since which it says so`() throws {
    let rows = try Chronicle(
      """
      a status 2017-10~ anna {"liberty":"psychiatric_detention","since":"2016-10~"}
      """
    ).record.heldOverTime(from: try day("2016-08-15"), to: try day("2016-12-10"), by: .month)
    #expect(rows.map(\.held) == [0, 0, 1, 1, 1])
  }

  @Test(arguments: Array(UInt64(1)...8))
  func `each number equals the statuses of its day`(seed: UInt64) throws {
    var random = RandomChronicle(seed: seed)
    let record = try Chronicle(random.lines(60).joined(separator: "\n"), isLax: true).record
    for number in record.heldOverTime(
      from: try day("2015-06-01"),
      to: try day("2018-06-15"),
      by: .month
    ) {
      let held = record.detentionStatuses(asOf: number.day).filter(\.isHeld)
      #expect(number.held == held.count)
      #expect(number.notCurrent == held.count { !$0.isCurrent })
    }
  }

  @Test(arguments: [
    ("2015-12-15", "2017-06-01", ["2015-12-31", "2016-12-31", "2017-06-01"]),
    ("2016-01-01", "2016-12-31", ["2016-12-31"]), ("2017-01-01", "2016-01-01", []),
  ])
  func `years are walked by their last days`(first: String, last: String, days: [String]) throws {
    let rows = try Chronicle(StatisticsTests.held).record.heldOverTime(
      from: try day(first),
      to: try day(last),
      by: .year
    )
    #expect(rows.map(\.day.description) == days)
  }
}
