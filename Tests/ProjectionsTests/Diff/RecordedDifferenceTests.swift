import Events
import Projections
import Testing

/// What later lines change in the answers about one day.
@Suite struct RecordedDifferenceTests {
  private static let anna = #"p person {"id":"anna","names":[{"text":"Anna Berg"}]}"#
  private static let arrested = anna + "\na arrest 2016-05-17 anna"

  private func differences(_ text: String, then more: String, asOf iso: String) throws -> [String] {
    try DifferenceLines.recorded(text, then: more, asOf: iso)
  }

  @Test func `a corrected date moves what rests on it`() throws {
    let lines = try differences(
      RecordedDifferenceTests.arrested,
      then: #"c correction {"of":"a","set":{"date":"2016-05-15"},"reason":"r"}"#,
      asOf: "2016-05-18"
    )
    #expect(
      lines == [
        #"person anna since: "2016-05-17" -> "2016-05-15" [c]"#,
        #"person anna held_since: "2016-05-17" -> "2016-05-15" [c]"#,
        #"person anna last_evidence: "2016-05-17" -> "2016-05-15" [c]"#,
        #"event a date: "2016-05-17" -> "2016-05-15" [c]"#,
      ]
    )
  }

  @Test func `a correction that was withdrawn is told as its withdrawal`() throws {
    let lines = try differences(
      RecordedDifferenceTests.arrested
        + "\n" + #"c correction {"of":"a","set":{"title":"Taken"},"reason":"r"}"#,
      then: #"r retraction {"of":"c","reason":"r"}"#,
      asOf: "2016-05-18"
    )
    #expect(lines == [#"event a title: "Taken" -> "Title of a" [r]"#])
  }

  @Test func `a withdrawn arrest leaves nothing known`() throws {
    let lines = try differences(
      RecordedDifferenceTests.arrested,
      then: #"r retraction {"of":"a","reason":"r"}"#,
      asOf: "2016-05-18"
    )
    #expect(
      lines == [
        "numbers everybody held: 1 -> 0 [r]",
        #"person anna liberty: "police_custody" -> "unknown" [r]"#,
        #"person anna since: "2016-05-17" -> null [r]"#,
        #"person anna held_since: "2016-05-17" -> null [r]"#,
        "person anna current: true -> false [r]",
        #"person anna last_evidence: "2016-05-17" -> null [r]"#,
        "person anna certain: true -> false [r]",
        #"person anna certainty: "reported" -> null [r]"#,
        "event a withdrawn: <a> -> null [r]",
      ]
    )
  }

  @Test func `a late arrival is told where it makes a difference`() throws {
    let lines = try differences(
      """
      \(RecordedDifferenceTests.arrested)
      b remand 2016-05-20 anna {"stage":"ordered","term":"P2M"}
      """,
      then: "z arrest 2016-05-16 anna",
      asOf: "2016-06-01"
    )
    #expect(
      lines == [
        #"person anna held_since: "2016-05-17" -> "2016-05-16" [z]"#,
        // Two months from the start of custody at the earliest, from the order at the latest.
        #"person anna expected_end: {"earliest":"2016-07-17","latest":"2016-07-20","#
          + #""estimated":true} -> {"earliest":"2016-07-16","latest":"2016-07-20","#
          + #""estimated":true} [z]"#,
        #"person anna anomaly: null -> {"kind":"arrest while held","level":"note","#
          + #""text":"an arrest is recorded while the person is held (police_custody)","#
          + #""events":["z","a"]} [z]"#,
        "event z added: null -> <z> [z]",
      ]
    )
  }

  @Test func `somebody new has no values before`() throws {
    let lines = try differences(
      "",
      then: #"""
        p person {"id":"anna","names":[{"text":"Anna Berg"}]}
        a status 2016-05 anna {"liberty":"in_custody"}
        """#,
      asOf: "2016-06-01"
    )
    #expect(
      lines == [
        "numbers everybody held: 0 -> 1 [a]",
        #"person anna registered: null -> "Anna Berg" [p]"#,
        #"person anna liberty: null -> "in_custody" [a]"#,
        #"person anna since: null -> "[..2016-05]" [a]"#,
        #"person anna held_since: null -> "[..2016-05]" [a]"#,
        "person anna current: null -> true [a]",
        #"person anna last_evidence: null -> "2016-05-31" [a]"#,
        "person anna certain: null -> true [a]",
        #"person anna certainty: null -> "reported" [a]"#,
        "event a added: null -> <a> [a]",
      ]
    )
  }

  @Test func `who is merged gives what happened to the one`() throws {
    let lines = try differences(
      """
      \(RecordedDifferenceTests.anna)
      q person {"id":"anne","names":[{"text":"Anne Berg"}]}
      a arrest 2016-05-17 anne
      """,
      then: #"i identity {"stage":"merged","ids":["anne"],"into":"anna"}"#,
      asOf: "2016-05-18"
    )
    #expect(
      lines == [
        #"person anna liberty: "unknown" -> "police_custody" [i]"#,
        #"person anna since: null -> "2016-05-17" [i]"#,
        #"person anna held_since: null -> "2016-05-17" [i]"#,
        "person anna current: false -> true [i]",
        #"person anna last_evidence: null -> "2016-05-17" [i]"#,
        "person anna certain: false -> true [i]",
        #"person anna certainty: null -> "reported" [i]"#,
        #"person anna names: ["Anna Berg"] -> ["Anna Berg","Anne Berg"] [i]"#,
        #"person anne merged_into: null -> "anna" [i]"#,
        #"person anne names: ["Anne Berg"] -> ["Anne Berg","Anna Berg"] [i]"#,
      ]
    )
  }

  @Test func `two who are said to be different people are told`() throws {
    let lines = try differences(
      RecordedDifferenceTests.anna,
      then: """
        q person {"id":"anne","names":[{"text":"Anne Berg"}]}
        i identity {"stage":"split","ids":["anne","anna"]}
        """,
      asOf: "2016-05-18"
    )
    #expect(
      lines == [
        #"person anna split: null -> "anne" [i]"#,
        #"person anne registered: null -> "Anne Berg" [q]"#,
      ]
    )
  }

  @Test func `another account is told, and in what it differs`() throws {
    let lines = try differences(
      RecordedDifferenceTests.arrested,
      then: #"b arrest 2016-05-18 anna + {"account_of":"a","title":"Title of a"}"#,
      asOf: "2016-05-19"
    )
    #expect(
      lines == [
        #"event a accounts: [] -> ["b"] [b]"#,
        #"event a differs: null -> [{"event":"b","in":["date"],"sources":[]}] [b]"#,
      ]
    )
  }

  @Test func `an account that nobody prefers is not blamed for a correction`() throws {
    let lines = try differences(
      RecordedDifferenceTests.arrested,
      then: """
        b arrest 2016-05-18 anna + {"account_of":"a","title":"Title of a"}
        c correction {"of":"a","set":{"place":"xy"},"reason":"r"}
        """,
      asOf: "2016-05-18"
    )
    #expect(
      lines == [
        #"person anna place: null -> "xy" [c]"#,
        #"event a place: null -> "xy" [c]"#,
        #"event a accounts: [] -> ["b"] [b]"#,
        #"event a differs: null -> [{"event":"b","in":["date","place"],"sources":[]}] [b,c]"#,
      ]
    )
  }

  @Test func `a ranking moves what rests on the account that it prefers`() throws {
    let lines = try differences(
      RecordedDifferenceTests.arrested
        + "\n" + #"b arrest 2016-05-18 anna + {"account_of":"a","title":"Title of a"}"#,
      then: #"k ranking {"of":"b","rank":"preferred","reason":"r"}"#,
      asOf: "2016-05-19"
    )
    #expect(
      lines == [
        #"person anna since: "2016-05-17" -> "2016-05-18" [k]"#,
        #"person anna held_since: "2016-05-17" -> "2016-05-18" [k]"#,
        #"person anna last_evidence: "2016-05-17" -> "2016-05-18" [k]"#,
        #"event a preferred: "a" -> "b" [k]"#,
        #"event a date: "2016-05-17" -> "2016-05-18" [k]"#,
      ]
    )
  }

  @Test func `an account that is made one of another happening does not vanish`() throws {
    let lines = try differences(
      RecordedDifferenceTests.arrested + "\nb arrest 2016-05-17 anna + {\"title\":\"Title of a\"}",
      then: #"c correction {"of":"b","set":{"account_of":"a"},"reason":"r"}"#,
      asOf: "2016-05-18"
    )
    #expect(
      lines == [
        #"person anna anomaly: {"kind":"arrest while held","level":"note","#
          + #""text":"an arrest is recorded while the person is held (police_custody)","#
          + #""events":["a","b"]} -> null [c]"#,
        #"event a accounts: [] -> ["b"] [c]"#,
        #"event a differs: null -> [{"event":"b","in":[],"sources":[]}] [c]"#,
        #"event b preferred: "b" -> "a" [c]"#,
      ]
    )
  }

  @Test func `a name that is protected now is not repeated from before`() throws {
    let lines = try differences(
      RecordedDifferenceTests.anna,
      then: #"""
        c correction {"of":"p","set":{"details":{"consent":"refused",\#
        "names":[{"text":"Anna Borg"}]}},"reason":"r"}
        """#,
      asOf: "2016-05-18"
    )
    #expect(
      lines == [
        #"person anna protection: "name" -> "withheld" [c]"#,
        #"person anna details.consent: null -> "refused" [c]"#,
      ]
    )
  }

  @Test func `a renamed person is told by both names`() throws {
    let lines = try differences(
      RecordedDifferenceTests.anna,
      then: #"""
        c correction {"of":"p","set":{"details":{"names":[{"text":"Anna Borg"}]}},"reason":"r"}
        """#,
      asOf: "2016-05-18"
    )
    #expect(
      lines == [
        #"person anna name: "Anna Berg" -> "Anna Borg" [c]"#,
        #"person anna names: ["Anna Berg"] -> ["Anna Borg"] [c]"#,
      ]
    )
  }

  @Test func `a late arrest makes an asserted number agree`() throws {
    let lines = try differences(
      """
      a arrest 2016-05-17 anna
      n count 2016-05-18 - {"states":["held"],"count":{"n":2,"qualifier":"exact"}}
      """,
      then: "b arrest 2016-05-18 bert",
      asOf: "2016-05-18"
    )
    .filter { $0.hasPrefix("count") }
    #expect(
      lines == ["count n derived: 1 -> 2 [b]", "count n agrees: false -> true [b]"]
    )
  }

  @Test func `a body found to be the working group makes its opinion count`() throws {
    let lines = try differences(
      """
      w organisation {"id":"body","names":[{"text":"Body"}],"form":"ngo"}
      d decision 2016-05-17 anna {"body":"body","form":"opinion","finding":"arbitrary_detention"}
      """,
      then: """
        x health 2016-05-18 anna {"form":"hospitalised"}
        c correction {"of":"w","set":{"details":{"form":"un_wgad"}},"reason":"r"}
        """,
      asOf: "2016-05-18"
    )
    .filter { $0.contains("recognition") }
    #expect(
      lines == [
        #"person anna recognition: null -> {"what":"wgad_arbitrary","by":"body","#
          + #""since":"2016-05-17","basis":["d"]} [c]"#
      ]
    )
  }

  @Test func `demands are made, possibly met, closed and opened again`() throws {
    let made = #"""
      d declaration 2016-05-17 anna {"form":"call","demands":[{"id":"x","what":"release"}]}
      """#
    #expect(
      try differences("", then: made, asOf: "2016-06-01").filter { $0.hasPrefix("demand") }
        == ["demand d made: null -> <x> [d]"]
    )
    let release = made + "\nr release 2016-05-20 anna"
    #expect(
      try differences(made, then: "r release 2016-05-20 anna", asOf: "2016-06-01")
        .filter { $0.hasPrefix("demand") }
        == ["demand d possibly met: <x> -> <x> [r]"]
    )
    let complied = #"c compliance 2016-05-21 - {"of":"d","stage":"complied"}"#
    #expect(
      try differences(release, then: complied, asOf: "2016-06-01")
        .filter { $0.hasPrefix("demand") } == ["demand d closed: <x> -> <x> [c]"]
    )
    let refused = #"n compliance 2016-05-22 - {"of":"d","stage":"not_complied"}"#
    #expect(
      try differences(release + "\n" + complied, then: refused, asOf: "2016-06-01")
        .filter { $0.hasPrefix("demand") } == ["demand d reopened: <x> -> <x> [n]"]
    )
  }

  @Test func `a corrected relation is told`() throws {
    let lines = try differences(
      #"e relation {"persons":["anna"],"to":"bert","as":"relative"}"#,
      then: #"c correction {"of":"e","set":{"details":{"as":"colleague"}},"reason":"r"}"#,
      asOf: "2016-05-18"
    )
    #expect(lines == [#"event e details.as: "relative" -> "colleague" [c]"#])
  }
}
