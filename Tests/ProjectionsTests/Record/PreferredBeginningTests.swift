import Events
import Testing

@testable import Projections

/// What came after an event came after the account of it that views use, whichever it names.
@Suite struct PreferredBeginningTests {
  private static let release = #"release 2016 id=r after:=["e1"]"#

  private func status(_ drafts: [String]) throws -> DetentionStatus {
    try Story(drafts).status(on: "2016-08-01")
  }

  @Test func `a preferred account that is earlier lets it be earlier`() throws {
    let drafts = [
      "remand 2016-11-03 until=2016-12-31",
      "remand 2016-05-03 until=2016-12-31 account_of=e1 certainty=confirmed",
      PreferredBeginningTests.release,
    ]
    #expect(try status(drafts).possibly == [.atLiberty])
  }

  @Test func `a preferred account that is later makes it later`() throws {
    let drafts = [
      "arrest 2016-05-03", "arrest 2016-11-03 account_of=e1 certainty=confirmed",
      PreferredBeginningTests.release,
    ]
    #expect(try status(drafts).possibly.isEmpty)
  }

  @Test func `an account that views do not use raises nothing`() throws {
    let drafts = [
      "remand 2016-05-03 until=2016-12-31",
      "remand 2016-11-03 until=2016-12-31 account_of=e1 certainty=believed id=other",
      #"release 2016 id=r after:=["other"]"#,
    ]
    #expect(try status(drafts).possibly == [.atLiberty])
  }

  @Test func `an event that is not folded raises nothing`() throws {
    let drafts = [
      "arrest 2016-11-03", PreferredBeginningTests.release,
      "ranking of=e1 rank=deprecated reason=wrong",
    ]
    #expect(try status(drafts).possibly == [.atLiberty])
  }

  @Test func `a date before the preferred account is told by check`() throws {
    let record = try Story([
      "arrest 2016-05-03", "arrest 2017-05-03 account_of=e1 certainty=confirmed",
      #"release 2016-06 id=r after:=["e1"]"#,
    ]).record
    let day = try #require(Day(iso: "2018-01-01"))
    let kinds = record.check(asOf: day).map(\.kind)
    #expect(kinds.contains("an event dated before what it is after"))
  }

  @Test func `search finds no event before what it came after`() throws {
    let record = try Story([
      "arrest 2016-05-03",
      #"{"kind":"release","date":"2016","persons":["anna"],"title":"harbour","after":["e1"]}"#,
    ])
    .record
    let march = try #require(Day(iso: "2016-03-01"))
    #expect(record.search("harbour", asOf: march).isEmpty)
    #expect(record.search("harbour", asOf: march.adding(days: 100)).count == 1)
  }

  @Test func `nobody is tied to themselves, nor by what lies ahead`() throws {
    let record = try Story([
      "person id=anna names:=[{\"text\":\"Anna\"}]", "person id=ann names:=[{\"text\":\"Ann\"}]",
      "person id=boris names:=[{\"text\":\"Boris\"}]", "arrest 2016-01-31 case=k",
      #"charge 2017-01-31 stage=brought case=k persons:=["boris"]"#,
      #"{"kind":"relation","details":{"persons":["ann","boris"],"to":"anna","as":"co_defendant"}}"#,
      #"identity stage=merged ids:=["anna","ann"]"#,
    ]).record
    let anna = try #require(EntityID("anna"))
    func ties(_ day: String) throws -> [String] {
      try Relations(of: anna, in: record, asOf: #require(Day(iso: day))).entries.map {
        "\($0.person) \($0.how)"
      }
    }
    #expect(try ties("2016-06-01") == ["boris co_defendant"])
    #expect(try ties("2017-06-01") == ["boris co_defendant", "boris same case: k"])
  }
}
