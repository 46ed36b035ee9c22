import Events
import Testing

/// Texts that are no dates, each with the whole message that says why.
struct EDTFRefusalTests {
  static let examples = "2016, 2016-05, 2016-05-17, 2016-05~, 201X or [..2016-05]"
  static let yearWidth =
    "a year has four digits and stands first, as in 2016, 2016-05 or 2016-05-17"
  static let noSide = "no date on either side of this; write at least one"
  static let reversed = "the end precedes the beginning; write the earlier date first"
  static let dots = ".. opens a set before its first date or after its last"
  static let longYear = "Y begins a year of five to nine digits, the first not 0, as in Y17000"
  static let wholeTime = "a time has hours, minutes and seconds, as in 2016-05-17T10:15:00"
  static let noTime = "there is no such time; write 00:00:00 to 23:59:59, or 24:00:00"
  static let noZone = "there is no such time zone; write Z, +05 or +05:30"
  static let timeInside = "a time of day does not stand in an interval or a set"
  static let timeWithoutDay =
    "a time needs a whole day without qualifiers, as in 2016-05-17T10:15:00"
  static let months = "months are 01 to 12 (seasons 21 to 41)"

  static let dates = [
    ("hello", "not a date; write \(examples)"),
    ("May 2016", "not a date; write \(examples)"),
    (" 2016", "unexpected ' ' at the start"),
    ("2016 ", "unexpected ' ' after 2016"),
    ("2016x", "an unspecified digit is a capital X, as in 201X"),
    ("201x", "an unspecified digit is a capital X, as in 201X"),
    ("2016-0x", "an unspecified digit is a capital X, as in 201X"),
    ("201", yearWidth),
    ("20160517", yearWidth),
    ("17.05.2016", yearWidth),
    ("2016-5", "a month has two digits, as in 2016-05"),
    ("2016-137", "a month has two digits, as in 2016-05"),
    ("2016-05-1", "a day has two digits, as in 2016-05-07"),
    ("2016-05-011", "a day has two digits, as in 2016-05-07"),
    ("2016-05-17-", "unexpected '-' after 2016-05-17"),
    ("2016-", "a month is missing after 2016-"),
    ("2016-05-~", "a day is missing after 2016-05-~"),
    ("2016-W20", "after 2016- stands 'W' instead of a month"),
    ("2016–05", "unexpected '–' (U+2013) after 2016"),
    ("2016-0٢", "a month has two digits, as in 2016-05"),
    ("2016-٠٢", "after 2016- stands '٠' (U+0660) instead of a month"),
    ("2016-00", "there is no month 00; \(months)"),
    ("2016-13", "there is no month 13; \(months)"),
    ("2016-20", "there is no month 20; \(months)"),
    ("2016-42", "there is no month 42; \(months)"),
    ("2017-02-29", "February 2017 has 28 days"),
    ("1900-02-29", "February 1900 has 28 days"),
    ("2016-04-31", "April 2016 has 30 days"),
    ("2016-05-00", "there is no day 00; May 2016 has 31 days"),
    ("-0001-02-29", "February -0001 has 28 days"),
    ("2015-02-3X", "no day of the calendar fits this"),
    ("XXX5-02-29", "no day of the calendar fits this"),
    ("2016-2X", "no day of the calendar fits this"),
    ("2016-21-05", "a season has no days; write the month, 01 to 12"),
    ("2016?~", "one qualifier in one place; % is both uncertain ? and approximate ~"),
    ("2016..", ".. stands in brackets or beside /, as in [..2016] or 2016/.."),
    ("..2016", ".. stands in brackets or beside /, as in [..2016] or 2016/.."),
  ]

  static let years = [
    ("-0000", "the year 0000 has no minus"),
    ("-", "a year is missing after -"),
    ("Y", "a year is missing after Y"),
    ("Y2016", longYear),
    ("Y-2016", longYear),
    ("Y012345", longYear),
    ("Y0E5", longYear),
    ("Y1234567890", "a year has at most nine digits"),
    ("Y17E8", "a year has at most nine digits"),
    ("Y17E99999999999999999999", "a year has at most nine digits"),
    ("Y17E", "it ends too early"),
    ("Y17E-7", "unexpected '-' after Y17E"),
    ("Y17000-05", "a year with Y or S stands alone, without month and day"),
    ("1950S2-05", "a year with Y or S stands alone, without month and day"),
    ("1950S0", "this year has 1 to 4 significant digits, as in 1950S2"),
    ("1950S5", "this year has 1 to 4 significant digits, as in 1950S2"),
    ("Y3388E2S7", "this year has 1 to 6 significant digits, as in 1950S2"),
    ("1950S", "it ends too early"),
    ("195XS2", "a year has X or significant digits, not both"),
    ("Y17XXX", longYear),
  ]

  static let times = [
    ("2016-05-17T", wholeTime),
    ("2016-05-17T10:15", wholeTime),
    ("2016-05-17T101500", wholeTime),
    ("2016-05-17T25:00:00", noTime),
    ("2016-05-17T24:00:01", noTime),
    ("2016-05-17T10:60:00", noTime),
    ("2016-05-17T10:00:61", noTime),
    ("2016-05-17T10:00:60", noTime),
    ("2016-05-17T23:59:60+05", noTime),
    ("2016-05-17T10:15:00+5", noZone),
    ("2016-05-17T10:15:00+24", noZone),
    ("2016-05-17T10:15:00+05:60", noZone),
    ("2016-05-17T10:15:00+05:", noZone),
    ("2016-05-17T10:15:00-00:00", noZone),
    ("2016-05-17T10:15:00.5Z", "unexpected '.' after 2016-05-17T10:15:00"),
    ("2016-05-17T10:15:00z", "unexpected 'z' after 2016-05-17T10:15:00"),
    ("2016-05-17T10:15:00Z~", "unexpected '~' after 2016-05-17T10:15:00Z"),
    ("2016-05T10:15:00", timeWithoutDay),
    ("2016-05-17~T10:15:00", timeWithoutDay),
    ("2016-05-1XT10:15:00", timeWithoutDay),
    ("2016-05-17T10:15:00Z/2017", timeInside),
    ("2016/2017-01-01T10:15:00", timeInside),
    ("[2016-05-17T10:15:00]", timeInside),
  ]

  static let intervals = [
    ("2017/2016", reversed),
    ("2016-05-17/2016-05-16", reversed),
    ("2016/2017/2018", "unexpected '/' after 2016/2017"),
    ("2016/hello", "after 2016/ stands 'h' instead of a year"),
    ("2016/.", "unexpected '.' after 2016/"),
    ("2016/...", "unexpected '.' after 2016/.."),
    ("2016 / 2017", "unexpected ' ' after 2016"),
    ("/", noSide),
    ("/..", noSide),
    ("../", noSide),
    ("../..", noSide),
    ("..", ".. stands in brackets or beside /, as in [..2016] or 2016/.."),
    ("2016/[2017]", "a set does not stand in an interval"),
  ]

  static let sets = [
    ("[]", "an empty set; write its dates, as in [2016,2018]"),
    ("{}", "an empty set; write its dates, as in [2016,2018]"),
    ("[..]", noSide),
    ("{..}", noSide),
    ("[", "the set is not closed; [ ends with ] and { with }"),
    ("[2016", "the set is not closed; [ ends with ] and { with }"),
    ("[2016..", "the set is not closed; [ ends with ] and { with }"),
    ("[2016,", "the set is not closed; [ ends with ] and { with }"),
    ("[2016}", "unexpected '}' after [2016"),
    ("[2016]~", "unexpected '~' after [2016]"),
    ("[2016,]", "after [2016, stands ']' instead of a date"),
    ("[,2016]", "after [ stands ',' instead of a date"),
    ("[2016, 2017]", "after [2016, stands ' ' instead of a date"),
    ("[2016,..2017]", dots),
    ("[2016..,2017]", dots),
    ("[..2016..2017]", dots),
    ("[2016.2017]", "unexpected '.' after [2016"),
    ("[2017..2016]", reversed),
    ("[2016/2017]", "/ does not stand in a set; write .. between its dates"),
    ("[[2016]]", "unexpected '[' after ["),
    ("{2016,2017-02-29}", "February 2017 has 28 days"),
  ]

  @Test(arguments: dates + years + times + intervals + sets)
  func `what is not a date is refused with the reason`(text: String, reason: String) {
    let error = #expect(throws: EDTFError.self) { try EDTF(parsing: text) }
    #expect(error?.description == "\(text): \(reason)")
  }

  @Test func `an empty text is refused`() {
    let error = #expect(throws: EDTFError.self) { try EDTF(parsing: "") }
    #expect(error?.description == "an empty date; write \(Self.examples)")
  }

  @Test func `a text of more than 256 bytes is refused, one of 256 is read`() throws {
    let years = Array(repeating: "2016", count: 50).joined(separator: ",")
    let fitting = "[\(years),-201X]"
    #expect(fitting.utf8.count == 257)
    let error = #expect(throws: EDTFError.self) { try EDTF(parsing: fitting) }
    #expect(error?.description == "a date of 257 bytes; at most 256 are read")
    #expect(try EDTF(parsing: "[\(years),201X]").verbatim.utf8.count == 256)
  }

  @Test func `control characters are spelled out`() {
    let withNull = #expect(throws: EDTFError.self) { try EDTF(parsing: "2016\0") }
    #expect(withNull?.description == "2016<U+0000>: unexpected U+0000 after 2016")
    let withOverride = #expect(throws: EDTFError.self) { try EDTF(parsing: "\u{202E}2016") }
    #expect(withOverride?.description == "<U+202E>2016: not a date; write \(Self.examples)")
  }

  @Test func `bytes that are not UTF-8 are shown as such`() {
    let bytes: [UInt8] = [0x32, 0x30, 0x31, 0x36, 0xFF]
    let error = #expect(throws: EDTFError.self) { try EDTF(parsing: bytes.span) }
    #expect(error?.description == "2016\u{FFFD}: unexpected '\u{FFFD}' (U+FFFD) after 2016")
  }
}
