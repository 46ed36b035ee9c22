import Testing

/// Demands, numbers and borders, asked with both clocks set.
@Suite struct PublicClockTests {
  private static let demanded = """
    @2021-03-01T12:00:00Z
    a declaration 2021-02-20 emil,fara {"form":"call","demands":[{"id":"free","what":"release"},\
    {"id":"care","what":"medical_care","for":["fara"]}]}
    @2021-04-01T12:00:00Z
    b compliance 2021-03-15 emil {"of":"a","demand":"free","stage":"complied"}
    @2021-05-01T12:00:00Z
    c correction {"of":"b","set":{"persons":["fara"]},"reason":"r"}
    @2021-05-02T12:00:00Z
    d compliance 2021-03 {"of":"a","stage":"not_complied"}
    @2021-05-03T12:00:00Z
    e correction {"of":"d","set":{"date":"2021-04-01"},"reason":"r"}
    @2021-05-04T12:00:00Z
    f retraction {"of":"a","reason":"r"}
    """

  @Test(
    arguments: AskedRow.table(
      """
      demands | 2021-02-19 | 1 | -
      demands | 2021-02-20 | 1 | a/free/emil a/free/fara a/care/fara
      demands | 2021-03-14 | 2 | a/free/emil a/free/fara a/care/fara
      demands | 2021-03-15 | 2 | a/free/fara a/care/fara
      demands | 2021-03-15 | 2021-04-01 | a/free/fara a/care/fara
      demands | 2021-03-15 | 2021-04-01T11:59:59Z | a/free/emil a/free/fara a/care/fara
      demands | 2021-03-15 | 3 | a/free/emil a/care/fara
      demands | 2021-03-31 | 4 | a/free/emil a/care/fara
      demands | 2021-03-31 | 5 | a/free/emil a/care/fara
      demands | 2021-04-01 | 5 | a/free/emil a/free/fara a/care/fara
      demands | 2021-04-01 | 6 | -
      """
    )
  )
  func `a demand is open until a compliance that was known then closes it`(row: AskedRow) throws {
    #expect(try row.answer(from: PublicClockTests.demanded) == row.expected)
  }

  private static let counted = """
    @2022-01-10T00:00:00Z
    a arrest 2022-01-05 gita
    b arrest 2022-01-05 hugo
    c count 2022-01-06 - {"states":["held"],"count":{"n":3,"qualifier":"exact"}}
    @2022-01-11T00:00:00Z
    withheld
    @2022-01-12T00:00:00Z
    d arrest 2022-01-05 ivan
    @2022-01-13T00:00:00Z
    e release 2022-01-06 hugo
    @2022-01-14T00:00:00Z
    f correction {"of":"c","set":{"details":{"count":{"n":2}}},"reason":"r"}
    """

  @Test(
    arguments: AskedRow.table(
      """
      counts | 2022-01-05 | 3 | -
      counts | 2022-01-06 | 2 | -
      counts | 2022-01-06 | 3 | c 2 differs
      withheld | 2022-01-06 | 3 | 0
      counts | 2022-01-06 | 4 | c 2 differs
      withheld | 2022-01-06 | 4 | 1
      counts | 2022-01-06 | 5 | c 3 agrees
      withheld | 2022-01-06 | 2022-01-12 | 1
      held | 2022-01-06 | 5 | gita hugo ivan
      counts | 2022-01-06 | 6 | c 2 differs
      counts | 2022-02-28 | 2022-01-14 | c 2 agrees
      held | 2022-01-05 | all | gita hugo ivan
      held | 2022-01-06 | all | gita ivan
      """
    )
  )
  func `a number is compared with what was known of its own day`(row: AskedRow) throws {
    #expect(try row.answer(from: PublicClockTests.counted) == row.expected)
  }

  private static let closed = """
    @2022-01-14T00:00:00Z
    m border-measure 2022-01-01 - {"stage":"imposed","by":"xy","between":["xy","zz"],\
    "measure":"closed","until":"2022-01"}
    @2022-01-15T00:00:00Z
    n border-measure 2022-01-20 - {"stage":"lifted","by":"xy","between":["zz","xy"],\
    "measure":"closed"}
    @2022-01-16T00:00:00Z
    o retraction {"of":"n","reason":"r"}
    @2022-01-17T00:00:00Z
    q correction {"of":"m","set":{"details":{"until":"2022-02-15"}},"reason":"r"}
    """

  @Test(
    arguments: AskedRow.table(
      """
      borders | 2022-01-10 | 0 | -
      borders | 2021-12-31 | 1 | -
      borders | 2022-01-31 | 1 | m
      borders | 2022-02-01 | 1 | -
      borders | 2022-01-19 | 2 | m
      borders | 2022-01-20 | 2 | -
      borders | 2022-01-25 | 2022-01-15 | -
      borders | 2022-01-25 | 3 | m
      borders | 2022-02-10 | 3 | -
      borders | 2022-02-15 | 4 | m
      borders | 2022-02-16 | all | -
      """
    )
  )
  func `a border is closed while what was known then says so`(row: AskedRow) throws {
    #expect(try row.answer(from: PublicClockTests.closed) == row.expected)
  }
}
