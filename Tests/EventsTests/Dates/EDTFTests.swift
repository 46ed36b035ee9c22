import Events
import Testing

/// The examples of the EDTF specification, with bounds worked out by hand.
struct EDTFTests {
  static let levelZero = [
    DatedSample("1985-04-12", level: 0, "1985-04-12 1985-04-12"),
    DatedSample("1985-04", level: 0, "1985-04-01 1985-04-30"),
    DatedSample("1985", level: 0, "1985-01-01 1985-12-31"),
    DatedSample("2016-02", level: 0, "2016-02-01 2016-02-29"),
    DatedSample("0000", level: 0, "0000-01-01 0000-12-31"),
    DatedSample("0000-02-29", level: 0, "0000-02-29 0000-02-29"),
    DatedSample("1985-04-12T23:20:30", level: 0, "1985-04-12 1985-04-12"),
    DatedSample("1985-04-12T23:20:30Z", level: 0, "1985-04-12 1985-04-12"),
    DatedSample("1985-04-12T23:20:30-04", level: 0, "1985-04-12 1985-04-12"),
    DatedSample("1985-04-12T23:20:30+04:30", level: 0, "1985-04-12 1985-04-12"),
    DatedSample("2004-01-01T24:00:00Z", level: 0, "2004-01-01 2004-01-01"),
    DatedSample("2016-12-31T23:59:60Z", level: 0, "2016-12-31 2016-12-31"),
    DatedSample("2017-01-01T05:29:60+05:30", level: 0, "2017-01-01 2017-01-01"),
    DatedSample("1964/2008", level: 0, "1964-01-01 1964-12-31", end: "2008-01-01 2008-12-31"),
    DatedSample("2004-06/2006-08", level: 0, "2004-06-01 2004-06-30", end: "2006-08-01 2006-08-31"),
    DatedSample(
      "2004-02-01/2005-02-08",
      level: 0,
      "2004-02-01 2004-02-01",
      end: "2005-02-08 2005-02-08"
    ),
    DatedSample(
      "2004-02-01/2005-02",
      level: 0,
      "2004-02-01 2004-02-01",
      end: "2005-02-01 2005-02-28"
    ),
    DatedSample("2004-02-01/2005", level: 0, "2004-02-01 2004-02-01", end: "2005-01-01 2005-12-31"),
    DatedSample("2005/2006-02", level: 0, "2005-01-01 2005-12-31", end: "2006-02-01 2006-02-28"),
    DatedSample("2016-05-17/2016", level: 0, "2016-05-17 2016-05-17", end: "2016-05-17 2016-12-31"),
    DatedSample("2016/2016-03", level: 0, "2016-01-01 2016-03-31", end: "2016-03-01 2016-03-31"),
  ]

  static let levelOne = [
    DatedSample("Y170000002", level: 1, "170000002-01-01 170000002-12-31"),
    DatedSample("Y-170000002", level: 1, "-170000002-01-01 -170000002-12-31"),
    DatedSample("-1985", level: 1, "-1985-01-01 -1985-12-31"),
    DatedSample("-0004-02-29", level: 1, "-0004-02-29 -0004-02-29"),
    DatedSample("2001-21", level: 1, "2001-03-01 2001-05-31"),
    DatedSample("2001-22", level: 1, "2001-06-01 2001-08-31"),
    DatedSample("2001-23", level: 1, "2001-09-01 2001-11-30"),
    DatedSample("2001-24", level: 1, "2001-12-01 2002-02-28"),
    DatedSample("2003-24", level: 1, "2003-12-01 2004-02-29"),
    DatedSample("1984?", level: 1, "1984-01-01 1984-12-31"),
    DatedSample("2004-06~", level: 1, "2004-06-01 2004-06-30"),
    DatedSample("2004-06-11%", level: 1, "2004-06-11 2004-06-11"),
    DatedSample("201X", level: 1, "2010-01-01 2019-12-31"),
    DatedSample("20XX", level: 1, "2000-01-01 2099-12-31"),
    DatedSample("2004-XX", level: 1, "2004-01-01 2004-12-31"),
    DatedSample("1985-04-XX", level: 1, "1985-04-01 1985-04-30"),
    DatedSample("1985-XX-XX", level: 1, "1985-01-01 1985-12-31"),
    DatedSample("-201X", level: 1, "-2019-01-01 -2010-12-31"),
    DatedSample("1985-04-12/..", level: 1, "1985-04-12 1985-04-12", end: "* *"),
    DatedSample("1985-04/..", level: 1, "1985-04-01 1985-04-30", end: "* *"),
    DatedSample("1985/..", level: 1, "1985-01-01 1985-12-31", end: "* *"),
    DatedSample("../1985-04-12", level: 1, "* 1985-04-12", end: "1985-04-12 1985-04-12"),
    DatedSample("../1985-04", level: 1, "* 1985-04-30", end: "1985-04-01 1985-04-30"),
    DatedSample("../1985", level: 1, "* 1985-12-31", end: "1985-01-01 1985-12-31"),
    DatedSample("1985-04-12/", level: 1, "1985-04-12 1985-04-12", end: "* *"),
    DatedSample("1985/", level: 1, "1985-01-01 1985-12-31", end: "* *"),
    DatedSample("/1985-04", level: 1, "* 1985-04-30", end: "1985-04-01 1985-04-30"),
    DatedSample("1984~/2004-06", level: 1, "1984-01-01 1984-12-31", end: "2004-06-01 2004-06-30"),
    DatedSample("1984/2004-06~", level: 1, "1984-01-01 1984-12-31", end: "2004-06-01 2004-06-30"),
    DatedSample("1984~/2004~", level: 1, "1984-01-01 1984-12-31", end: "2004-01-01 2004-12-31"),
    DatedSample("1984?/2004%", level: 1, "1984-01-01 1984-12-31", end: "2004-01-01 2004-12-31"),
    DatedSample(
      "1984-06-02?/2004-08-08~",
      level: 1,
      "1984-06-02 1984-06-02",
      end: "2004-08-08 2004-08-08"
    ),
    DatedSample("1984-06-02?/", level: 1, "1984-06-02 1984-06-02", end: "* *"),
  ]

  static let levelTwoDates = [
    DatedSample("Y-17E7", level: 2, "-170000000-01-01 -170000000-12-31"),
    DatedSample("1950S2", level: 2, "1900-01-01 1999-12-31"),
    DatedSample("1950S4", level: 2, "1950-01-01 1950-12-31"),
    DatedSample("-1950S2", level: 2, "-1999-01-01 -1900-12-31"),
    DatedSample("Y171010000S3", level: 2, "171000000-01-01 171999999-12-31"),
    DatedSample("Y3388E2S3", level: 2, "338000-01-01 338999-12-31"),
    DatedSample("2001-25", level: 2, "2001-03-01 2001-05-31"),
    DatedSample("2001-26", level: 2, "2001-06-01 2001-08-31"),
    DatedSample("2001-27", level: 2, "2001-09-01 2001-11-30"),
    DatedSample("2001-28", level: 2, "2001-12-01 2002-02-28"),
    DatedSample("2001-29", level: 2, "2001-09-01 2001-11-30"),
    DatedSample("2003-30", level: 2, "2003-12-01 2004-02-29"),
    DatedSample("2001-31", level: 2, "2001-03-01 2001-05-31"),
    DatedSample("2001-32", level: 2, "2001-06-01 2001-08-31"),
    DatedSample("2001-33", level: 2, "2001-01-01 2001-03-31"),
    DatedSample("2001-34", level: 2, "2001-04-01 2001-06-30"),
    DatedSample("2001-35", level: 2, "2001-07-01 2001-09-30"),
    DatedSample("2001-36", level: 2, "2001-10-01 2001-12-31"),
    DatedSample("2001-37", level: 2, "2001-01-01 2001-04-30"),
    DatedSample("2001-38", level: 2, "2001-05-01 2001-08-31"),
    DatedSample("2001-39", level: 2, "2001-09-01 2001-12-31"),
    DatedSample("2001-40", level: 2, "2001-01-01 2001-06-30"),
    DatedSample("2001-41", level: 2, "2001-07-01 2001-12-31"),
    DatedSample("201X-24", level: 2, "2010-12-01 2020-02-29"),
    DatedSample("2004-06~-11", level: 2, "2004-06-11 2004-06-11"),
    DatedSample("2004?-06-11", level: 2, "2004-06-11 2004-06-11"),
    DatedSample("?2004-06-~11", level: 2, "2004-06-11 2004-06-11"),
    DatedSample("2004-%06-11", level: 2, "2004-06-11 2004-06-11"),
    DatedSample("~2004", level: 2, "2004-01-01 2004-12-31"),
    DatedSample("156X-12-25", level: 2, "1560-12-25 1569-12-25"),
    DatedSample("15XX-12-25", level: 2, "1500-12-25 1599-12-25"),
    DatedSample("XXXX-12-XX", level: 2, "0000-12-01 9999-12-31"),
    DatedSample("1XXX-XX", level: 2, "1000-01-01 1999-12-31"),
    DatedSample("1XXX-12", level: 2, "1000-12-01 1999-12-31"),
    DatedSample("1984-1X", level: 2, "1984-10-01 1984-12-31"),
    DatedSample("1984-X1", level: 2, "1984-01-01 1984-11-30"),
    DatedSample("2016-XX-31", level: 2, "2016-01-31 2016-12-31"),
    DatedSample("2016-XX-29", level: 2, "2016-01-29 2016-12-29"),
    DatedSample("1985-0X-3X", level: 2, "1985-01-30 1985-09-30"),
    DatedSample("20XX-02-29", level: 2, "2000-02-29 2096-02-29"),
    DatedSample("19X0-02-29", level: 2, "1920-02-29 1980-02-29"),
    DatedSample("XXXX-02-2X", level: 2, "0000-02-20 9999-02-28"),
    DatedSample("-000X", level: 1, "-0009-01-01 -0001-12-31"),
    DatedSample("1X5X", level: 2, "1050-01-01 1959-12-31"),
  ]

  static let levelTwoLists = [
    DatedSample(
      "2004-06-~01/2004-06-~20",
      level: 2,
      "2004-06-01 2004-06-01",
      end: "2004-06-20 2004-06-20"
    ),
    DatedSample(
      "2004-06-XX/2004-07-03",
      level: 2,
      "2004-06-01 2004-06-30",
      end: "2004-07-03 2004-07-03"
    ),
    DatedSample("[1667,1668,1670..1672]", level: 2, "1667-01-01 1672-12-31"),
    DatedSample("[..1760-12-03]", level: 2, "* 1760-12-03"),
    DatedSample("[1760-12..]", level: 2, "1760-12-01 *"),
    DatedSample("[1760-01,1760-02,1760-12..]", level: 2, "1760-01-01 *"),
    DatedSample("[1667,1760-12]", level: 2, "1667-01-01 1760-12-31"),
    DatedSample("[1760-12,1667]", level: 2, "1667-01-01 1760-12-31"),
    DatedSample("[..1984]", level: 2, "* 1984-12-31"),
    DatedSample("[..1984,1990..]", level: 2, "* *"),
    DatedSample("[..2017-10-07]", level: 2, "* 2017-10-07"),
    DatedSample("[..2017-10~]", level: 2, "* 2017-10-31"),
    DatedSample(
      "{1667,1668,1670..1672}",
      level: 2,
      "1667-01-01 1667-12-31",
      end: "1672-01-01 1672-12-31"
    ),
    DatedSample("{1960,1961-12}", level: 2, "1960-01-01 1960-12-31", end: "1961-12-01 1961-12-31"),
    DatedSample("{1961-12,1960}", level: 2, "1960-01-01 1960-12-31", end: "1961-12-01 1961-12-31"),
    DatedSample("{..1984}", level: 2, "* 1984-12-31", end: "1984-01-01 1984-12-31"),
    DatedSample("{1984..}", level: 2, "1984-01-01 1984-12-31", end: "1984-01-01 *"),
    DatedSample(
      "{2016,2016-03}",
      level: 2,
      "2016-01-01 2016-03-31",
      end: "2016-03-01 2016-12-31"
    ),
  ]

  @Test(arguments: levelZero + levelOne + levelTwoDates + levelTwoLists)
  func `a date spans the days that it can stand for`(sample: DatedSample) throws {
    let date = try EDTF(parsing: sample.text)
    #expect(date.beginning.sample == sample.beginning)
    #expect(date.end.sample == sample.end)
    #expect(date.level == sample.level)
    #expect(date.isInterval == sample.text.utf8.contains(UInt8(ascii: "/")))
    #expect(date.verbatim == sample.text)
  }

  @Test(arguments: ["1984~", "~1984", "2004-06~-11", "[..2016~]", "../2016~"])
  func `a tilde makes a date approximate`(text: String) throws {
    let date = try EDTF(parsing: text)
    #expect(date.isApproximate)
    #expect(!date.isUncertain)
  }

  @Test(arguments: ["1984?", "?1984", "2004-06?-11", "{2016,2017?}", "2016?/.."])
  func `a question mark makes a date uncertain`(text: String) throws {
    let date = try EDTF(parsing: text)
    #expect(date.isUncertain)
    #expect(!date.isApproximate)
  }

  @Test(arguments: ["1984%", "2004-%06-11", "2004?-~06", "1984?/2004~", "[1984~,1985?]"])
  func `a percent sign, or both signs, make a date approximate and uncertain`(
    text: String
  ) throws {
    let date = try EDTF(parsing: text)
    #expect(date.isApproximate)
    #expect(date.isUncertain)
  }

  @Test(arguments: ["1984", "201X", "2001-21", "[..2016]", "1950S2"])
  func `a date without those signs is neither`(text: String) throws {
    let date = try EDTF(parsing: text)
    #expect(!date.isApproximate)
    #expect(!date.isUncertain)
  }

  @Test(arguments: ["0000", "9999-12-31", "XXXX", "[..2016]", "2016/..", "9999-23", "{..0000}"])
  func `a log takes the years 0000 to 9999`(text: String) throws {
    #expect(try EDTF(parsing: text).isWithinLogYears)
  }

  @Test(arguments: [
    "-0001", "Y10000", "-0001-12-31", "9999-24", "Y17E4", "[..-0001]", "[2016,Y10000..]",
    "{2016,Y10000..}", "-0001/..", "../Y10000", "2016/Y10000",
  ])
  func `a log takes no years beyond these`(text: String) throws {
    #expect(try !EDTF(parsing: text).isWithinLogYears)
  }

  @Test func `dates are equal only if they are written alike`() throws {
    let written = try EDTF(parsing: "2016-05~")
    #expect(try EDTF(parsing: "2016-05~") == written)
    #expect(try EDTF(parsing: "~2016-~05") != written)
    #expect(try Set([written, EDTF(parsing: "2016-05~"), EDTF(parsing: "2016-05")]).count == 2)
  }

  @Test(arguments: levelZero + levelOne + levelTwoDates + levelTwoLists)
  func `bytes are read as their text is`(sample: DatedSample) throws {
    let bytes = Array(sample.text.utf8)
    let date = try EDTF(parsing: bytes.span)
    #expect(try date == EDTF(parsing: sample.text))
    #expect(date.beginning.sample == sample.beginning)
  }
}
