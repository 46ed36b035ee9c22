import Testing

/// What corrections, retractions and rankings of a later day change in the answers about an earlier
/// one.
@Suite struct CorrectionClockTests {
  /// The correction of a correction's `of` turns it from the arrest to the remand; that is
  /// withdrawn (6), which is withdrawn (7), which is withdrawn (8).
  private static let corrected = """
    @2017-01-10T09:00:00Z
    a arrest 2017-01-05 anna
    @2017-01-12T09:00:00Z
    b remand 2017-01-07 anna {"term":"P2M"}
    @2017-01-20T09:00:00Z
    c1 correction {"of":"a","set":{"date":"2017-01-04"},"reason":"r"}
    @2017-02-01T09:00:00Z
    c2 correction {"of":"c1","set":{"details":{"set":{"date":"2017-01-03"}}},"reason":"r"}
    @2017-02-10T09:00:00Z
    c3 correction {"of":"c1","set":{"details":{"of":"b"}},"reason":"r"}
    @2017-03-01T09:00:00Z
    r1 retraction {"of":"c3","reason":"r"}
    @2017-03-02T09:00:00Z
    r2 retraction {"of":"r1","reason":"r"}
    @2017-03-03T09:00:00Z
    r3 retraction {"of":"r2","reason":"r"}
    """

  @Test(
    arguments: AskedRow.table(
      """
      liberty anna | 2017-01-05 | 0 | unknown
      timeline | 2017-01-05 | 0 | -
      liberty anna | 2017-01-04 | 1 | unknown
      liberty anna | 2017-01-05 | 1 | police_custody
      since anna | 2017-01-06 | 2 | 2017-01-05
      since anna | 2017-01-08 | 2 | 2017-01-07
      end anna | 2017-01-08 | 2 | 2017-03-05 2017-03-07 estimated
      since anna | 2017-01-06 | 2017-01-19 | 2017-01-05
      since anna | 2017-01-06 | 2017-01-20T08:59:59Z | 2017-01-05
      since anna | 2017-01-06 | 2017-01-20T09:00:00Z | 2017-01-04
      since anna | 2017-01-06 | 2017-01-20 | 2017-01-04
      liberty anna | 2017-01-03 | 3 | unknown
      liberty anna | 2017-01-04 | 3 | police_custody
      since anna | 2017-01-04 | 4 | 2017-01-03
      liberty anna | 2017-01-03 | 4 | police_custody
      liberty anna | 2017-01-04 | 5 | pretrial_detention
      basis anna | 2017-01-04 | 5 | b
      end anna | 2017-01-04 | 5 | 2017-03-03 2017-03-03 estimated
      since anna | 2017-01-06 | 5 | 2017-01-05
      timeline | 2017-01-31 | 5 | b a
      since anna | 2017-01-06 | 6 | 2017-01-03
      end anna | 2017-01-10 | 6 | 2017-03-03 2017-03-07 estimated
      timeline | 2017-01-31 | 6 | a b
      basis anna | 2017-01-04 | 7 | b
      end anna | 2017-01-04 | 7 | 2017-03-03 2017-03-03 estimated
      since anna | 2017-01-06 | 8 | 2017-01-03
      since anna | 2017-01-06 | all | 2017-01-03
      """
    )
  )
  func `a correction counts from its own line on, and so does what amends it`(row: AskedRow)
    throws
  {
    #expect(try row.answer(from: CorrectionClockTests.corrected) == row.expected)
  }

  private static let told = """
    @2019-01-01T00:00:00Z
    a arrest 2018-12-20 dora
    @2019-01-02T00:00:00Z
    b arrest 2018-12-22 dora + {"account_of":"a","certainty":"confirmed"}
    @2019-01-03T00:00:00Z
    r1 ranking {"of":"a","rank":"preferred","reason":"r"}
    @2019-01-04T00:00:00Z
    r2 ranking {"of":"b","rank":"preferred","reason":"r"}
    @2019-01-05T00:00:00Z
    x retraction {"of":"r2","reason":"r"}
    @2019-01-06T00:00:00Z
    y retraction {"of":"a","reason":"r"}
    @2019-01-07T00:00:00Z
    z ranking {"of":"b","rank":"deprecated","reason":"r"}
    @2019-01-08T00:00:00Z
    w retraction {"of":"y","reason":"r"}
    """

  @Test(
    arguments: AskedRow.table(
      """
      since dora | 2018-12-25 | 1 | 2018-12-20
      certainty dora | 2018-12-25 | 1 | reported
      since dora | 2018-12-25 | 2 | 2018-12-22
      certainty dora | 2018-12-25 | 2 | confirmed
      liberty dora | 2018-12-21 | 2 | unknown
      liberty dora | 2018-12-21 | 3 | police_custody
      timeline | 2018-12-25 | 3 | a
      timeline | 2018-12-25 | 2019-01-04 | b
      liberty dora | 2018-12-21 | 4 | unknown
      basis dora | 2018-12-25 | 5 | a
      basis dora | 2018-12-25 | 6 | b
      liberty dora | 2018-12-25 | 7 | unknown
      timeline | 2018-12-25 | 7 | -
      basis dora | 2018-12-25 | 8 | a
      since dora | 2018-12-25 | all | 2018-12-20
      """
    )
  )
  func `of two accounts that one is told which the record preferred then`(row: AskedRow) throws {
    #expect(try row.answer(from: CorrectionClockTests.told) == row.expected)
  }

  private static let moved = """
    @2024-02-01T00:00:00Z
    a arrest 2024-01-10 kira
    b release 2024-01 kira + {"after":["a"]}
    @2024-02-02T00:00:00Z
    c correction {"of":"a","set":{"date":"2024-01-20"},"reason":"r"}
    @2024-02-03T00:00:00Z
    d retraction {"of":"a","reason":"r"}
    @2024-02-04T00:00:00Z
    e correction {"of":"b","set":{"persons":["lena"]},"reason":"r"}
    @2024-02-05T00:00:00Z
    f correction {"of":"b","set":{"kind":"arrest","after":null},"reason":"r"}
    """

  @Test(
    arguments: AskedRow.table(
      """
      liberty kira | 2024-01-15 | 2 | police_custody
      possibly kira | 2024-01-15 | 2 | at_liberty
      timeline | 2024-01-15 | 2 | a b?
      possibly kira | 2024-01-05 | 2 | -
      timeline | 2024-01-05 | 2 | -
      liberty kira | 2024-01-31 | 2 | at_liberty
      liberty kira | 2024-01-15 | 3 | unknown
      possibly kira | 2024-01-15 | 3 | -
      since kira | 2024-01-31 | 3 | 2024-01
      possibly kira | 2024-01-05 | 4 | at_liberty
      timeline | 2024-01-05 | 4 | b?
      liberty kira | 2024-01-31 | 5 | unknown
      liberty lena | 2024-01-31 | 5 | at_liberty
      liberty lena | 2024-01-31 | 2024-02-03 | unknown
      liberty lena | 2024-01-31 | 6 | police_custody
      possibly lena | 2024-01-02 | 6 | police_custody
      """
    )
  )
  func `a correction moves an event to other days, people and kinds`(row: AskedRow) throws {
    #expect(try row.answer(from: CorrectionClockTests.moved) == row.expected)
  }

  private static let disputed = """
    @2024-06-01T00:00:00Z
    a status 2024-05-20 mona {"liberty":"imprisoned","since":"2024-03"} + {"certainty":"disputed"}
    @2024-06-02T00:00:00Z
    b status 2024-05-25 mona {"liberty":"imprisoned"}
    @2024-06-03T00:00:00Z
    c retraction {"of":"a","reason":"r"}
    @2024-06-04T00:00:00Z
    d correction {"of":"b","set":{"certainty":"confirmed"},"reason":"r"}
    """

  @Test(
    arguments: AskedRow.table(
      """
      since mona | 2024-05-20 | 1 | 2024-03
      certainty mona | 2024-05-20 | 1 | disputed
      liberty mona | 2024-04-01 | 1 | imprisoned
      certainty mona | 2024-04-01 | 1 | disputed
      liberty mona | 2024-03-15 | 1 | unknown
      possibly mona | 2024-03-15 | 1 | imprisoned
      basis mona | 2024-05-25 | 2 | a b
      certainty mona | 2024-05-25 | 2 | disputed
      since mona | 2024-05-25 | 3 | [..2024-05-25]
      certainty mona | 2024-05-25 | 3 | reported
      liberty mona | 2024-05-20 | 3 | unknown
      certainty mona | 2024-05-25 | 2024-06-03T23:59:59Z | reported
      certainty mona | 2024-05-25 | 4 | confirmed
      """
    )
  )
  func `a status that rests on a disputed event says so until that is withdrawn`(row: AskedRow)
    throws
  {
    #expect(try row.answer(from: CorrectionClockTests.disputed) == row.expected)
  }
}
