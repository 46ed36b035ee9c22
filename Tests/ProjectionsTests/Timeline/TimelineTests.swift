import Events
import Projections
import Testing

@Suite struct TimelineTests {
  private func ids(
    _ text: String,
    asOf iso: String = "2020-01-01",
    planned: Bool = false,
    _ set: (inout TimelineFilter) throws -> Void = { _ in }
  ) throws -> [String] {
    var filter = TimelineFilter()
    try set(&filter)
    return Timeline(
      of: try Chronicle(text).record,
      asOf: try day(iso),
      planned: planned,
      filter: filter
    ).entries.map { $0.happening.id.text + ($0.isPossible ? "?" : "") }
  }

  @Test func `entries stand by earliest day, latest day, order and position`() throws {
    let order = try ids(
      """
      late arrest 2017-01-02 anna
      year arrest 2016 anna
      open arrest [..2016-01-01] anna
      day arrest 2016-01-01 anna
      second arrest 2017-01-01 anna + {"order":2}
      none-a arrest 2017-01-01 anna
      first arrest 2017-01-01 anna + {"order":1}
      none-b arrest 2017-01-01 anna
      """
    )
    #expect(
      order == ["open", "day", "year", "none-a", "none-b", "first", "second", "late"]
    )
  }

  @Test func `what came after another event stands no earlier than that can`() throws {
    let order = try ids(
      """
      raid search 2016-06-10 anna
      arrest arrest 2016 anna + {"after":["raid"]}
      trial charge 2016-03 anna {"stage":"opened"}
      """
    )
    #expect(order == ["trial", "raid", "arrest"])
  }

  @Test(arguments: [
    ("2016-05-16", [String]()), ("2016-05-17", ["a?"]), ("2016-06-01", ["a"]),
    ("2016-06-02", ["a", "b"]),
  ])
  func `only what has begun by the day is held, the possible marked`(
    iso: String,
    expected: [String]
  ) throws {
    let found = try ids(
      """
      a arrest [2016-05-17,2016-06-01] anna
      b release 2016-06-02 anna
      """,
      asOf: iso
    )
    #expect(found == expected)
  }

  @Test func `what is planned stands on its day, and only while it lies ahead`() throws {
    let text = """
      hearing trial 2016-05-01 anna {"stage":"hearing","for":"2016-06-15"}
      refused meeting 2016-05-02 anna {"stage":"refused","for":"2016-06-01"}
      future arrest 2016-06-10 anna
      """
    #expect(try ids(text, asOf: "2016-05-20") == ["hearing", "refused"])
    #expect(
      try ids(text, asOf: "2016-05-20", planned: true)
        == ["hearing", "refused", "future", "hearing"]
    )
    #expect(
      try ids(text, asOf: "2016-06-16", planned: true) == ["hearing", "refused", "future"]
    )
  }

  @Test func `each happening stands once, as its preferred account tells it`() throws {
    let record = try Chronicle(
      """
      s1 source {"id":"one","title":"One"}
      s2 source {"id":"two","title":"Two"}
      a arrest 2016-05-17 anna {"circumstances":"at home"} + {"sources":[{"source":"one"}]}
      b arrest 2016-05-18 anna {"circumstances":"at work"} + {"account_of":"a",\
      "sources":[{"source":"two"}]}
      p person {"id":"anna","names":[{"text":"Anna"}]}
      m person {"id":"anne","names":[{"text":"Anne"}]}
      i identity {"stage":"merged","ids":["anne","anna"],"into":"anne"}
      """
    ).record
    let entries = Timeline(of: record, asOf: try day("2016-12-31")).entries
    #expect(
      entries.map(\.json.written) == [
        #"{"n":3,"id":"a","recorded":"2017-07-14T02:43:00Z","by":"desk","kind":"arrest","#
          + #""date":"2016-05-17","persons":["anne"],"title":"Title of a","#
          + #""details":{"circumstances":"at home"},"sources":[{"source":"one"}],"position":3,"#
          + #""earliest":"2016-05-17","latest":"2016-05-17","possible":false,"accounts":["b"],"#
          + #""differs":[{"event":"b","in":["date","title","details.circumstances"],"#
          + #""sources":["two"]}]}"#
      ]
    )
  }

  private static let filtered = """
    country place {"id":"xy","names":[{"text":"Xyland"}]}
    city place {"id":"xy/northport","names":[{"text":"Northport"}]}
    anna person {"id":"anna","names":[{"text":"Анна Берг"}]}
    ann person {"id":"ann","names":[{"text":"Ann"}]}
    same identity {"stage":"merged","ids":["ann"],"into":"anna"}
    s1 source {"id":"one","title":"One"}
    s2 source {"id":"two","title":"Two"}
    e1 arrest 2016-05 anna {"case":"rally"} + {"place":"xy/northport","tags":["red"],\
    "sources":[{"source":"one","via":"two"}],"certainty":"confirmed"}
    e2 release 2016-07-01 ann + {"place":"xy","text":"Freed at Мukhtar street"}
    e3 arrest 2016-08 bert + {"place":"xyz"}
    e4 arrest 2016-08/.. cora + {"sources":[{"source":"one"}],"account_of":"e3"}
    """

  struct Condition: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let expected: [String]
    let set: @Sendable (inout TimelineFilter) throws -> Void

    init(
      _ description: String,
      _ expected: [String],
      _ set: @escaping @Sendable (inout TimelineFilter) throws -> Void
    ) {
      testDescription = description
      self.expected = expected
      self.set = set
    }
  }

  @Test(arguments: [
    Condition("a person under another id", ["e1", "e2"]) { $0.persons = [try entityID("ann")] },
    Condition("a kind", ["e1", "e3"]) { $0.kinds = ["arrest"] },
    Condition("a place and those in it", ["e1", "e2"]) { $0.places = [try entityID("xy")] },
    Condition("a city", ["e1"]) { $0.places = [try entityID("xy/northport")] },
    Condition("a source of any account", ["e1", "e3"]) { $0.sources = [try entityID("one")] },
    Condition("a source actually read", ["e1"]) { $0.sources = [try entityID("two")] },
    Condition("a tag", ["e1"]) { $0.tags = ["red", "blue"] },
    Condition("a case", ["e1"]) { $0.cases = ["rally"] },
    Condition("a certainty", ["e1"]) { $0.certainties = [.confirmed] },
    Condition("a name in another script", ["e1", "e2"]) { $0.text = "anna berg" },
    Condition("a word of mixed script", ["e2"]) { $0.text = "MUKHTAR" },
    Condition("the beginning of a word", ["e2"]) { $0.text = "stre" },
    Condition("words of which one is missing", []) { $0.text = "mukhtar avenue" },
    Condition("a first day", ["e2", "e3"]) { $0.since = try day("2016-06-01") },
    Condition("a last day", ["e1", "e2"]) { $0.until = try day("2016-07-31") },
    Condition("a day within a month", ["e1"]) {
      $0.since = try day("2016-05-10")
      $0.until = try day("2016-05-10")
    },
    Condition("two conditions", ["e2"]) {
      $0.persons = [try entityID("anna")]
      $0.kinds = ["release"]
    },
  ])
  func `every condition that is set must be met`(condition: Condition) throws {
    #expect(try ids(TimelineTests.filtered, condition.set) == condition.expected)
  }
}
