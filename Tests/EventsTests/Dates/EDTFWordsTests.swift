import Events
import Testing

struct EDTFWordsTests {
  static let dates = [
    ("2016-05-17", "17 May 2016"),
    ("2016-05", "May 2016"),
    ("2016", "2016"),
    ("0005", "0005"),
    ("-0043", "the year -0043"),
    ("-0043-03-15", "15 March -0043"),
    ("Y170000002", "the year 170000002"),
    ("Y-17E7", "the year -170000000"),
    ("1950S2", "between 1900 and 1999 (estimated 1950)"),
    ("1950S2~", "between 1900 and 1999 (estimated 1950) (approximate)"),
    ("1950S4", "1950"),
    ("2016-05-17T10:15:00", "17 May 2016 at 10:15:00"),
    ("2016-05-17T10:15:00Z", "17 May 2016 at 10:15:00 (UTC)"),
    ("2016-05-17T10:15:00+05:30", "17 May 2016 at 10:15:00 (+05:30)"),
    ("2016-05~", "about May 2016"),
    ("2016-05?", "possibly May 2016"),
    ("2016-05%", "possibly about May 2016"),
    ("~2016-~05", "about May 2016"),
    ("2004-06~-11", "11 June 2004 (month and year approximate)"),
    ("?2004-06-~11", "11 June 2004 (day approximate, year uncertain)"),
    ("2004-%06-11", "11 June 2004 (month uncertain and approximate)"),
    ("2004-~21", "spring 2004 (season approximate)"),
  ]

  static let seasons = [
    ("2016-21", "spring 2016"),
    ("2016-24", "winter 2016/2017"),
    ("2016-24~", "about winter 2016/2017"),
    ("2016-26", "northern summer 2016"),
    ("2016-30", "southern summer 2016/2017"),
    ("2016-32", "southern winter 2016"),
    ("2016-33", "the first quarter of 2016"),
    ("2016-39", "the third four months of 2016"),
    ("2016-41", "the second half of 2016"),
    ("201X-24", "winter in the 2010s"),
    ("201X-41", "the second half in the 2010s"),
  ]

  static let masks = [
    ("195X", "the 1950s"),
    ("195X~", "about the 1950s"),
    ("190X", "some year from 1900 to 1909"),
    ("19XX", "some year from 1900 to 1999"),
    ("19XX~", "some year from 1900 to 1999 (approximate)"),
    ("-201X", "some year from -2019 to -2010"),
    ("1X5X", "some year that fits 1X5X"),
    ("2004-XX", "month unknown in 2004"),
    ("1985-04-XX", "day unknown in April 1985"),
    ("1985-XX-XX", "day and month unknown in 1985"),
    ("1984-1X", "a month from October to December 1984"),
    ("1984-X1", "January or November 1984"),
    ("1984-X5", "May 1984"),
    ("156X-12-25", "25 December in the 1560s"),
    ("15XX-12-25", "25 December of some year from 1500 to 1599"),
    ("XXXX-12-XX", "day unknown in December of some year from 0000 to 9999"),
    ("2016-XX-31", "day 31 of an unknown month of 2016"),
    ("2016-05-1X", "a day from 10 to 19 May 2016"),
    ("2016-02-2X", "a day from 20 to 29 February 2016"),
    ("2016-02-2X~", "a day from 20 to 29 February 2016 (approximate)"),
    ("2016-04-3X", "a day that fits 2016-04-3X"),
    ("2016-05-X7", "a day that fits 2016-05-X7"),
    ("201X-02-2X", "a day that fits 201X-02-2X"),
    ("1985-0X-3X", "a day that fits 1985-0X-3X"),
    ("-1985-0X-31", "a day that fits -1985-0X-31"),
  ]

  static let spans = [
    ("2016/2017-03", "2016 to March 2017"),
    ("2016/..", "from 2016, still open"),
    ("2016/", "from 2016, end unknown"),
    ("../2016", "until 2016, beginning open"),
    ("/2016-05", "until May 2016, beginning unknown"),
    ("1984?/2004", "beginning possibly 1984, ending 2004"),
    ("1984~/..", "from about 1984, still open"),
    ("19XX/2016", "beginning some year from 1900 to 1999, ending 2016"),
    ("19XX/", "beginning some year from 1900 to 1999, end unknown"),
    ("../2016-05-XX", "ending day unknown in May 2016, beginning open"),
    ("[..2017-10-07]", "on or before 7 October 2017"),
    ("[..2017-10]", "in or before October 2017"),
    ("[..2017-10~]", "in or before about October 2017"),
    ("[2016..]", "in or after 2016"),
    ("[2016-05-17..]", "on or after 17 May 2016"),
    ("[..19XX]", "one of: some year from 1900 to 1999 or earlier"),
    ("[1667,1668,1670..1672]", "one of: 1667, 1668, 1670 to 1672"),
    ("[1760-01,1760-12..]", "one of: January 1760, December 1760 or later"),
    ("{1960,1961-12}", "all of: 1960, December 1961"),
    ("{..1984}", "all of: 1984 and earlier"),
    ("{1984..}", "all of: 1984 and later"),
  ]

  @Test(arguments: dates + seasons + masks + spans)
  func `a date is put in words that say no more than it does`(text: String, words: String) throws {
    #expect(try EDTF(parsing: text).words == words)
  }

  @Test func `dates of different bounds never share words`() throws {
    var meanings: [String: (DayBounds, DayBounds)] = [:]
    let tests = EDTFTests.levelZero + EDTFTests.levelOne + EDTFTests.levelTwoDates
    for sample in tests + EDTFTests.levelTwoLists {
      let date = try EDTF(parsing: sample.text)
      if let (beginning, end) = meanings[date.words] {
        #expect(beginning == date.beginning && end == date.end, "\(date.words)")
      }
      meanings[date.words] = (date.beginning, date.end)
    }
    #expect(meanings.count > 100)
  }
}
