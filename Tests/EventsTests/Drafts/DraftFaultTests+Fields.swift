@testable import Events

extension DraftFaultTests {
  static let fields = [
    Refused(
      "transfer",
      "",
      "details.to: is missing; where they are taken"
    ),
    Refused(
      "disappearance",
      "",
      """
      details.stage: is missing; one of disappeared, abducted, located, unspecified
      """
    ),
    Refused("transfer", #""to":7"#, "details.to: must be an id"),
    Refused(
      "transfer",
      #""to":"XY""#,
      #"details.to: "XY" is no id: at most 128 of a-z 0-9 - (places also /)"#
    ),
    Refused(
      "disappearance",
      #""stage":"abduced""#,
      """
      details.stage: "abduced" is none of its choices (did you mean abducted?), which are \
      disappeared, abducted, located, unspecified
      """
    ),
    Refused(
      "disappearance",
      #""stage":true"#,
      "details.stage: must be one of disappeared, abducted, located, unspecified"
    ),
    Refused("arrest", #""circumstances":null"#, "details.circumstances: must be text"),
    Refused("death", #""in_custody":"yes""#, "details.in_custody: must be true or false"),
    Refused(
      "remand",
      #""until":2016"#,
      "details.until: must be a date in EDTF, such as 2016-05~"
    ),
    Refused("remand", #""until":"""#, "details.until: \(EDTFError.empty)"),
    Refused(
      "remand",
      #""until":"Y17000""#,
      "details.until: the years of the record are 0000 to 9999"
    ),
    Refused(
      "remand",
      #""term":"P""#,
      "details.term: \(CalendarDurationError.noUnits("P"))"
    ),
    Refused(
      "remand",
      #""term":2"#,
      "details.term: must be a duration, such as P5Y or P15D"
    ),
    Refused(
      "sentence",
      #""form":"fine","articles":7"#,
      "details.articles: must be text or a list of texts"
    ),
    Refused(
      "sentence",
      #""form":"fine","articles":["174",7]"#,
      "details.articles[1]: must be text"
    ),
    Refused(
      "sentence",
      #""form":"fine","fine":500"#,
      "details.fine: must be an object of amount, currency"
    ),
    Refused(
      "sentence",
      #""form":"fine","fine":{"amount":-1,"currency":"KZT"}"#,
      "details.fine.amount: must be a number from 0"
    ),
    Refused(
      "sentence",
      #""form":"fine","fine":{"amount":500}"#,
      "details.fine.currency: is missing; the currency, such as KZT, or the unit of account"
    ),
    Refused(
      "sentence",
      #""form":"fine","replaces":["7"]"#,
      """
      details.replaces[0]: "7" is no event id: 1 to 64 of A-Z a-z 0-9 . _ - with a non-digit
      """
    ),
    Refused(
      "sentence",
      #""form":"fine","replaces":"e""#,
      "details.replaces: must be a list of event ids"
    ),
    Refused("ban", #""what":[]"#, "details.what: is empty"),
    Refused("ban", #""what":"travel""#, "details.what: must be a list of words"),
    Refused("law", #""stage":"adopted","law":" ""#, "details.law: is empty"),
    Refused(
      "border-measure",
      #""stage":"imposed","measure":"closed","between":["xy"]"#,
      "details.between: must be a list of exactly 2"
    ),
    Refused(
      "border-measure",
      #""stage":"imposed","measure":"closed","between":["xy",7]"#,
      "details.between[1]: must be an id"
    ),
    Refused(
      "declaration",
      #""form":"call","demands":[{"what":"release"},{}]"#,
      "details.demands[1]: needs one of what, text"
    ),
    Refused(
      "declaration",
      #""form":"call","demands":[{"id":"a","what":"release"},{"id":"a","what":"other"}]"#,
      #"details.demands[1].id: "a" stands twice"#
    ),
    Refused(
      "declaration",
      #""form":"call","demands":[{"what":"release","who":"x"}]"#,
      """
      details.demands[0].who: demand has no such field (did you mean what?); \
      its fields are id, what, text, of, for
      """
    ),
    Refused(
      "declaration",
      #""form":"call","demands":["release"]"#,
      "details.demands[0]: must be an object of id, what, text, of, for"
    ),
    Refused(
      "declaration",
      #""form":"call","claims":[{"about":["e"]}]"#,
      "details.claims[0].text: is missing; the claim in words"
    ),
    Refused(
      "declaration",
      #""form":"call","stance":["shouts"]"#,
      """
      details.stance[0]: "shouts" is none of its choices, which are supports, criticises, \
      demands, threatens, denies, regrets, unspecified
      """
    ),
  ]

  static let counts = [
    Refused("mass-arrest", #""count":5"#, #"details.count: must be a count, such as {"n":55}"#),
    Refused(
      "mass-arrest",
      #""count":{}"#,
      """
      details.count.n: is missing; only a count with the qualifier some has no n, \
      and this one is exact
      """
    ),
    Refused(
      "mass-arrest",
      #""count":{"n":5,"qualifier":"some"}"#,
      "details.count.n: a count with the qualifier some has no n; leave one of them out"
    ),
    Refused(
      "mass-arrest",
      #""count":{"n":-5}"#,
      "details.count.n: must be a whole number from 0"
    ),
    Refused(
      "mass-arrest",
      #""count":{"n":5.0}"#,
      "details.count.n: must be a whole number from 0"
    ),
    Refused(
      "mass-arrest",
      #""count":{"n":5,"qualifier":"atleast"}"#,
      """
      details.count.qualifier: "atleast" is none of its choices (did you mean at_least?), \
      which are exact, at_least, more_than, about, at_most, some
      """
    ),
    Refused(
      "mass-arrest",
      #""count":{"n":5,"qualifier":5}"#,
      "details.count.qualifier: must be text"
    ),
    Refused(
      "mass-arrest",
      #""count":{"n":5,"including":[{"n":2,"including":[{"unit":"women"}]}]}"#,
      """
      details.count.including[0].including[0].n: is missing; \
      only a count with the qualifier some has no n, and this one is exact
      """
    ),
    Refused(
      "mass-arrest",
      #""count":{"n":5,"units":"men"}"#,
      """
      details.count.units: count has no such field (did you mean unit?); \
      its fields are n, qualifier, unit, of, state, including
      """
    ),
  ]

  static let registrations = [
    Refused(
      record: "person",
      #""id":"xy/anna","names":[{"text":"Anna"}]"#,
      #"details.id: "xy/anna" has a /, which only ids of places have"#
    ),
    Refused(record: "person", #""id":"anna","names":[]"#, "details.names: is empty"),
    Refused(
      record: "person",
      #""id":"anna","names":["Anna"]"#,
      "details.names[0]: must be an object of text, lang, script, kind"
    ),
    Refused(
      record: "person",
      #""id":"anna","names":[{"text":""}]"#,
      "details.names[0].text: is empty"
    ),
    Refused(
      record: "place",
      #""id":"xy","names":[{"text":"X"}],"lat":90.5"#,
      "details.lat: must be a number from -90 to 90"
    ),
    Refused(
      record: "place",
      #""id":"xy","names":[{"text":"X"}],"lon":"12""#,
      "details.lon: must be a number from -180 to 180"
    ),
    Refused(
      record: "source",
      #""id":"s","title":"S","sha256":"0A""#,
      "details.sha256: must be a SHA-256 in 64 lower-case hexadecimal digits"
    ),
    Refused(
      record: "evidence",
      #""event":"e","sha256":"\#(digest)","name":"a","bytes":1.5"#,
      "details.bytes: must be a whole number from 0"
    ),
    Refused(
      record: "identity",
      #""stage":"merged","ids":["anna"]"#,
      "details.ids: names fewer than two persons"
    ),
    Refused(
      record: "identity",
      #""stage":"merged","ids":["anna","anna"],"into":"anna""#,
      "details.ids: names fewer than two persons"
    ),
    Refused(
      record: "identity",
      #""stage":"split","ids":["anna"],"into":"bo""#,
      "details.ids: names fewer than two persons"
    ),
  ]

  static let corrections = [
    Refused(
      record: "correction",
      #""of":"e","set":[],"reason":"R""#,
      "details.set: must be an object"
    ),
    Refused(
      record: "correction",
      #""of":"e","set":{"id":"f"},"reason":"R""#,
      """
      details.set.id: cannot be corrected; \
      a correction changes content, not the identity of an event
      """
    ),
    Refused(
      record: "correction",
      #""of":"e","set":{"recorded":null},"reason":"R""#,
      """
      details.set.recorded: cannot be corrected; \
      a correction changes content, not the identity of an event
      """
    ),
    Refused(
      record: "correction",
      #""of":"e","set":{"private":{}},"reason":"R""#,
      """
      details.set.private: cannot be corrected; \
      a new confidential part is the correction's own private
      """
    ),
    Refused(
      record: "correction",
      #""of":"e","set":{}"#,
      "details.reason: is missing; why"
    ),
  ]
}
