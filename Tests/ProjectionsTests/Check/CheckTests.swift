import Events
import Projections
import Testing

@Suite struct CheckTests {
  /// The findings, but for the persons and sources that terse records do not register.
  private func findings(_ text: String, isLax: Bool = false) throws -> [String] {
    try Chronicle(text, isLax: isLax).record.check(asOf: try day("2020-01-01"))
      .map(\.json.written)
  }

  private static let people = """
    p1 person {"id":"anna","names":[{"text":"Anna Berg"}]}
    p2 person {"id":"bert","names":[{"text":"Bert Moss"}]}
    s1 source {"id":"one","title":"One"}
    """

  private static let cited = #"{"sources":[{"source":"one"}]"#

  @Test func `a record in order has no findings`() throws {
    let found = try findings(
      """
      \(CheckTests.people)
      a arrest 2016-05-17 anna + \(CheckTests.cited)}
      b release 2016-06-17 anna + \(CheckTests.cited),"after":["a"]}
      c correction {"of":"a","set":{"date":"2016-05-16"},"reason":"r"}
      d protest 2016-06-17 {"stage":"held"} + \(CheckTests.cited)}
      r retraction {"of":"d","reason":"r"}
      """
    )
    #expect(found == [])
  }

  @Test func `a fact without source is a note, a registration without one is none`() throws {
    let found = try findings("\(CheckTests.people)\na arrest 2016-05-17 anna")
    #expect(
      found == [
        #"{"level":"note","kind":"fact without source","text":"a names no source","#
          + #""events":["a"],"line":4,"column":null}"#
      ]
    )
  }

  @Test func `what a newer program may have written is a warning`() throws {
    let rows = try Chronicle(
      """
      \(CheckTests.people)
      a raid 2016-05-17 anna + \(CheckTests.cited)}
      b release 2016-06-17 anna {"bassis":"amnesty"} + \(CheckTests.cited)}
      c death 2016-06-17 bert {"form":"eaten"} + \(CheckTests.cited),"mood":"sad"}
      """,
      isLax: true
    ).record.check(asOf: try day("2020-01-01"))
    #expect(
      rows.map { "\($0.level) \($0.kind) \($0.events.texts) \($0.line ?? 0)" }
        == [
          #"warning unknown kind ["a"] 4"#, #"warning unknown field ["b"] 5"#,
          #"warning unknown member ["c"] 6"#, #"warning unknown choice ["c"] 6"#,
        ]
    )
  }

  @Test func `what breaks the vocabulary is an error, also after a correction`() throws {
    let found = try findings(
      """
      \(CheckTests.people)
      a release 2016-05-17 + \(CheckTests.cited)}
      b search 2016-05-18 anna + \(CheckTests.cited)}
      c correction {"of":"b","set":{"date":"soon"},"reason":"r"}
      """,
      isLax: true
    )
    #expect(found.count == 2)
    #expect(
      found.first
        == #"{"level":"error","kind":"against the vocabulary","#
        + #""text":"persons: is missing; release names at least one person","#
        + #""events":["a"],"line":4,"column":null}"#
    )
    #expect(found.last?.contains(#""events":["b","c"],"line":5"#) == true)
  }

  @Test func `what is named and not known is an error`() throws {
    let found = try findings(
      """
      \(CheckTests.people)
      a search 2016-05-17 ana + \(CheckTests.cited),"after":["nothing"]}
      b search 2016-05-17 one + \(CheckTests.cited)}
      """
    )
    #expect(
      found == [
        #"{"level":"error","kind":"unknown reference","text":"persons[0]: no person \"ana\" is "#
          + #"registered (did you mean anna?); `annals append person --id ana …` registers one","#
          + #""events":["a"],"line":4,"column":null}"#,
        #"{"level":"error","kind":"unknown reference","text":"after[0]: no event \"nothing\" is "#
          + #"recorded before this one","events":["a"],"line":4,"column":null}"#,
        #"{"level":"error","kind":"unknown reference","text":"persons[0]: \"one\" is registered "#
          + #"as a source, and this must be a person","events":["b"],"line":5,"column":null}"#,
      ]
    )
  }

  @Test func `what may stand on a withheld line is no error, and nothing where it was redacted`()
    throws
  {
    var chronicle = try Chronicle(CheckTests.people)
    chronicle.appendWithheld()
    try chronicle.append(#"r redaction {"of":"gone","scope":"line","reason":"asked for"}"#)
    try chronicle.append(
      "a search 2016-05-17 anna + \(CheckTests.cited),\"after\":[\"gone\",\"lost\"]}"
    )
    #expect(
      chronicle.record.check(asOf: try day("2020-01-01")).map(\.json.written) == [
        #"{"level":"warning","kind":"unknown reference","text":"after[1]: no event \"lost\" is "#
          + #"recorded before this one; lines were withheld, and it may stand on one of them","#
          + #""events":["a"],"line":6,"column":null}"#
      ]
    )
  }

  @Test func `a reference to a retracted event is an anomaly`() throws {
    let found = try findings(
      """
      \(CheckTests.people)
      a search 2016-05-17 anna + \(CheckTests.cited)}
      b search 2016-06-17 anna + \(CheckTests.cited),"because_of":["a"]}
      c correction {"of":"a","set":{"date":"2016-05-16"},"reason":"r"}
      r retraction {"of":"a","reason":"r"}
      """
    )
    #expect(
      found == [
        #"{"level":"anomaly","kind":"a reference to a retracted event","#
          + #""text":"because_of[0]: a was withdrawn by r; correct or retract b","#
          + #""events":["b","a","r"],"line":5,"column":null}"#
      ]
    )
  }

  @Test func `an event dated before what it came after is an anomaly`() throws {
    let found = try findings(
      """
      \(CheckTests.people)
      a search 2016-05-17 anna + \(CheckTests.cited)}
      b search 2016 anna + \(CheckTests.cited),"after":["a"]}
      c search 2016-05 anna + \(CheckTests.cited),"after":["b"]}
      d search 2016-04 anna + \(CheckTests.cited),"after":["b"]}
      """
    )
    #expect(
      found == [
        #"{"level":"anomaly","kind":"an event dated before what it is after","#
          + #""text":"d is dated 2016-04-30 or earlier, and b, which it is after, 2016-05-17 or "#
          + #"later","events":["d","b"],"line":7,"column":null}"#
      ]
    )
  }

  @Test func `a person merged into two others is an anomaly`() throws {
    let found = try findings(
      """
      \(CheckTests.people)
      p3 person {"id":"cora","names":[{"text":"Cora"}]}
      i1 identity {"stage":"merged","ids":["cora"],"into":"anna"}
      i2 identity {"stage":"merged","ids":["cora"],"into":"bert"}
      """
    )
    #expect(
      found == [
        #"{"level":"anomaly","kind":"a person merged into two others","text":"#
          + #""cora is merged into two others; the first merge counts: retract one of them","#
          + #""events":["i1","i2"],"line":6,"column":null}"#
      ]
    )
  }

  @Test func `two merges that together make one person are no conflict`() throws {
    let found = try findings(
      """
      \(CheckTests.people)
      p3 person {"id":"cora","names":[{"text":"Cora"}]}
      i1 identity {"stage":"merged","ids":["cora"],"into":"anna"}
      i2 identity {"stage":"merged","ids":["cora"],"into":"bert"}
      i3 identity {"stage":"merged","ids":["anna"],"into":"bert"}
      """
    )
    #expect(found == [])
  }

  @Test func `a merge that makes a circle is an anomaly`() throws {
    let found = try findings(
      """
      \(CheckTests.people)
      i1 identity {"stage":"merged","ids":["anna"],"into":"bert"}
      i2 identity {"stage":"merged","ids":["bert"],"into":"anna"}
      """
    )
    #expect(
      found == [
        #"{"level":"anomaly","kind":"a merge that makes a circle","text":"anna is merged into "#
          + #"bert already; the first merge counts: retract one of them","#
          + #""events":["i2","i1"],"line":5,"column":null}"#
      ]
    )
  }

  @Test func `a circle of after is an anomaly, and what only hangs on it is none`() throws {
    let found = try findings(
      """
      \(CheckTests.people)
      z search 2016-05-01 anna + \(CheckTests.cited)}
      a search 2016-05 anna + \(CheckTests.cited),"after":["z"]}
      b search 2016-05 anna + \(CheckTests.cited),"after":["a"]}
      c search 2016-05 anna + \(CheckTests.cited),"after":["b"]}
      d search 2016-05 anna + \(CheckTests.cited),"after":["c"]}
      k correction {"of":"a","set":{"after":["z","c"]},"reason":"r"}
      e search 2016-06 anna + \(CheckTests.cited)}
      f search 2016-06 anna + \(CheckTests.cited),"after":["e"]}
      l correction {"of":"e","set":{"after":["f"]},"reason":"r"}
      m retraction {"of":"l","reason":"r"}
      """
    )
    #expect(
      found == [
        #"{"level":"anomaly","kind":"a circle of after","text":"a, b, c are each after the "#
          + #"others: correct the after of one of them","events":["a","b","c"],"line":7,"#
          + #""column":null}"#
      ]
    )
  }

  @Test func `compliance with a demand that nobody made is an anomaly`() throws {
    let found = try findings(
      """
      \(CheckTests.people)
      a declaration 2016-05-17 anna {"form":"call","demands":[{"id":"free","what":"release"}]} \
      + \(CheckTests.cited)}
      b compliance 2016-06-17 anna {"of":"a","demand":"free","stage":"complied"} \
      + \(CheckTests.cited)}
      c compliance 2016-06-18 anna {"of":"a","demand":"fre","stage":"complied"} \
      + \(CheckTests.cited)}
      """
    )
    #expect(
      found == [
        #"{"level":"anomaly","kind":"compliance with no demand","text":"details.demand: a makes "#
          + #"no demand \"fre\"; its demands are free","events":["c","a"],"line":6,"column":null}"#
      ]
    )
  }

  @Test func `a word of mixed script is an anomaly in a name, and a note where so written`() throws
  {
    // The first letter of each Mukhtar is Cyrillic.
    let found = try findings(
      """
      p1 person {"id":"m","names":[{"text":"Мukhtar"}]}
      p2 person {"id":"n","names":[{"text":"Нukhtar","kind":"as_written"},{"text":"Анна Berg"}]}
      """
    )
    #expect(
      found == [
        #"{"level":"anomaly","kind":"a word of mixed script in a name","#
          + #""text":"m: the letters of \"Мukhtar\" are of several scripts","#
          + #""events":["p1"],"line":1,"column":null}"#,
        #"{"level":"note","kind":"a word of mixed script in a name","#
          + #""text":"n: the letters of \"Нukhtar\" are of several scripts","#
          + #""events":["p2"],"line":2,"column":null}"#,
      ]
    )
  }

  @Test func `a word of mixed script in a protected name is not shown`() throws {
    let found = try findings(
      """
      p1 person {"id":"m","names":[{"text":"Мukhtar"}],"shown_as":"initials"}
      p2 person {"id":"n","names":[{"text":"Anna"}],"shown_as":"withheld"}
      p3 person {"id":"o","names":[{"text":"Нatasha"}]}
      i identity {"stage":"merged","ids":["n"],"into":"o"}
      """
    )
    #expect(
      found == [
        #"{"level":"anomaly","kind":"a word of mixed script in a name","#
          + #""text":"m: a name has a word with letters of several scripts","#
          + #""events":["p1"],"line":1,"column":null}"#,
        #"{"level":"anomaly","kind":"a word of mixed script in a name","#
          + #""text":"o: a name has a word with letters of several scripts","#
          + #""events":["p3"],"line":3,"column":null}"#,
      ]
    )
  }

  @Test func `anomalies of a person's status are found`() throws {
    let found = try findings(
      """
      \(CheckTests.people)
      a death 2016-05-17 anna + \(CheckTests.cited)}
      b arrest 2016-06-17 anna + \(CheckTests.cited)}
      """
    )
    #expect(found.count == 1)
    #expect(
      found.first?.contains(#""level":"anomaly","kind":"liberty changed after death""#) == true
    )
  }
}
