import Events
import Projections
import Testing

@Suite struct CorrectionTests {
  private static let arrest = """
    a arrest 2016-05-17 anna {"circumstances":"at home","authority":"police"}
    """

  private func arrest(after amendments: String) throws -> Fact {
    let record = try Chronicle("\(CorrectionTests.arrest)\n\(amendments)").record
    return try #require(record[try eventID("a")])
  }

  @Test func `a correction changes what it names, and null takes away`() throws {
    let fact = try arrest(
      after: """
        c correction {"of":"a","set":{"date":"2016-05-18","details":{"authority":null}},\
        "reason":"misread"}
        """
    )
    #expect(
      fact.content.details.members.map { "\($0.name)=\($0.value.written)" }
        == [#"circumstances="at home""#]
    )
    #expect(fact.date?.verbatim == "2016-05-18")
    #expect(fact.persons.map(\.text) == ["anna"])
    #expect(fact.correctedBy.texts == ["c"])
    #expect(fact.event.date?.verbatim == "2016-05-17")
  }

  @Test func `corrections apply in the order of the log`() throws {
    let fact = try arrest(
      after: """
        c1 correction {"of":"a","set":{"date":"2016-05-18","title":"First"},"reason":"r"}
        c2 correction {"of":"a","set":{"date":"2016-05-19"},"reason":"r"}
        """
    )
    #expect(fact.date?.verbatim == "2016-05-19")
    #expect(fact.title == "First")
    #expect(fact.correctedBy.texts == ["c1", "c2"])
  }

  @Test func `a retracted correction leaves the event as it was without it`() throws {
    let fact = try arrest(
      after: """
        c1 correction {"of":"a","set":{"date":"2016-05-18"},"reason":"r"}
        c2 correction {"of":"a","set":{"title":"Second"},"reason":"r"}
        r retraction {"of":"c1","reason":"r"}
        """
    )
    #expect(fact.date?.verbatim == "2016-05-17")
    #expect(fact.title == "Second")
    #expect(fact.correctedBy.texts == ["c2"])
  }

  @Test func `a retraction can itself be retracted, and that again`() throws {
    let once =
      "c correction {\"of\":\"a\",\"set\":{\"title\":\"New\"},\"reason\":\"r\"}\n"
      + "r1 retraction {\"of\":\"c\",\"reason\":\"r\"}\n"
    let twice = once + "r2 retraction {\"of\":\"r1\",\"reason\":\"r\"}\n"
    let thrice = twice + "r3 retraction {\"of\":\"r2\",\"reason\":\"r\"}\n"
    #expect(try arrest(after: once).title == "Title of a")
    #expect(try arrest(after: twice).title == "New")
    #expect(try arrest(after: thrice).title == "Title of a")
  }

  @Test func `a correction can be corrected`() throws {
    let fact = try arrest(
      after: """
        c1 correction {"of":"a","set":{"date":"2016-05-18","title":"New"},"reason":"r"}
        c2 correction {"of":"c1","set":{"details":{"set":{"date":"2016-05-20"}}},"reason":"r"}
        """
    )
    #expect(fact.date?.verbatim == "2016-05-20")
    #expect(fact.title == "New")
  }

  @Test func `a correction whose target is corrected amends the other event`() throws {
    let record = try Chronicle(
      """
      \(CorrectionTests.arrest)
      b arrest 2016-06-01 bert
      c1 correction {"of":"a","set":{"title":"New"},"reason":"r"}
      c2 correction {"of":"c1","set":{"details":{"of":"b"}},"reason":"r"}
      """
    ).record
    #expect(record[try eventID("a")]?.title == "Title of a")
    #expect(record[try eventID("a")]?.correctedBy == [])
    #expect(record[try eventID("b")]?.title == "New")
  }

  @Test func `an event leaves all views with its retraction and comes back without it`() throws {
    let withdrawn = "\(CorrectionTests.arrest)\nr retraction {\"of\":\"a\",\"reason\":\"r\"}"
    let record = try Chronicle(withdrawn).record
    #expect(record[try eventID("a")]?.retractedBy?.text == "r")
    #expect(record.happenings.isEmpty)
    #expect(!record.isInForce(try eventID("a")))
    let restored = try Chronicle("\(withdrawn)\ns retraction {\"of\":\"r\",\"reason\":\"r\"}")
      .record
    #expect(restored.happenings.map(\.id.text) == ["a"])
  }

  @Test func `what amends an event stands after it`() throws {
    // Corrected to name an event later than itself, a correction has no effect.
    let record = try Chronicle(
      """
      \(CorrectionTests.arrest)
      c1 correction {"of":"a","set":{"title":"New"},"reason":"r"}
      b arrest 2016-06-01 bert
      c2 correction {"of":"c1","set":{"details":{"of":"b"}},"reason":"r"}
      """
    ).record
    #expect(record[try eventID("a")]?.title == "Title of a")
    #expect(record[try eventID("b")]?.title == "Title of b")
  }

  @Test func `a correction of the persons moves the event to them`() throws {
    let record = try Chronicle(
      """
      \(CorrectionTests.arrest)
      c correction {"of":"a","set":{"persons":["bert"]},"reason":"another man"}
      """
    ).record
    #expect(record.happenings(of: try entityID("anna")).isEmpty)
    #expect(record.happenings(of: try entityID("bert")).map(\.id.text) == ["a"])
    #expect(record.persons.map(\.text) == ["bert"])
  }
}
