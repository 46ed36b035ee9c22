import Testing

/// What is recorded late: old events, partial dates made exact, registrations, deaths.
@Suite struct LateRecordTests {
  private static let partial = """
    @2016-03-01T08:00:00Z
    a arrest 2016 bruno
    @2017-02-01T08:00:00Z
    b release 2016-08 bruno
    @2017-03-01T08:00:00Z
    c sentence 2017-03 bruno {"form":"imprisonment","term":"P1Y","taken_into_custody":true}
    @2017-04-01T08:00:00Z
    d correction {"of":"c","set":{"date":"2017-03-20"},"reason":"r"}
    @2017-05-01T08:00:00Z
    e correction {"of":"a","set":{"date":"2016-09"},"reason":"r"}
    @2017-06-01T08:00:00Z
    f correction {"of":"a","set":{"date":"2016-05"},"reason":"r"}
    """

  @Test(
    arguments: AskedRow.table(
      """
      liberty bruno | 2016-06-01 | 1 | unknown
      possibly bruno | 2016-06-01 | 1 | police_custody
      timeline | 2016-06-01 | 1 | a?
      liberty bruno | 2016-12-30 | 1 | unknown
      liberty bruno | 2016-12-31 | 1 | police_custody
      since bruno | 2016-12-31 | 1 | 2016
      possibly bruno | 2016-07-15 | 2 | police_custody
      possibly bruno | 2016-08-15 | 2 | at_liberty police_custody
      timeline | 2016-08-15 | 2 | a? b?
      liberty bruno | 2016-08-31 | 2 | at_liberty
      possibly bruno | 2016-08-31 | 2 | -
      since bruno | 2016-12-31 | 2017-02-01 | 2016-08
      since bruno | 2016-12-31 | 2017-01-31 | 2016
      liberty bruno | 2017-03-30 | 3 | at_liberty
      possibly bruno | 2017-03-30 | 3 | imprisoned
      since bruno | 2017-03-31 | 3 | 2017-03
      end bruno | 2017-03-31 | 3 | 2018-03-01 2018-03-31 estimated
      liberty bruno | 2017-03-19 | 4 | at_liberty
      possibly bruno | 2017-03-19 | 4 | -
      since bruno | 2017-03-20 | 4 | 2017-03-20
      end bruno | 2017-03-20 | 4 | 2018-03-20 2018-03-20 estimated
      liberty bruno | 2016-12-31 | 5 | police_custody
      since bruno | 2016-12-31 | 5 | 2016-09
      end bruno | 2017-04-01 | 5 | 2017-09-01 2018-03-20 estimated
      timeline | 2017-12-31 | 5 | b a c
      since bruno | 2016-07-01 | 6 | 2016-05
      liberty bruno | 2016-12-31 | 6 | at_liberty
      end bruno | 2017-04-01 | 6 | 2018-03-20 2018-03-20 estimated
      """
    )
  )
  func `partial dates leave open what later corrections decide`(row: AskedRow) throws {
    #expect(try row.answer(from: LateRecordTests.partial) == row.expected)
  }

  /// The first two lines are one batch; the arrest and the release of 2009 are recorded in 2020.
  private static let late = """
    @2020-01-10T00:00:00Z
    a arrest 2019-12-01 clara
    b status 2020-01-05 clara {"liberty":"in_custody"}
    @2020-02-01T00:00:00Z
    d death 2020-01-20 clara {"in_custody":true}
    @2020-03-01T00:00:00Z
    e arrest 2009-06-01 clara
    @2020-03-01T00:00:01Z
    f release 2009-07-01 clara
    @2020-04-01T00:00:00Z
    x retraction {"of":"d","reason":"r"}
    @2020-04-02T00:00:00Z
    y death 2020-02-15 clara
    """

  @Test(
    arguments: AskedRow.table(
      """
      basis clara | 2020-01-06 | 2020-01-10T00:00:00Z | a b
      basis clara | 2020-01-06 | 1 | a
      liberty clara | 2020-01-06 | 2020-01-09 | unknown
      liberty clara | 2020-01-25 | 2 | police_custody
      liberty clara | 2020-01-25 | 2020-01-31 | police_custody
      liberty clara | 2020-01-19 | 3 | police_custody
      since clara | 2020-01-25 | 3 | 2020-01-20
      liberty clara | 2020-01-25 | 3 | deceased
      liberty clara | 2009-06-15 | 3 | unknown
      liberty clara | 2009-06-15 | 4 | police_custody
      liberty clara | 2010-01-01 | 4 | police_custody
      since clara | 2020-01-06 | 4 | 2009-06-01
      basis clara | 2020-01-06 | 4 | e a b
      basis clara | 2010-01-01 | 2020-03-01T00:00:00Z | e
      liberty clara | 2010-01-01 | 5 | at_liberty
      since clara | 2020-01-06 | 5 | 2019-12-01
      basis clara | 2020-01-06 | 5 | a b
      liberty clara | 2020-01-25 | 6 | police_custody
      liberty clara | 2020-02-14 | 7 | police_custody
      since clara | 2020-02-15 | 7 | 2020-02-15
      timeline | 2020-02-15 | 7 | e f a b y
      timeline | 2020-02-15 | 5 | e f a b d
      """
    )
  )
  func `what is recorded late changes only what is known afterwards`(row: AskedRow) throws {
    #expect(try row.answer(from: LateRecordTests.late) == row.expected)
  }

  private static let registered = """
    @2023-01-01T00:00:00Z
    a arrest 2022-12-30 jonas
    @2023-01-02T00:00:00Z
    p person {"id":"jonas","names":[{"text":"Jonas Ek"}]}
    @2023-01-03T00:00:00Z
    c correction {"of":"p","set":{"details":{"names":[{"text":"Jonas Eek"}]}},"reason":"r"}
    @2023-01-04T00:00:00Z
    g correction {"of":"p","set":{"details":{"group":true}},"reason":"r"}
    @2023-01-05T00:00:00Z
    x retraction {"of":"g","reason":"r"}
    @2023-01-06T00:00:00Z
    y retraction {"of":"p","reason":"r"}
    @2023-01-07T00:00:00Z
    z retraction {"of":"y","reason":"r"}
    """

  @Test(
    arguments: AskedRow.table(
      """
      name jonas | 2022-12-31 | 1 | jonas
      held | 2022-12-31 | 1 | jonas
      name jonas | 2022-12-31 | 2023-01-01T23:59:59Z | jonas
      name jonas | 2022-12-31 | 2023-01-02 | Jonas Ek
      name jonas | 2021-01-01 | 2 | Jonas Ek
      name jonas | 2022-12-31 | 3 | Jonas Eek
      liberty jonas | 2022-12-31 | 3 | police_custody
      liberty jonas | 2022-12-31 | 4 | group
      held | 2022-12-31 | 4 | -
      name jonas | 2022-12-31 | 4 | Jonas Eek
      held | 2022-12-31 | 5 | jonas
      name jonas | 2022-12-31 | 6 | jonas
      liberty jonas | 2022-12-31 | 6 | police_custody
      name jonas | 2022-12-31 | 7 | Jonas Eek
      """
    )
  )
  func `a name is shown from its registration on, whatever the day asked about`(row: AskedRow)
    throws
  {
    #expect(try row.answer(from: LateRecordTests.registered) == row.expected)
  }

  private static let merged = """
    @2018-05-01T10:00:00Z
    a arrest 2018-04-20 maria
    b arrest 2018-04-25 mariya
    @2018-05-02T10:00:00Z
    p1 person {"id":"maria","names":[{"text":"Maria Roth"}]}
    p2 person {"id":"mariya","names":[{"text":"Mariya Rot"}]}
    @2018-05-03T10:00:00Z
    c release 2018-05-01 mariya
    @2018-05-04T10:00:00Z
    m identity {"stage":"merged","ids":["mariya"],"into":"maria"}
    @2018-05-05T10:00:00Z
    s identity {"stage":"split","ids":["maria","mariya"]}
    @2018-05-06T10:00:00Z
    u retraction {"of":"m","reason":"r"}
    @2018-05-07T10:00:00Z
    v retraction {"of":"u","reason":"r"}
    """

  @Test(
    arguments: AskedRow.table(
      """
      held | 2018-05-02 | 2 | maria mariya
      name maria | 2018-05-02 | 2 | maria
      name maria | 2018-05-02 | 3 | Maria Roth
      name mariya | 2018-05-02 | 3 | mariya
      name mariya | 2018-05-02 | 4 | Mariya Rot
      held | 2018-05-02 | 5 | maria
      liberty mariya | 2018-05-02 | 5 | at_liberty
      held | 2018-05-02 | 6 | -
      held | 2018-04-30 | 6 | maria
      basis maria | 2018-04-30 | 6 | a b
      since mariya | 2018-04-30 | 6 | 2018-04-20
      name mariya | 2018-04-30 | 6 | Maria Roth
      liberty maria | 2018-05-02 | 7 | at_liberty
      held | 2018-05-02 | 8 | maria
      since mariya | 2018-04-30 | 8 | 2018-04-25
      name mariya | 2018-05-02 | 8 | Mariya Rot
      held | 2018-05-02 | 2018-05-06T09:59:59Z | -
      held | 2018-05-02 | 2018-05-06T10:00:00Z | maria
      liberty maria | 2018-05-02 | 9 | at_liberty
      """
    )
  )
  func `two people are one while a merge is in force, and no longer`(row: AskedRow) throws {
    #expect(try row.answer(from: LateRecordTests.merged) == row.expected)
  }
}
